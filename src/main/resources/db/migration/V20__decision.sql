-- Every answer of the rules, in the transaction of the case that asked.
CREATE TABLE IF NOT EXISTS decision (
    id          CHAR(36)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    case_number VARCHAR(24)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name        VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    headline    VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    release_id  CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    decided_at  DATETIME(3)  NOT NULL,
    micros      BIGINT       NOT NULL,
    facts       MEDIUMTEXT   NOT NULL,
    result      MEDIUMTEXT   NOT NULL,
    fired       MEDIUMTEXT   NOT NULL,
    PRIMARY KEY (id),
    KEY decision_case (case_number, decided_at),
    KEY decision_name (name, decided_at),
    KEY decision_release (release_id)
) DEFAULT CHARACTER SET utf8mb4;

-- The files of every release that ever served, so that an answer can be replayed and a broken folder has a last good one.
CREATE TABLE IF NOT EXISTS rule_release (
    name           VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    release_id     CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    files          LONGTEXT     NOT NULL,
    first_served   DATETIME(3)  NOT NULL,
    last_served    DATETIME(3)  NOT NULL,
    PRIMARY KEY (name, release_id),
    KEY rule_release_last (name, last_served)
) DEFAULT CHARACTER SET utf8mb4;
