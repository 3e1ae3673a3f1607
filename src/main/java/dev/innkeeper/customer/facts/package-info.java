/**
 * The words in which the rules of the customer file are written: facts that are measured, and
 * outcomes that rules call. No figure of the house's policy lives here; those live in {@code
 * rules/customer}, as defaults that the house may change. The classes by share of the turnover, the
 * life-cycle stages and the occasions of care are those of the house's own documents.
 */
@NullMarked
package dev.innkeeper.customer.facts;

import org.jspecify.annotations.NullMarked;
