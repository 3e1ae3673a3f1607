package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answers and dates by which a review takes its way.
 *
 * @param deal the deal, whose number is the review's too
 * @param writer who writes it: the deal's owner, or null where nobody of sales owns it
 * @param dueAt until when what it waits for is to be done
 * @param customerToBeAsked the customer has not been reached yet
 * @param acceptor the group that accepts it
 * @param accepted it is accepted
 */
public record ReviewProgress(
        CaseNumber deal,
        ReviewState state,
        @Nullable String writer,
        Instant dueAt,
        boolean customerToBeAsked,
        Group acceptor,
        boolean accepted) {}
