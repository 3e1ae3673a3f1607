/** Brings the files of a decision's folder to life: read, checked, compiled, kept, watched. */
@NullMarked
package dev.innkeeper.decision.load;

import org.jspecify.annotations.NullMarked;
