/**
 * What is done every night for many customers: page by page, each page one transaction, shared by
 * the nodes of a cluster and gone on with where one of them ended.
 */
@NullMarked
package dev.innkeeper.nightly;

import org.jspecify.annotations.NullMarked;
