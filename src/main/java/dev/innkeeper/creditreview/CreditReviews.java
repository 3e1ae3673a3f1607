package dev.innkeeper.creditreview;

import org.springframework.data.repository.CrudRepository;

/** The credit reviews by number. */
interface CreditReviews extends CrudRepository<CreditReview, String> {}
