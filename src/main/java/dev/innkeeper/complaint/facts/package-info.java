/**
 * The words in which the rules of complaints are written: facts that are measured, and outcomes
 * that rules call. No figure of the house's policy lives here; those live in {@code
 * rules/complaint}.
 */
@NullMarked
package dev.innkeeper.complaint.facts;

import org.jspecify.annotations.NullMarked;
