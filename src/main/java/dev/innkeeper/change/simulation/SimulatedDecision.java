package dev.innkeeper.change.simulation;

import dev.innkeeper.decision.serve.DecisionRecords;

/**
 * How far a simulation has come with one decision.
 *
 * @param name the decision
 * @param release the hash of the files that are tried
 * @param position the last record that was looked at
 * @param total how many records there are to look at; 0 as long as nobody has counted
 * @param looked how many were looked at
 * @param changed how many of them the draft decides otherwise
 * @param failed how many of them the draft cannot decide
 * @param erased how many of them nobody can tell, since what people wrote has been erased; they
 *     count in no other figure
 * @param figures what came of it
 */
public record SimulatedDecision(
        String name,
        String release,
        DecisionRecords.Position position,
        long total,
        long looked,
        long changed,
        long failed,
        long erased,
        Figures figures) {}
