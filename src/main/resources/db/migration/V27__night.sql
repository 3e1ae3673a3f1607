-- How far each kind of nightly work has come for a day. The row is locked while a page is done, so
-- that one node works on it at a time, and moves on with the page, so that nothing is left out or
-- begun anew whatever happens to that node.
CREATE TABLE IF NOT EXISTS night_run (
    work       VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    day        DATE         NOT NULL,
    after_id   VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    looked     INT          NOT NULL,
    done       INT          NOT NULL,
    failed     INT          NOT NULL,
    started_at DATETIME(3)  NOT NULL,
    ended_at   DATETIME(3)  NULL,
    PRIMARY KEY (work, day),
    KEY night_run_day (day, started_at)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS night_problem (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    work        VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    day         DATE         NOT NULL,
    customer_id VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    problem     VARCHAR(500) COLLATE utf8mb4_unicode_520_ci NOT NULL,
    at          DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    KEY night_problem_run (work, day, id)
) DEFAULT CHARACTER SET utf8mb4;
