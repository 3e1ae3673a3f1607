package dev.innkeeper.workflow.migration;

/** What became of a case in a migration. */
public enum CaseState {
    /** Its turn has not come. */
    WAITING,
    /** It goes on in the new version. */
    MOVED,
    /** It could not be moved and is as it was. */
    FAILED,
    /** It had ended, or was in another version already, when its turn came. */
    GONE
}
