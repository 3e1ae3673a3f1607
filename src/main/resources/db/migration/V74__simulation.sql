-- Whoever asks recorded questions again reads the answers of a decision in their order, and counts the cases
-- they are about; the index holds all that this needs.
CREATE INDEX IF NOT EXISTS decision_in_order ON decision (name, decided_at, id, case_number);
DROP INDEX IF EXISTS decision_name ON decision;

-- Rules of a draft, tried on recorded decisions: of a period in the past (WHAT_IF), or of each decision that is
-- made from now on (SHADOW). One node at a time works on it, which its lease tells.
CREATE TABLE IF NOT EXISTS simulation (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    kind          VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    draft_id      BIGINT       NOT NULL,
    content_hash  CHAR(64)     COLLATE utf8mb4_bin NOT NULL,
    from_at       DATETIME(3)  NOT NULL,
    to_at         DATETIME(3)  NOT NULL,
    state         VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    note          VARCHAR(1000) COLLATE utf8mb4_unicode_520_ci NOT NULL,
    started_by    VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    created_at    DATETIME(3)  NOT NULL,
    begun_at      DATETIME(3)  NULL,
    ended_at      DATETIME(3)  NULL,
    cases         BIGINT       NOT NULL,
    cases_changed BIGINT       NOT NULL,
    runner        VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    lease_until   DATETIME(3)  NOT NULL,
    attempts      INT          NOT NULL,
    PRIMARY KEY (id),
    KEY simulation_draft (draft_id, kind, id),
    KEY simulation_state (state, kind, lease_until)
) DEFAULT CHARACTER SET utf8mb4;

-- One decision of it: the rules tried, how far they have come, and what came of it.
CREATE TABLE IF NOT EXISTS simulation_decision (
    simulation_id BIGINT       NOT NULL,
    name          VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    release_id    CHAR(64)     COLLATE utf8mb4_bin NOT NULL,
    files         LONGTEXT     NOT NULL,
    position_at   DATETIME(3)  NOT NULL,
    position_id   VARCHAR(36)  COLLATE utf8mb4_bin NOT NULL,
    total         BIGINT       NOT NULL,
    looked        BIGINT       NOT NULL,
    changed       BIGINT       NOT NULL,
    failed        BIGINT       NOT NULL,
    erased        BIGINT       NOT NULL,
    figures       MEDIUMTEXT   NOT NULL,
    PRIMARY KEY (simulation_id, name)
) DEFAULT CHARACTER SET utf8mb4;

-- A recorded decision that the draft decides otherwise, or cannot decide. What was decided then stands in its record.
CREATE TABLE IF NOT EXISTS simulation_case (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    simulation_id BIGINT       NOT NULL,
    decision_id   CHAR(36)     COLLATE utf8mb4_bin NOT NULL,
    case_number   VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    name          VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    was           VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    becomes       VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    problem       TEXT         COLLATE utf8mb4_unicode_520_ci NOT NULL,
    changes       MEDIUMTEXT   NOT NULL,
    result        MEDIUMTEXT   NOT NULL,
    fired         MEDIUMTEXT   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY simulation_case_decision (simulation_id, decision_id),
    KEY simulation_case_outcome (simulation_id, name, was, becomes, case_number),
    KEY simulation_case_number (simulation_id, case_number)
) DEFAULT CHARACTER SET utf8mb4;
