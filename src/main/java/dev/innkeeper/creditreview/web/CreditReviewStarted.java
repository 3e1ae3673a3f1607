package dev.innkeeper.creditreview.web;

import dev.innkeeper.creditreview.ReviewOpened;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of a request for a review. */
@Schema(name = "CreditReviewStarted", description = "What became of a request for a review")
record CreditReviewStarted(
        @Schema(example = "CRV-2026-000123") String number,
        @Schema(description = "The customer is under review already: the reason is noted there")
                boolean joined,
        String href) {

    static CreditReviewStarted of(ReviewOpened opened) {
        return new CreditReviewStarted(
                opened.number().value(),
                opened.how() != ReviewOpened.How.STARTED,
                CreditLinks.review(opened.number()));
    }
}
