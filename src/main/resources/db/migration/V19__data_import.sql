-- A file of customers, stays, invoices or payments, and how far it is taken.
CREATE TABLE IF NOT EXISTS data_import (
    id              BIGINT        NOT NULL AUTO_INCREMENT,
    number          VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    kind            VARCHAR(10)   COLLATE utf8mb4_bin NOT NULL,
    dates           VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
    charset         VARCHAR(40)   COLLATE utf8mb4_bin NOT NULL,
    -- Whose ids the customers have, where several systems are told apart.
    customer_system VARCHAR(40)   COLLATE utf8mb4_bin NULL,
    ignored         VARCHAR(2000) NOT NULL,
    file_name       VARCHAR(200)  NULL,
    state           VARCHAR(10)   COLLATE utf8mb4_bin NOT NULL,
    -- Of the content and of how it is to be read; null where the same file may be taken again.
    fingerprint     CHAR(64)      COLLATE utf8mb4_bin NULL,
    bytes           BIGINT        NOT NULL,
    pieces          INT           NOT NULL,
    pieces_kept     BOOLEAN       NOT NULL,
    bytes_done      BIGINT        NOT NULL,
    rows_done       BIGINT        NOT NULL,
    taken           BIGINT        NOT NULL,
    changed         BIGINT        NOT NULL,
    unchanged       BIGINT        NOT NULL,
    refused         BIGINT        NOT NULL,
    worked_millis   BIGINT        NOT NULL,
    failure         VARCHAR(1000) NULL,
    failure_remedy  VARCHAR(1000) NULL,
    failure_line    BIGINT        NULL,
    sent_by         VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    sent_at         DATETIME(3)   NOT NULL,
    started_at      DATETIME(3)   NULL,
    ended_at        DATETIME(3)   NULL,
    -- The node that works on it, until when no other one does.
    worked_by       VARCHAR(36)   COLLATE utf8mb4_bin NULL,
    worked_until    DATETIME(3)   NULL,
    PRIMARY KEY (id),
    UNIQUE KEY data_import_number (number),
    UNIQUE KEY data_import_fingerprint (fingerprint),
    KEY data_import_state (state, id),
    KEY data_import_pieces (pieces_kept, ended_at)
) DEFAULT CHARACTER SET utf8mb4;

-- The file itself, in the order in which it came in.
CREATE TABLE IF NOT EXISTS import_piece (
    number  VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    piece   INT         NOT NULL,
    content MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (number, piece)
) DEFAULT CHARACTER SET utf8mb4;

-- What was wrong with rows that were not taken.
CREATE TABLE IF NOT EXISTS import_problem (
    number  VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    row_no  BIGINT        NOT NULL,
    ordinal INT           NOT NULL,
    line    BIGINT        NOT NULL,
    field   VARCHAR(100)  NOT NULL,
    message VARCHAR(1000) NOT NULL,
    remedy  VARCHAR(1000) NOT NULL,
    PRIMARY KEY (number, row_no, ordinal)
) DEFAULT CHARACTER SET utf8mb4;
