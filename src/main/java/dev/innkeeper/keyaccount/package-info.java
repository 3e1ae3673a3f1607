/** The key-account pipeline: from a lead to the lesson of a closed deal. */
@NullMarked
package dev.innkeeper.keyaccount;

import org.jspecify.annotations.NullMarked;
