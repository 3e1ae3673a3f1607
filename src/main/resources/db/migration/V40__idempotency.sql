-- The first answer to every request that starts something, by caller and key.
CREATE TABLE IF NOT EXISTS idempotent_request (
    caller      VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    request_key VARCHAR(220) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    body_hash   CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    answer      MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    asked_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (caller, request_key),
    INDEX idempotent_request_asked_at (asked_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
