/**
 * The words in which the rules of the key-account pipeline are written: facts that are measured,
 * and outcomes that rules call. No figure of the house's policy lives here; those live in {@code
 * rules/keyaccount}, as defaults that the house may change. The grades of deals, the rhythm of
 * their follow-ups and the marks of a key account are those of the house's own documents.
 */
@NullMarked
package dev.innkeeper.keyaccount.facts;

import org.jspecify.annotations.NullMarked;
