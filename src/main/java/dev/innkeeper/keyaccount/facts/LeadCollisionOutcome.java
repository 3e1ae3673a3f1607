package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;

/** Collects the open deals that a new lead could join: the one that came first wins. */
public final class LeadCollisionOutcome extends Outcome<LeadCollision> {

    private final Merged<Candidate> first = lowest();

    /** The new lead joins this deal, the nth of the customer's open ones. */
    @RuleCall(en = "Joins this deal", zh = "并入此商机")
    public void join(String number, int nth, String reason) {
        first.add(new Candidate(nth, number), reason);
    }

    @Override
    protected LeadCollision fold() {
        return first.value()
                .map(found -> new LeadCollision(true, found.number()))
                .orElseGet(() -> new LeadCollision(false, ""));
    }

    @Override
    protected String headline(LeadCollision collision) {
        return collision.linked() ? "linked" : "separate";
    }

    @Override
    protected String inWords(LeadCollision collision) {
        return collision.linked() ? "joins an open deal | 并入在跟商机" : "a deal of its own | 单独跟进";
    }

    private record Candidate(int nth, String number) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return Integer.compare(nth, other.nth);
        }
    }
}
