/** Working time: when a department works, on holidays and make-up days too. */
@NullMarked
package dev.innkeeper.calendar;

import org.jspecify.annotations.NullMarked;
