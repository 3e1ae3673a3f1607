package dev.innkeeper.workflow.migration;

/** How far a migration is. */
public enum MigrationState {
    /** Cases wait to be moved. */
    RUNNING,
    /** Every case was moved, could not be, or is over. */
    DONE
}
