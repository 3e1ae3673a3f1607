/**
 * Shadow: the rules of a draft beside the live ones. Each decision that is made is put to the draft
 * as well, a moment later; what it would have decided otherwise is recorded and never acted upon.
 */
@NullMarked
package dev.innkeeper.change.shadow;

import org.jspecify.annotations.NullMarked;
