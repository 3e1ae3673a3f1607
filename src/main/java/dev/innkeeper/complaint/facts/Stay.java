package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * The stay to which the complaint refers, where the check-out time is known.
 *
 * @param inHouse the guest has not departed
 * @param minutesToCheckOut minutes until check-out, a begun minute counted in full; negative when
 *     the guest stays over it
 */
@Fact(en = "The stay that the complaint refers to", zh = "投诉涉及的住宿")
public record Stay(
        @Fact(en = "In house", zh = "在店") boolean inHouse,
        @Fact(en = "Minutes to check-out", zh = "距退房分钟数", unit = "minutes")
                long minutesToCheckOut) {}
