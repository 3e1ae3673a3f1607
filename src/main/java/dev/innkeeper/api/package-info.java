/**
 * The manners that all REST endpoints share: problem details, idempotent starts, pages, limits and
 * the description of the API.
 */
@NullMarked
package dev.innkeeper.api;

import org.jspecify.annotations.NullMarked;
