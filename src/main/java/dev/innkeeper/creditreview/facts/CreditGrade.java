package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The answer of {@code creditreview/credit-grade}.
 *
 * @param band how good the score is
 * @param limit the limit in CNY, rounded down to the fen; 0 where the customer pays cash
 * @param termDays days in which an invoice is to be paid; 0 where the customer pays cash
 * @param cashOnly the customer pays cash
 * @param nextReviewDays days until the next review
 * @param movement where the limit goes; where it stays, where the term of a customer with a limit
 *     goes
 * @param tell the departments that are told, in the order of {@link Group}
 */
public record CreditGrade(
        @Fact(en = "Score band", zh = "评分等级") ScoreBand band,
        @Fact(en = "Limit", zh = "信用额度", unit = "CNY") @Tally BigDecimal limit,
        @Fact(en = "Term", zh = "账期", unit = "days") int termDays,
        @Fact(en = "Cash only", zh = "仅限现金") boolean cashOnly,
        @Fact(en = "Next review after", zh = "下次核查间隔", unit = "days") int nextReviewDays,
        @Fact(en = "Movement", zh = "调整方向") Movement movement,
        @Fact(en = "Departments told", zh = "通知部门") Set<Group> tell) {

    /** Keeps a sorted copy of the set. */
    public CreditGrade {
        tell = Collections.unmodifiableSet(new TreeSet<>(tell));
    }
}
