package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;

/** Collects the cases that a new complaint could join: the earliest wins. */
public final class LinkingOutcome extends Outcome<Link> {

    private final Merged<Earlier> earliest = highest();

    /** The new complaint joins this case, received so many minutes before it. */
    @RuleCall(en = "Joins this case", zh = "并入此案件")
    public void join(String number, long minutesAgo, String reason) {
        earliest.add(new Earlier(minutesAgo, number), reason);
    }

    @Override
    protected Link fold() {
        return earliest.value()
                .map(earlier -> new Link(true, earlier.number()))
                .orElseGet(Link::none);
    }

    @Override
    protected String headline(Link link) {
        return link.linked() ? "linked" : "separate";
    }

    @Override
    protected String inWords(Link link) {
        return link.linked() ? "linked | 并入已有案件" : "separate | 单独立案";
    }

    private record Earlier(long minutesAgo, String number) implements Comparable<Earlier> {

        @Override
        public int compareTo(Earlier other) {
            int byAge = Long.compare(minutesAgo, other.minutesAgo);
            return byAge != 0 ? byAge : other.number.compareTo(number);
        }
    }
}
