package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.time.Duration;

/**
 * Collects whether the cause of a complaint must be mended, until when, and when the effect is
 * looked at.
 */
public final class CorrectiveActionOutcome extends Outcome<CorrectiveActionNeed> {

    private final Merged<Duration> due = lowest();
    private final Merged<Duration> verifyAfter = lowest();
    private boolean needed;

    /** A corrective action is opened. */
    @RuleCall(en = "Corrective action needed", zh = "需要纠正措施")
    public void needed(String reason) {
        because(reason);
        needed = true;
    }

    /** Cause and measure are stated within so many days of the finding. */
    @RuleCall(en = "Due within days", zh = "完成时限（天）")
    public void dueWithinDays(int days, String reason) {
        due.add(Duration.ofDays(days), reason);
    }

    /** The effect is verified so many days after the statement. */
    @RuleCall(en = "Verify after days", zh = "验证间隔（天）")
    public void verifyAfterDays(int days, String reason) {
        verifyAfter.add(Duration.ofDays(days), reason);
    }

    @Override
    protected CorrectiveActionNeed fold() {
        if (!needed) {
            due.giveWay();
            verifyAfter.giveWay();
        }
        return new CorrectiveActionNeed(
                needed,
                due.required("days until a corrective action is due"),
                verifyAfter.required("days until its effect is verified"));
    }

    @Override
    protected String headline(CorrectiveActionNeed need) {
        return need.needed() ? "needed" : "not needed";
    }

    @Override
    protected String inWords(CorrectiveActionNeed need) {
        return need.needed() ? "needed | 需要" : "not needed | 不需要";
    }
}
