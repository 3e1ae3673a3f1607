package dev.innkeeper.decision.load;

import dev.innkeeper.decision.Fired;
import java.util.List;

/**
 * What a rule set answered.
 *
 * @param result the folded result
 * @param fired the rules that fired
 * @param headline the short word for the metrics
 * @param nanos the time taken
 * @param <R> the type of the result
 */
public record Answer<R extends Record>(R result, List<Fired> fired, String headline, long nanos) {}
