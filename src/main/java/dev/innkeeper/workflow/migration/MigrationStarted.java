package dev.innkeeper.workflow.migration;

/**
 * Cases wait to be moved.
 *
 * @param migration the number of the migration
 */
record MigrationStarted(long migration) {}
