/**
 * The gate: reads rules by our own small grammar, checks them against the vocabulary of their
 * decision, and writes anew what the rule engine compiles. What the gate does not understand does
 * not exist for the engine.
 */
@NullMarked
package dev.innkeeper.decision.gate;

import org.jspecify.annotations.NullMarked;
