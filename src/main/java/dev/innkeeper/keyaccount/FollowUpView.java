package dev.innkeeper.keyaccount;

import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Need;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the follow-up log as it was kept; the fields are those of {@link FollowUp}.
 *
 * @param by who entered it
 * @param grade the grade that the deal got by it
 */
public record FollowUpView(
        Instant at,
        String by,
        String words,
        String nextStep,
        Need need,
        boolean chance,
        @Nullable LocalDate expectedCloseOn,
        DealGrade grade) {}
