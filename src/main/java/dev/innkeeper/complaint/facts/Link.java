package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * The answer of {@code complaint/linking}.
 *
 * @param linked the new complaint joins an earlier case
 * @param number the case that it joins; empty where it joins none
 */
public record Link(
        @Fact(en = "Linked", zh = "已关联") boolean linked,
        @Fact(en = "Case number", zh = "案件编号") String number) {

    /** The answer that the complaint is a case of its own. */
    public static Link none() {
        return new Link(false, "");
    }
}
