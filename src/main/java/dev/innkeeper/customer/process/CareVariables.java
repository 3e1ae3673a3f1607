package dev.innkeeper.customer.process;

import dev.innkeeper.common.Group;
import dev.innkeeper.customer.CareProgress;
import dev.innkeeper.workflow.ProcessVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variables of {@code customer-care}. */
final class CareVariables {

    static final String CASE_NUMBER = "caseNumber";
    static final String CARE_NEEDED = "careNeeded";
    static final String CUSTOMER_REACHED = "customerReached";
    static final String CALLED_AGAIN = "calledAgain";
    static final String OFFER_EARNED = "offerEarned";
    static final String CALLER_GROUPS = "callerGroups";
    static final String CARE_DUE_AT = "careDueAt";
    static final String NEXT_CALL_AT = "nextCallAt";
    static final String ANSWER_UNTIL = "answerUntil";

    /** The engine's history keeps the answers by which a case took its way. */
    static final Set<String> ANSWERS =
            Set.of(CARE_NEEDED, CUSTOMER_REACHED, CALLED_AGAIN, OFFER_EARNED, CALLER_GROUPS);

    static final ProcessVariables<CareProgress> OF_THE_CASE = of();

    private CareVariables() {}

    private static ProcessVariables<CareProgress> of() {
        Map<String, Function<CareProgress, @Nullable Object>> read = new LinkedHashMap<>();
        read.put(CASE_NUMBER, progress -> progress.number().value());
        read.put(CARE_NEEDED, CareProgress::isCareNeeded);
        read.put(CUSTOMER_REACHED, CareProgress::isCustomerReached);
        read.put(CALLED_AGAIN, CareProgress::isCalledAgain);
        read.put(OFFER_EARNED, CareProgress::isOfferEarned);
        read.put(
                CALLER_GROUPS,
                progress ->
                        progress.callers().stream()
                                .map(Group::id)
                                .collect(Collectors.joining(",")));
        read.put(CARE_DUE_AT, progress -> ProcessVariables.date(progress.dueAt()));
        read.put(NEXT_CALL_AT, progress -> ProcessVariables.date(progress.nextCallAt()));
        read.put(ANSWER_UNTIL, progress -> ProcessVariables.date(progress.answerUntil()));
        return new ProcessVariables<>(read, read.keySet());
    }
}
