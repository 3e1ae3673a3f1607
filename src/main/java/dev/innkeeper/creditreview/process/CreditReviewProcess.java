package dev.innkeeper.creditreview.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditReviewDesk;
import dev.innkeeper.creditreview.CreditReviewProgress;
import dev.innkeeper.creditreview.ReviewOpened;
import dev.innkeeper.creditreview.ReviewRequest;
import dev.innkeeper.workflow.OneTransaction;
import dev.innkeeper.workflow.ProcessVariables;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Starts the process of a credit review and tells it what happens from outside. Each operation is
 * one transaction of file and engine, done again where another one was in its way; it joins the
 * caller's transaction where there is one.
 */
@Component
public class CreditReviewProcess {

    /** The id of the process; its business key is the number of the review. */
    public static final String KEY = "credit-review";

    /** The review is withdrawn, as its file already says. */
    static final String REVIEW_WITHDRAWN = "reviewWithdrawn";

    /** The number, which lists of tasks show; the business key says the same to the engine. */
    static final String CASE_NUMBER = "caseNumber";

    /** Written by the first step alone: whether a start form told of a review that is open. */
    static final String JOINED_OPEN_REVIEW = "joinedOpenReview";

    static final String APPROVAL_NEEDED = "approvalNeeded";
    static final String APPROVER_GROUP = "approverGroup";
    static final String VERDICT = "verdict";
    static final String OVERDUE = "overdue";
    static final String CUT = "cut";

    /** What the engine's history keeps: the answers by which a review took its way. */
    static final Set<String> ANSWERS =
            Set.of(JOINED_OPEN_REVIEW, APPROVAL_NEEDED, APPROVER_GROUP, VERDICT, OVERDUE, CUT);

    static final ProcessVariables<CreditReviewProgress> VARIABLES =
            new ProcessVariables<>(readers(), Set.of(CASE_NUMBER));

    private final CreditReviewDesk desk;
    private final RuntimeService runtime;
    private final OneTransaction transaction;

    CreditReviewProcess(CreditReviewDesk desk, RuntimeService runtime, OneTransaction transaction) {
        this.desk = desk;
        this.runtime = runtime;
        this.transaction = transaction;
    }

    private static Map<String, Function<CreditReviewProgress, @Nullable Object>> readers() {
        var read = new LinkedHashMap<String, Function<CreditReviewProgress, @Nullable Object>>();
        read.put(CASE_NUMBER, review -> review.number().value());
        read.put(APPROVAL_NEEDED, CreditReviewProgress::isApprovalNeeded);
        read.put(APPROVER_GROUP, review -> ProcessVariables.id(review.approverGroup()));
        read.put(VERDICT, review -> review.verdict().name());
        read.put(OVERDUE, CreditReviewProgress::overdue);
        read.put(CUT, CreditReviewProgress::cut);
        return read;
    }

    /**
     * There is a reason to review a customer's credit: it starts a review and its process, joins
     * the review that is open, or, told before, does nothing.
     *
     * @param causeKey what tells the reason from others of its kind, 1 to 200 characters
     * @param asOf the day as of which the figures are read
     * @param words the reason in words; may be empty where the service tells it
     * @throws dev.innkeeper.common.Refusal as {@link CreditReviewDesk#open} says
     */
    public ReviewOpened open(
            String customerId,
            CreditCause cause,
            String causeKey,
            LocalDate asOf,
            String words,
            Actor by) {
        return open(new ReviewRequest(customerId, cause, causeKey, asOf, words), by);
    }

    /** The same, given in one. */
    public ReviewOpened open(ReviewRequest request, Actor by) {
        return transaction.of(
                () -> {
                    var opened = desk.open(request, by);
                    if (opened.isStarted()) {
                        runtime.createProcessInstanceByKey(KEY)
                                .businessKey(opened.number().value())
                                .execute();
                    }
                    return opened;
                });
    }

    /**
     * Somebody cancels a review that is not decided.
     *
     * @param nextReviewOn when the customer is due instead, or null for when it was due
     * @throws dev.innkeeper.common.Refusal as {@link CreditReviewDesk#withdraw} says
     */
    public CreditReviewProgress withdraw(
            CaseNumber number, String reason, @Nullable LocalDate nextReviewOn, Actor by) {
        return transaction.of(
                () -> {
                    var progress = desk.withdraw(number, reason, nextReviewOn, by);
                    runtime.createMessageCorrelation(REVIEW_WITHDRAWN)
                            .processInstanceBusinessKey(number.value())
                            .correlateAll();
                    return progress;
                });
    }
}
