package dev.innkeeper.workflow.migration;

import java.util.List;

/**
 * Where cases stand, and what would become of them in another version.
 *
 * @param cases how many stand there
 * @param at the elements at which each of them stands, side by side
 * @param moves what would move where
 * @param obstacles why they cannot move, each {@code English | 中文}; none where they can
 */
public record Place(long cases, List<String> at, List<Move> moves, List<String> obstacles) {

    /** Copies the lists. */
    public Place {
        at = List.copyOf(at);
        moves = List.copyOf(moves);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * An element, and the one of the new version that takes its place.
     *
     * @param from the id in the old version
     * @param fromName its name there, {@code English | 中文} where it has both
     * @param to the id in the new version, or empty where nothing takes its place
     * @param toName its name there likewise, or empty
     * @param perhaps where nothing takes its place: the ids of what might, the likeliest first
     */
    public record Move(
            String from, String fromName, String to, String toName, List<String> perhaps) {

        /** Copies the list. */
        public Move {
            perhaps = List.copyOf(perhaps);
        }
    }

    /** Whether the cases can move. */
    public boolean isMovable() {
        return obstacles.isEmpty();
    }
}
