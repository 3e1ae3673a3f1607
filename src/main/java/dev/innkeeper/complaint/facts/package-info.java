/**
 * The words in which the rules of complaints are written: facts that are measured, and outcomes
 * that rules call. No figure of the house's policy lives here; those live in {@code
 * rules/complaint}, as defaults that the house may change. The 7 days in which a complaint must be
 * resolved are those of the consumer law; the dimensions of service quality are those of SERVQUAL.
 */
@NullMarked
package dev.innkeeper.complaint.facts;

import org.jspecify.annotations.NullMarked;
