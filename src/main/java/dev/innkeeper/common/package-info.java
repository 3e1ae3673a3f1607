/** Values that every feature and every layer share: groups, actors, numbers, money, refusals. */
@NullMarked
package dev.innkeeper.common;

import org.jspecify.annotations.NullMarked;
