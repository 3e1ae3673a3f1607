/** Over REST: the versions of processes, and moving running cases from one to another. */
@NullMarked
package dev.innkeeper.change.migration;

import org.jspecify.annotations.NullMarked;
