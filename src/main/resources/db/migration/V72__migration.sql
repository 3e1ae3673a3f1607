-- Running cases that move from one version of their process to another, as somebody asked.
CREATE TABLE IF NOT EXISTS migration (
    id              BIGINT        NOT NULL AUTO_INCREMENT,
    process_key     VARCHAR(255)  COLLATE utf8mb4_bin NOT NULL,
    from_definition VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    from_version    INT           NOT NULL,
    to_definition   VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    to_version      INT           NOT NULL,
    -- Which element takes the place of which, as JSON, where they have not the same id.
    activities      TEXT          COLLATE utf8mb4_bin NOT NULL,
    state           VARCHAR(10)   COLLATE utf8mb4_bin NOT NULL,
    asked_by        VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    asked_at        DATETIME(3)   NOT NULL,
    ended_at        DATETIME(3)   NULL,
    PRIMARY KEY (id),
    KEY migration_state (state, id),
    KEY migration_process (process_key, id)
) DEFAULT CHARACTER SET utf8mb4;

-- The cases that ran when it was asked, and what became of each. A node works on a case by locking
-- its row in the transaction that moves it, so that a case is moved once however many nodes there
-- are, and waits again where one of them dies.
CREATE TABLE IF NOT EXISTS migration_case (
    migration        BIGINT        NOT NULL,
    process_instance VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    business_key     VARCHAR(255)  COLLATE utf8mb4_bin NULL,
    state            VARCHAR(10)   COLLATE utf8mb4_bin NOT NULL,
    reason           VARCHAR(4000) COLLATE utf8mb4_unicode_520_ci NULL,
    changed_at       DATETIME(3)   NOT NULL,
    PRIMARY KEY (migration, process_instance),
    KEY migration_case_state (migration, state, process_instance),
    KEY migration_case_number (migration, business_key)
) DEFAULT CHARACTER SET utf8mb4;
