package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The answer of {@code customer/care-offer}.
 *
 * @param care something is done for the customer
 * @param task what is done; {@link CareTask#NONE} without care
 * @param who whose task it is; empty without care
 * @param offer what is offered; {@link OfferKind#NONE} where nothing is
 * @param worth what the offer is worth in CNY; 0 where it is not money
 * @param noMoreEffort nothing more is done for this customer
 * @param answerWithinDays an offer not answered within so many days counts as not answered
 * @param absentFromDays a regular is absent once it stays away for so many days
 * @param fewVisitsBelow a regular comes seldom with fewer visits than these in 30 days
 */
public record CareOffer(
        @Fact(en = "Care", zh = "关怀") boolean care,
        @Fact(en = "Task", zh = "关怀任务") CareTask task,
        @Fact(en = "Whose task", zh = "负责组") @Tally Set<Group> who,
        @Fact(en = "Offer", zh = "优惠") OfferKind offer,
        @Fact(en = "Worth", zh = "价值", unit = "CNY") @Tally BigDecimal worth,
        @Fact(en = "No more effort", zh = "不再投入") boolean noMoreEffort,
        @Fact(en = "Answer within", zh = "回复期限", unit = "days") int answerWithinDays,
        @Fact(en = "Absent from", zh = "久未光顾起始", unit = "days") int absentFromDays,
        @Fact(en = "Few visits below", zh = "光顾过少界限") int fewVisitsBelow) {

    /** Keeps a sorted copy of the set. */
    public CareOffer {
        who = Collections.unmodifiableSet(new TreeSet<>(who));
    }
}
