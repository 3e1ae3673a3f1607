package dev.innkeeper.keyaccount;

import dev.innkeeper.keyaccount.facts.Need;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the follow-up log.
 *
 * @param words what was said and done
 * @param nextStep what comes next; may be empty
 * @param need how clear the need is now
 * @param chance there is a chance
 * @param expectedCloseOn when the deal is expected now, or null
 */
public record FollowUp(
        String words,
        String nextStep,
        Need need,
        boolean chance,
        @Nullable LocalDate expectedCloseOn) {}
