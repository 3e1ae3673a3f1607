/**
 * Serves decisions: keeps the last good rules live, watches the folder, asks, records, explains,
 * replays.
 */
@NullMarked
package dev.innkeeper.decision.serve;

import org.jspecify.annotations.NullMarked;
