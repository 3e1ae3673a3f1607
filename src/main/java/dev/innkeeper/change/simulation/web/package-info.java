/** The REST doors of simulations, and of keeping their cases as scenarios. */
@NullMarked
package dev.innkeeper.change.simulation.web;

import org.jspecify.annotations.NullMarked;
