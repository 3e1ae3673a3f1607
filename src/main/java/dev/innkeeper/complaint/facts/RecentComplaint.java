package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * A case of the same customer that is itself not linked to another.
 *
 * @param number its case number
 * @param category what it is about
 * @param minutesAgo minutes from its receipt to the receipt of the new one, a begun minute counted
 *     in full
 * @param open it is still being handled
 */
@Fact(en = "A recent case of the same customer", zh = "同一客户的近期案件")
public record RecentComplaint(
        @Fact(en = "Case number", zh = "案件编号") String number,
        @Fact(en = "Category", zh = "类别") Category category,
        @Fact(en = "Minutes ago", zh = "距今分钟数", unit = "minutes") long minutesAgo,
        @Fact(en = "Still open", zh = "未结案") boolean open) {}
