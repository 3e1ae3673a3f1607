package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answers and dates of a deal now: all that its process reads.
 *
 * @param number the deal
 * @param stage how far it is
 * @param linkedToExisting it joined another deal
 * @param verdict what became of the lead, or null until it is verified
 * @param nurtureUntil when a lead that is nurtured is looked at again, or null
 * @param owner the user who hunts it, or null
 * @param planApproved the plan may be carried out
 * @param planApprover who approves the plan that waits for it, or null
 * @param held the gate of the next stage named what is missing
 * @param over it is won, lost or discarded
 * @param won it is won
 * @param reviewDue its end is to be reviewed: won, lost, or discarded after PROPOSED
 * @param grade null until the lead is qualified
 * @param level 0 nobody, 1 supervisor, 2 customer service manager, 3 general manager: who was told
 *     that it stalls
 * @param followUpOpensAt when the next follow-up shows in the work list, or null
 * @param followUpDueAt until when, or null
 * @param nextCheckAt when to look whether it stalls, or null
 * @param priority 0 to 100
 */
public record DealProgress(
        CaseNumber number,
        Stage stage,
        boolean linkedToExisting,
        @Nullable LeadVerdict verdict,
        @Nullable Instant nurtureUntil,
        @Nullable String owner,
        boolean planApproved,
        @Nullable Group planApprover,
        boolean held,
        boolean over,
        boolean won,
        boolean reviewDue,
        @Nullable DealGrade grade,
        int level,
        @Nullable Instant followUpOpensAt,
        @Nullable Instant followUpDueAt,
        @Nullable Instant nextCheckAt,
        int priority) {}
