package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.facts.ScoreBand;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/** The credit of a customer. Its verbs refuse what its state forbids. */
@Table("credit_account")
final class CreditAccount {

    @Id private String customerId;
    @Version private int version;
    private @Nullable Tier tier;
    private @Nullable Integer score;
    private @Nullable ScoreBand band;

    @Column("credit_limit")
    private @Nullable Money limit;

    private @Nullable Integer termDays;
    private boolean cashOnly;
    private boolean hold;
    private String holdReason;
    private @Nullable String heldBy;
    private @Nullable Instant heldAt;
    private LocalDate nextReviewOn;
    private @Nullable String openReview;
    private @Nullable String openDunning;
    private boolean useRaised;

    /** The terms that a review granted hold from now on. */
    void grant(CreditTerms terms, LocalDate reviewOn) {
        tier = terms.tier();
        score = terms.score();
        band = terms.band();
        limit = terms.limit();
        termDays = terms.termDays();
        cashOnly = terms.cashOnly();
        nextReviewOn = reviewOn;
    }

    /**
     * No more credit for now. What a person holds, the service does not make its own.
     *
     * @return whether anything changed
     */
    boolean hold(String reason, String by, boolean bySystem, Instant now) {
        if (hold && (bySystem || reason.equals(holdReason))) {
            return false;
        }
        if (!hold) {
            heldAt = now;
        }
        hold = true;
        holdReason = reason;
        heldBy = by;
        return true;
    }

    /** Credit again, whoever held it. */
    void release() {
        hold = false;
        holdReason = "";
        heldBy = null;
        heldAt = null;
    }

    /**
     * A review begins.
     *
     * @throws IllegalStateException where one is open
     */
    void open(CaseNumber review) {
        if (openReview != null) {
            throw new IllegalStateException(customerId + " is reviewed in " + openReview);
        }
        openReview = review.value();
    }

    /** The review is over; the next one is due then. */
    void close(CaseNumber review, LocalDate reviewOn) {
        if (review.value().equals(openReview)) {
            openReview = null;
        }
        nextReviewOn = reviewOn;
    }

    /**
     * A dunning case begins.
     *
     * @throws Refusal NOT_NOW where one is open
     */
    void openDunning(CaseNumber dunning) {
        if (openDunning != null) {
            throw Refusal.notNow(
                    "Customer %1$s is dunned in %2$s already. | 客户%1$s已在%2$s中催收。"
                            .formatted(customerId, openDunning),
                    "Go on with that case. | 请在该案件中继续。");
        }
        openDunning = dunning.value();
    }

    /** The dunning case is over. */
    void closeDunning(CaseNumber dunning) {
        if (dunning.value().equals(openDunning)) {
            openDunning = null;
        }
    }

    /** A high use of the limit was raised, or it came down again. */
    void raiseUse(boolean raised) {
        useRaised = raised;
    }

    CreditStanding standing() {
        return new CreditStanding(
                customerId,
                tier,
                score,
                band,
                limit,
                termDays,
                cashOnly,
                hold,
                holdReason,
                heldBy,
                heldAt,
                useRaised,
                nextReviewOn,
                openReview == null ? null : new CaseNumber(openReview),
                openDunning == null ? null : new CaseNumber(openDunning));
    }

    /** Grows with every change, and so tells one rise of the use from another. */
    int version() {
        return version;
    }

    String customerId() {
        return customerId;
    }

    boolean isHeldBy(String user) {
        return user.equals(heldBy);
    }

    boolean isOnHold() {
        return hold;
    }

    boolean isUseRaised() {
        return useRaised;
    }

    @Nullable String openReview() {
        return openReview;
    }

    LocalDate nextReviewOn() {
        return nextReviewOn;
    }

    @Nullable Money limit() {
        return limit;
    }

    @Nullable Integer score() {
        return score;
    }

    boolean isReviewed() {
        return score != null;
    }
}
