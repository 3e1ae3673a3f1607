package dev.innkeeper.creditreview;

import dev.innkeeper.common.Money;
import dev.innkeeper.creditreview.facts.CreditVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer may sign a bill, and why.
 *
 * @param customerId the customer
 * @param verdict the answer
 * @param deposit what is to be paid at once, in CNY; 0 unless a deposit is asked for
 * @param reasons by the rules, each {@code "English | 中文"}
 * @param amount the bill, in CNY
 * @param open what the customer owed already, in CNY
 * @param oldestDaysOverdue of the oldest open invoice that nobody disputes, 0 for none
 * @param limit what may be owed at most, in CNY; null for a customer who was never reviewed
 * @param hold no more credit for now
 * @param decisionId the record of the decision
 */
public record CreditChecked(
        String customerId,
        CreditVerdict verdict,
        Money deposit,
        List<String> reasons,
        Money amount,
        Money open,
        int oldestDaysOverdue,
        @Nullable Money limit,
        boolean hold,
        String decisionId) {

    /** Copies the reasons. */
    public CreditChecked {
        reasons = List.copyOf(reasons);
    }
}
