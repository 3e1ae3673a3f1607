CREATE TABLE IF NOT EXISTS case_event (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    case_number VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    at          DATETIME(3)  NOT NULL,
    actor       VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    event       VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    what        VARCHAR(500) NOT NULL,
    reasons     TEXT         NOT NULL,
    note        MEDIUMTEXT   NOT NULL,
    decision_id VARCHAR(64)  COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (id),
    KEY case_event_case (case_number, id)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS case_clock (
    id                 BIGINT       NOT NULL AUTO_INCREMENT,
    case_number        VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    clock              VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    policy             VARCHAR(300) NOT NULL,
    state              VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    calendar           VARCHAR(60)  COLLATE utf8mb4_bin NOT NULL,
    allowed_millis     BIGINT       NOT NULL,
    limit_millis       BIGINT       NOT NULL,
    started_at         DATETIME(3)  NOT NULL,
    running_since      DATETIME(3)  NULL,
    used_millis        BIGINT       NOT NULL,
    elapsed_millis     BIGINT       NOT NULL,
    due_at             DATETIME(3)  NOT NULL,
    late               BOOLEAN      NOT NULL,
    ended_at           DATETIME(3)  NULL,
    checked_percent    INT          NOT NULL,
    next_check_percent INT          NULL,
    PRIMARY KEY (id),
    KEY case_clock_case (case_number, id),
    KEY case_clock_figures (clock, ended_at, late)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS case_clock_entry (
    id       BIGINT       NOT NULL AUTO_INCREMENT,
    clock_id BIGINT       NOT NULL,
    at       DATETIME(3)  NOT NULL,
    mark     VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
    why      VARCHAR(500) NOT NULL,
    actor    VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY case_clock_entry_clock (clock_id, id),
    CONSTRAINT case_clock_entry_of FOREIGN KEY (clock_id) REFERENCES case_clock (id)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS case_link (
    case_number  VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    other_number VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    kind         VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    at           DATETIME(3) NOT NULL,
    PRIMARY KEY (case_number, other_number, kind)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS case_document (
    id          VARCHAR(36)  COLLATE utf8mb4_bin NOT NULL,
    case_number VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    name        VARCHAR(200) NOT NULL,
    media_type  VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    size        BIGINT       NOT NULL,
    sha256      CHAR(64)     COLLATE utf8mb4_bin NOT NULL,
    at          DATETIME(3)  NOT NULL,
    actor       VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    content     LONGBLOB     NOT NULL,
    PRIMARY KEY (id),
    KEY case_document_case (case_number, at)
) DEFAULT CHARACTER SET utf8mb4;
