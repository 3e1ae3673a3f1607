package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;
import java.time.Duration;

/**
 * The answer of {@code complaint/corrective-action}.
 *
 * @param needed a corrective action is opened
 * @param dueWithin elapsed time from the finding in which cause and measure are stated
 * @param verifyAfter elapsed time from the statement to the verification of the effect
 */
public record CorrectiveActionNeed(
        @Fact(en = "Needed", zh = "需要纠正措施") boolean needed,
        @Fact(en = "Due within", zh = "完成时限") Duration dueWithin,
        @Fact(en = "Verify after", zh = "验证间隔") Duration verifyAfter) {}
