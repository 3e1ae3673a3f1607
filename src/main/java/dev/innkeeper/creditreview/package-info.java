/** The credit re-review: what credit the customers of the house have, looked at again and again. */
@NullMarked
package dev.innkeeper.creditreview;

import org.jspecify.annotations.NullMarked;
