package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * The follow-ups of a deal that were missed since the last one that was made.
 *
 * @param inARow how many by now
 * @param atLastCheck how many of them there were when escalation was last decided; 0 where it never
 *     was, or a follow-up was made since
 */
@Fact(en = "Follow-ups missed in a row", zh = "连续未跟进")
public record MissedFollowUps(
        @Fact(en = "In a row", zh = "连续次数") int inARow,
        @Fact(en = "At the last check", zh = "上次检查时次数") int atLastCheck) {}
