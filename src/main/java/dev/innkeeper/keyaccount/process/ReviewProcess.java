package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.ReviewDesk;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process {@code deal-review}. */
@Component
public class ReviewProcess {

    /** The id of the process; its business key is the number of the deal. */
    public static final String KEY = "deal-review";

    private final ReviewDesk desk;
    private final RuntimeService runtime;

    ReviewProcess(ReviewDesk desk, RuntimeService runtime) {
        this.desk = desk;
        this.runtime = runtime;
    }

    /**
     * Opens the review of a deal that is over, in the transaction of the caller. A deal has one
     * review: asked again, nothing happens.
     *
     * @throws dev.innkeeper.common.Refusal NOT_NOW while the deal is open
     */
    public void open(CaseNumber deal) {
        desk.open(deal)
                .ifPresent(
                        progress ->
                                runtime.createProcessInstanceByKey(KEY)
                                        .businessKey(deal.value())
                                        .setVariables(
                                                ReviewVariables.OF_THE_REVIEW.values(progress))
                                        .execute());
    }
}
