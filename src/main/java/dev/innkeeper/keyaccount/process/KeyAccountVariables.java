package dev.innkeeper.keyaccount.process;

import dev.innkeeper.keyaccount.DealProgress;
import dev.innkeeper.workflow.ProcessVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The variables of {@code key-account-pipeline}: what its gateways, timers and tasks read, and
 * nothing else.
 */
final class KeyAccountVariables {

    /** The number, which lists of tasks show; the business key says the same to the engine. */
    static final String CASE_NUMBER = "caseNumber";

    static final String STAGE = "stage";
    static final String GRADE = "grade";
    static final String LEVEL = "level";
    static final String OWNER = "owner";
    static final String LINKED_TO_EXISTING = "linkedToExisting";
    static final String LEAD_VERDICT = "leadVerdict";
    static final String NURTURE_UNTIL = "nurtureUntil";
    static final String PLAN_APPROVED = "planApproved";
    static final String PLAN_APPROVER = "planApprover";
    static final String DEAL_HELD = "dealHeld";
    static final String DEAL_OVER = "dealOver";
    static final String DEAL_WON = "dealWon";
    static final String REVIEW_DUE = "reviewDue";
    static final String FOLLOW_UP_OPENS_AT = "followUpOpensAt";
    static final String FOLLOW_UP_DUE_AT = "followUpDueAt";
    static final String NEXT_CHECK_AT = "nextCheckAt";
    static final String PRIORITY = "priority";

    /** What the engine's history keeps: the answers by which a deal took its way. */
    static final Set<String> ANSWERS =
            Set.of(
                    STAGE,
                    GRADE,
                    LEVEL,
                    LINKED_TO_EXISTING,
                    LEAD_VERDICT,
                    PLAN_APPROVED,
                    PLAN_APPROVER,
                    DEAL_HELD,
                    DEAL_OVER,
                    DEAL_WON,
                    REVIEW_DUE);

    static final ProcessVariables<DealProgress> OF_THE_DEAL =
            new ProcessVariables<>(readers(), readers().keySet());

    private KeyAccountVariables() {}

    private static Map<String, Function<DealProgress, @Nullable Object>> readers() {
        var read = new LinkedHashMap<String, Function<DealProgress, @Nullable Object>>();
        read.put(CASE_NUMBER, deal -> deal.number().value());
        read.put(STAGE, deal -> deal.stage().name());
        read.put(GRADE, deal -> ProcessVariables.name(deal.grade()));
        read.put(LEVEL, DealProgress::level);
        read.put(OWNER, DealProgress::owner);
        read.put(LINKED_TO_EXISTING, DealProgress::linkedToExisting);
        read.put(LEAD_VERDICT, deal -> ProcessVariables.name(deal.verdict()));
        read.put(NURTURE_UNTIL, deal -> ProcessVariables.date(deal.nurtureUntil()));
        read.put(PLAN_APPROVED, DealProgress::planApproved);
        read.put(PLAN_APPROVER, deal -> ProcessVariables.id(deal.planApprover()));
        read.put(DEAL_HELD, DealProgress::held);
        read.put(DEAL_OVER, DealProgress::over);
        read.put(DEAL_WON, DealProgress::won);
        read.put(REVIEW_DUE, DealProgress::reviewDue);
        read.put(FOLLOW_UP_OPENS_AT, deal -> ProcessVariables.date(deal.followUpOpensAt()));
        read.put(FOLLOW_UP_DUE_AT, deal -> ProcessVariables.date(deal.followUpDueAt()));
        read.put(NEXT_CHECK_AT, deal -> ProcessVariables.date(deal.nextCheckAt()));
        read.put(PRIORITY, DealProgress::priority);
        return read;
    }
}
