package dev.innkeeper.keyaccount;

import org.springframework.data.repository.CrudRepository;

/** The reviews by the number of their deal. */
interface DealReviews extends CrudRepository<DealReview, String> {}
