package dev.innkeeper.customer;

import dev.innkeeper.casefile.TimeLineEntry;
import java.util.List;

/**
 * Everything that a person needs to see who calls a customer or makes an offer.
 *
 * @param care the case
 * @param customer who the customer is
 * @param figures what the house knows of the customer
 * @param earlier the latest other cases of the customer, latest first
 * @param reasons those that may be named
 * @param timeLine everything that happened to the case, oldest first
 */
public record CareTaskView(
        CareView care,
        CustomerView customer,
        CareFigures figures,
        List<CareView> earlier,
        List<CareReason> reasons,
        List<TimeLineEntry> timeLine) {

    /** Copies the lists. */
    public CareTaskView {
        earlier = List.copyOf(earlier);
        reasons = List.copyOf(reasons);
        timeLine = List.copyOf(timeLine);
    }

    /** The label of a reason; its code where nobody names it any more. */
    public CareReason reason(String code) {
        return reasons.stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseGet(() -> new CareReason(code, code, code));
    }
}
