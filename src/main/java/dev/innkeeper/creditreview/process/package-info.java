/**
 * The processes of credit: they start, correlate and complete; judgement and story are elsewhere.
 */
@NullMarked
package dev.innkeeper.creditreview.process;

import org.jspecify.annotations.NullMarked;
