package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The review of a closed deal. Its verbs refuse what its state forbids. */
@Table("deal_review")
final class DealReview {

    @Id private String deal;
    @Version private int version;
    private ReviewState state;
    private Stage outcome;
    private @Nullable Stage closedFrom;
    private String product;
    private int round;
    private Instant openedAt;
    private Instant dueAt;
    private boolean late;

    @MappedCollection(idColumn = "deal", keyColumn = "position")
    private List<ReviewReason> reasons = new ArrayList<>();

    private @Nullable String competitor;
    private @Nullable Money ourPrice;
    private @Nullable Money theirPrice;
    private @Nullable BigDecimal priceGap;
    private @Nullable Stage decidedAt;
    private String account;
    private String toRepeat;
    private String toAvoid;

    @MappedCollection(idColumn = "deal", keyColumn = "position")
    private List<ReviewTopic> topics = new ArrayList<>();

    private @Nullable String writtenBy;
    private @Nullable Instant writtenAt;
    private @Nullable Boolean reached;
    private String customerWords;
    private @Nullable Integer satisfaction;
    private @Nullable Boolean wouldBuyAgain;
    private @Nullable String askedBy;
    private @Nullable Instant askedAt;
    private String returnedReason;
    private @Nullable String judgedBy;
    private @Nullable Instant acceptedAt;

    static DealReview opened(
            CaseNumber deal,
            Stage outcome,
            @Nullable Stage closedFrom,
            String product,
            Instant now,
            Instant dueAt) {
        DealReview review = new DealReview();
        review.deal = deal.value();
        review.state = ReviewState.TO_WRITE;
        review.outcome = outcome;
        review.closedFrom = closedFrom;
        review.product = product;
        review.round = 1;
        review.openedAt = now;
        review.dueAt = dueAt;
        review.account = "";
        review.toRepeat = "";
        review.toAvoid = "";
        review.customerWords = "";
        review.returnedReason = "";
        return review;
    }

    /** The owner's form; the price gap is worked out where it was not. */
    void write(WrittenReview written, @Nullable BigDecimal gap, String by, Instant now) {
        require(ReviewState.TO_WRITE);
        reasons = written.reasons().stream().map(ReviewReason::new).toList();
        competitor = written.competitor();
        ourPrice = written.ourPrice();
        theirPrice = written.theirPrice();
        priceGap = gap;
        decidedAt = written.decidedAt();
        account = written.account();
        toRepeat = written.toRepeat();
        toAvoid = written.toAvoid();
        topics = written.topics().stream().map(ReviewTopic::of).toList();
        writtenBy = by;
        writtenAt = now;
        state = isCustomerToBeAsked() ? ReviewState.TO_ASK : ReviewState.TO_ACCEPT;
    }

    /** Whether it is late, which is said once in each round. */
    boolean isOverdue(Instant now) {
        return state == ReviewState.TO_WRITE && !now.isBefore(dueAt);
    }

    void late() {
        late = true;
    }

    /**
     * What the customer says.
     *
     * @throws Refusal FORBIDDEN for who wrote the review
     */
    void ask(CustomerAnswer answer, String by, Instant now) {
        require(ReviewState.TO_ASK);
        refuseWriter(
                by,
                "Nobody asks the customer about a review of their own. | 不能就自己撰写的分析回访客户。",
                "Leave it to a colleague: customers speak more freely with somebody else. |"
                        + " 请由同事回访：客户面对他人更愿直言。");
        reached = answer.reached();
        customerWords = answer.words();
        satisfaction = answer.satisfaction();
        wouldBuyAgain = answer.wouldBuyAgain();
        askedBy = by;
        askedAt = now;
        state = ReviewState.TO_ACCEPT;
    }

    /**
     * The manager accepts it, or gives it back.
     *
     * @throws Refusal FORBIDDEN for who wrote the review
     */
    void judge(Verdict verdict, String by, Instant now) {
        require(ReviewState.TO_ACCEPT);
        refuseWriter(
                by,
                "Nobody accepts a review of their own. | 不能审核自己撰写的分析。",
                "Ask somebody else of the group that accepts it. | 请由审核组的其他人审核。");
        judgedBy = by;
        if (verdict.accepted()) {
            acceptedAt = now;
            state = ReviewState.ACCEPTED;
        } else {
            returnedReason = verdict.reason();
            round++;
            state = ReviewState.TO_WRITE;
        }
    }

    void dueAt(Instant due) {
        dueAt = due;
    }

    CaseNumber deal() {
        return new CaseNumber(deal);
    }

    ReviewState state() {
        return state;
    }

    Stage outcome() {
        return outcome;
    }

    @Nullable Stage closedFrom() {
        return closedFrom;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable String writtenBy() {
        return writtenBy;
    }

    List<ReviewReason> reasons() {
        return reasons;
    }

    /** Who has answered is not asked again, however often the review is written anew. */
    boolean isCustomerToBeAsked() {
        return !Boolean.TRUE.equals(reached);
    }

    void requireToWrite() {
        require(ReviewState.TO_WRITE);
    }

    ReviewView view(List<DealReason> named) {
        return new ReviewView(
                deal(),
                state,
                outcome,
                product,
                round,
                openedAt,
                dueAt,
                late,
                named,
                competitor,
                ourPrice,
                theirPrice,
                priceGap,
                decidedAt,
                account,
                toRepeat,
                toAvoid,
                topics.stream().map(ReviewTopic::topic).toList(),
                writtenBy,
                writtenAt,
                reached == null
                        ? null
                        : new CustomerAnswer(reached, customerWords, satisfaction, wouldBuyAgain),
                askedBy,
                askedAt,
                returnedReason,
                judgedBy,
                acceptedAt);
    }

    private void refuseWriter(String by, String message, String remedy) {
        if (by.equals(writtenBy)) {
            throw Refusal.forbidden(message, remedy);
        }
    }

    private void require(ReviewState needed) {
        if (state != needed) {
            throw Refusal.notNow(
                    "The review of deal %s is now: %s. | 商机%s的结案分析当前状态：%s。"
                            .formatted(deal, state.english(), deal, state.chinese()),
                    "Open it again to see what it waits for. | 请重新打开，查看其当前状态。");
        }
    }
}
