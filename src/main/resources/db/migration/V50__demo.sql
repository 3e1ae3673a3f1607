-- What a demonstration remembers over a restart; at most one row. Empty where there is no demo.
CREATE TABLE IF NOT EXISTS demo_state (
    id                 TINYINT     NOT NULL PRIMARY KEY CHECK (id = 1),
    clock_ahead_millis BIGINT      NOT NULL,
    day_begun_at       DATETIME(3) NULL,
    day_ended_at       DATETIME(3) NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
