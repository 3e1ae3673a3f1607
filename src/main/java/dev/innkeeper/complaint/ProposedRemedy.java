package dev.innkeeper.complaint;

import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.facts.RemedyKind;
import java.util.Set;

/**
 * What the handler wants to give the guest.
 *
 * @param kinds how, at least one; {@code APOLOGY} alone for words only
 * @param amount its value over all kinds; zero where only words are offered
 * @param words the remedy in words, up to 4,000 characters, may be empty
 */
public record ProposedRemedy(Set<RemedyKind> kinds, Money amount, String words) {

    /** Copies the kinds. */
    public ProposedRemedy {
        kinds = Set.copyOf(kinds);
    }

    /** Words only. */
    public static ProposedRemedy apology(String words) {
        return new ProposedRemedy(Set.of(RemedyKind.APOLOGY), Money.ZERO, words);
    }
}
