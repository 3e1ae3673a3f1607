package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.time.Duration;

/**
 * The answer of {@code complaint/deadlines}: the policy with which the clocks of a case start.
 *
 * @param acknowledgeWithin time in which the house thanks and apologises
 * @param acknowledgeOn the time on which that clock runs
 * @param resolveWithin time in which the guest has the remedy and the reply
 * @param resolveOn the time on which that clock runs
 * @param statutoryLimit elapsed time that resolving may never exceed, whatever the calendar of the
 *     department
 * @param callbackAfter elapsed time from the reply to the callback
 * @param apologyBy the group that acknowledges and apologises
 * @param waitForGuest elapsed time for which the resolve clock stands still at most while the guest
 *     has to answer
 * @param callbackAttempts how often the guest is called at most
 * @param callbackEvery elapsed time from one attempt to the next
 */
public record Deadlines(
        @Fact(en = "Acknowledge within", zh = "受理时限") Duration acknowledgeWithin,
        @Fact(en = "Acknowledge clock runs on", zh = "受理计时方式") TimeBasis acknowledgeOn,
        @Fact(en = "Resolve within", zh = "解决时限") Duration resolveWithin,
        @Fact(en = "Resolve clock runs on", zh = "解决计时方式") TimeBasis resolveOn,
        @Fact(en = "Statutory limit", zh = "法定期限") Duration statutoryLimit,
        @Fact(en = "Call back after", zh = "回访间隔") Duration callbackAfter,
        @Fact(en = "Apology by", zh = "致歉人") @Tally Group apologyBy,
        @Fact(en = "Wait for the guest", zh = "等待客人时限") Duration waitForGuest,
        @Fact(en = "Callback attempts", zh = "回访次数") int callbackAttempts,
        @Fact(en = "From one attempt to the next", zh = "两次回访间隔") Duration callbackEvery) {}
