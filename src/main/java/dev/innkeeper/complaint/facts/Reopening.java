package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * The case is being taken up again just now; absent otherwise.
 *
 * @param reason why
 * @param nth which reopening of the case this is, 1 for the first
 */
@Fact(en = "The case is being reopened now", zh = "案件正在重开")
public record Reopening(
        @Fact(en = "Reason", zh = "原因") ReopenReason reason,
        @Fact(en = "Which reopening", zh = "第几次重开") int nth) {}
