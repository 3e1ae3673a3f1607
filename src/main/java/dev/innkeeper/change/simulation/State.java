package dev.innkeeper.change.simulation;

/** How far a simulation is. */
public enum State {
    /** No node has begun. */
    WAITING,
    /** A node is at it, or will go on where another one left it. */
    RUNNING,
    /** All that was asked for is done. */
    DONE,
    /** Somebody ended it; what was done until then stays. */
    CANCELLED,
    /** It could not be done; its note tells why. */
    FAILED;

    /** Whether nothing more happens to it. */
    public boolean isOver() {
        return this != WAITING && this != RUNNING;
    }
}
