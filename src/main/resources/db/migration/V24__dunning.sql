-- Overdue bills being collected, one case per customer at a time.
CREATE TABLE IF NOT EXISTS dunning (
    number              VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    version             INT           NOT NULL,
    customer_id         VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    -- The customer while the case is open: the key below keeps out a second one.
    open_customer       VARCHAR(24)   COLLATE utf8mb4_bin NULL,
    state               VARCHAR(12)   COLLATE utf8mb4_bin NOT NULL,
    state_since         DATETIME(3)   NOT NULL,
    opened_by           VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    opened_at           DATETIME(3)   NOT NULL,
    -- Invoices due before were handed over or withdrawn with an earlier case; null for none.
    due_from            DATE          NULL,
    stage               VARCHAR(12)   COLLATE utf8mb4_bin NOT NULL,
    stage_since         DATETIME(3)   NOT NULL,
    -- What a person is to do at this stage and has not done.
    task                VARCHAR(12)   COLLATE utf8mb4_bin NULL,
    task_due_at         DATETIME(3)   NULL,
    paused              BOOLEAN       NOT NULL,
    overdue             DECIMAL(15,2) NOT NULL,
    disputed            DECIMAL(15,2) NOT NULL,
    oldest_days_overdue INT           NOT NULL,
    next_check_at       DATETIME(3)   NULL,
    promised_until      DATE          NULL,
    call_again_on       DATE          NULL,
    -- Dunning has set the credit hold, and so lifts it.
    hold_set            BOOLEAN       NOT NULL,
    course              VARCHAR(12)   COLLATE utf8mb4_bin NULL,
    words               TEXT          COLLATE utf8mb4_unicode_520_ci NOT NULL,
    PRIMARY KEY (number),
    UNIQUE KEY dunning_open_customer (open_customer),
    KEY dunning_customer (customer_id, state, state_since),
    KEY dunning_state (state, stage, number),
    KEY dunning_stage (stage, number)
) DEFAULT CHARACTER SET utf8mb4;

-- What was done to get the money, and what the customer said.
CREATE TABLE IF NOT EXISTS dunning_action (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    dunning        VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    customer_id    VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    kind           VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    at             DATETIME(3)  NOT NULL,
    actor          VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    overdue        DECIMAL(15,2) NOT NULL,
    reached        BOOLEAN      NULL,
    promised_until DATE         NULL,
    reference      VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    words          TEXT         COLLATE utf8mb4_unicode_520_ci NOT NULL,
    PRIMARY KEY (id),
    KEY dunning_action_customer (customer_id, id),
    KEY dunning_action_dunning (dunning, id)
) DEFAULT CHARACTER SET utf8mb4;

-- Who asked whether a customer may sign a bill, and what was answered; facts and rules are in the
-- decision of the same id.
CREATE TABLE IF NOT EXISTS credit_check (
    decision_id CHAR(36)      COLLATE utf8mb4_bin NOT NULL,
    customer_id VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    asked_at    DATETIME(3)   NOT NULL,
    asked_by    VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    amount      DECIMAL(15,2) NOT NULL,
    reference   VARCHAR(100)  COLLATE utf8mb4_bin NOT NULL,
    verdict     VARCHAR(12)   COLLATE utf8mb4_bin NOT NULL,
    deposit     DECIMAL(15,2) NOT NULL,
    PRIMARY KEY (decision_id),
    KEY credit_check_customer (customer_id, asked_at),
    KEY credit_check_asked (asked_at, verdict)
) DEFAULT CHARACTER SET utf8mb4;
