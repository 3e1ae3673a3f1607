/**
 * Running cases and a new version of their diagram: what would move where, what cannot and why, and
 * moving them, a page at a time, without losing a timer or a case.
 */
@NullMarked
package dev.innkeeper.workflow.migration;

import org.jspecify.annotations.NullMarked;
