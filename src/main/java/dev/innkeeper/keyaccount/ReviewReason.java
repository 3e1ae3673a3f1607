package dev.innkeeper.keyaccount;

import org.springframework.data.relational.core.mapping.Table;

/** A reason that a review names; its place in the list is its weight. */
@Table("deal_review_reason")
record ReviewReason(String code) {}
