package dev.innkeeper.creditreview;

/** What a dunning case waits for. */
public enum DunningStanding {
    /** For somebody who does a task. */
    TASK,
    /** For the next check, or for news of the debt. */
    WAITING,
    /** For nothing: it is over. */
    SETTLED
}
