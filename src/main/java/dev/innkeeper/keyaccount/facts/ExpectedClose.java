package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * When the deal is expected to close; absent where nobody can say.
 *
 * @param days full days from today; a date in the past counts as 0
 */
@Fact(en = "When the deal is expected to close, where known", zh = "预计成交时间（已知时）")
public record ExpectedClose(@Fact(en = "Days", zh = "天数", unit = "days") int days) {

    /** Counts a date in the past as today. */
    public ExpectedClose {
        days = Math.max(days, 0);
    }
}
