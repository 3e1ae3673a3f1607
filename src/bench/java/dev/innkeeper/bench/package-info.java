/**
 * Benchmarks: Innkeeper beside the bare things that it is made of, in one run and in turns, so that
 * their ratio means something on any machine.
 */
@NullMarked
package dev.innkeeper.bench;

import org.jspecify.annotations.NullMarked;
