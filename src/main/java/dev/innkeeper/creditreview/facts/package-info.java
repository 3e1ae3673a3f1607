/**
 * The words in which the rules of the credit re-review are written: facts that are measured, and
 * outcomes that rules call. No figure of the house's policy lives here; those live in {@code
 * rules/creditreview}, as defaults that the house may change.
 */
@NullMarked
package dev.innkeeper.creditreview.facts;

import org.jspecify.annotations.NullMarked;
