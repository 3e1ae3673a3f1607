package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.time.Duration;

/** Collects the time that a case may take: the shorter time wins, one apologising group only. */
public final class DeadlinesOutcome extends Outcome<Deadlines> {

    private final Merged<Limit> acknowledge = lowest();
    private final Merged<Limit> resolve = lowest();
    private final Merged<Duration> statutoryLimit = lowest();
    private final Merged<Duration> callbackAfter = lowest();
    private final Only<Group> apologyBy = only("group that apologises");
    private final Merged<Duration> waitForGuest = lowest();
    private final Only<Integer> callbackAttempts = only("number of callback attempts");
    private final Merged<Duration> callbackEvery = lowest();

    /** Acknowledge within so many minutes. */
    @RuleCall(en = "Acknowledge within minutes", zh = "受理时限（分钟）")
    public void acknowledgeWithinMinutes(int minutes, TimeBasis basis, String reason) {
        acknowledge.add(new Limit(Duration.ofMinutes(minutes), basis), reason);
    }

    /** Resolve within so many hours. */
    @RuleCall(en = "Resolve within hours", zh = "解决时限（小时）")
    public void resolveWithinHours(int hours, TimeBasis basis, String reason) {
        resolve.add(new Limit(Duration.ofHours(hours), basis), reason);
    }

    /** Resolve within so many days of elapsed time, whatever the calendar. */
    @RuleCall(en = "Statutory limit in days", zh = "法定期限（天）")
    public void statutoryLimitDays(int days, String reason) {
        statutoryLimit.add(Duration.ofDays(days), reason);
    }

    /** Call the guest back so many hours after the reply. */
    @RuleCall(en = "Call back after hours", zh = "回访间隔（小时）")
    public void callBackAfterHours(int hours, String reason) {
        callbackAfter.add(Duration.ofHours(hours), reason);
    }

    /** The group that thanks and apologises. */
    @RuleCall(en = "Apology by", zh = "致歉人")
    public void apologyBy(Group group, String reason) {
        apologyBy.set(group, reason);
    }

    /** Let the resolve clock stand still for so many days at most while the guest has to answer. */
    @RuleCall(en = "Wait for the guest, days", zh = "等待客人（天）")
    public void waitForGuestDays(int days, String reason) {
        waitForGuest.add(Duration.ofDays(days), reason);
    }

    /** Try to reach the guest so many times. */
    @RuleCall(en = "Callback attempts", zh = "回访次数")
    public void callbackAttempts(int attempts, String reason) {
        callbackAttempts.set(attempts, reason);
    }

    /** Leave so many hours between two attempts. */
    @RuleCall(en = "Hours between callbacks", zh = "两次回访间隔（小时）")
    public void callBackEveryHours(int hours, String reason) {
        callbackEvery.add(Duration.ofHours(hours), reason);
    }

    @Override
    protected Deadlines fold() {
        var first = acknowledge.required("time to acknowledge");
        var last = resolve.required("time to resolve");
        return new Deadlines(
                first.within(),
                first.basis(),
                last.within(),
                last.basis(),
                statutoryLimit.required("statutory limit"),
                callbackAfter.required("time to the callback"),
                apologyBy.required(),
                waitForGuest.required("time to wait for the guest"),
                callbackAttempts.required(),
                callbackEvery.required("time between callbacks"));
    }

    @Override
    protected String inWords(Deadlines deadlines) {
        return "decided | 已定";
    }

    private record Limit(Duration within, TimeBasis basis) implements Comparable<Limit> {

        @Override
        public int compareTo(Limit other) {
            int byTime = within.compareTo(other.within);
            return byTime != 0 ? byTime : other.basis.compareTo(basis);
        }
    }
}
