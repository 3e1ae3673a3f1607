CREATE TABLE IF NOT EXISTS credit_review (
    number              VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    version             INT           NOT NULL,
    state               VARCHAR(12)   COLLATE utf8mb4_bin NOT NULL,
    state_since         DATETIME(3)   NOT NULL,
    customer_id         VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    cause               VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
    requested_by        VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    requested_at        DATETIME(3)   NOT NULL,
    -- The day as of which the figures are read.
    as_of               DATE          NOT NULL,
    -- As of a day before the one on which it was opened: its terms hold from that day.
    backdated           BOOLEAN       NOT NULL,
    -- When the customer was due for a review.
    due_on              DATE          NOT NULL,
    tier                VARCHAR(20)   COLLATE utf8mb4_bin NULL,
    -- The figures that were judged.
    turnover            DECIMAL(15,2) NULL,
    monthly_spend       DECIMAL(15,2) NULL,
    average_days_late   DECIMAL(9,2)  NULL,
    worst_days_late     INT           NULL,
    open_balance        DECIMAL(15,2) NULL,
    overdue             DECIMAL(15,2) NULL,
    oldest_days_overdue INT           NULL,
    disputed_share      DECIMAL(5,2)  NULL,
    dso                 DECIMAL(12,1) NULL,
    limit_use           DECIMAL(15,4) NULL,
    collected_at        DATETIME(3)   NULL,
    -- What people assessed, 0 to 100 each.
    company             INT           NULL,
    market              INT           NULL,
    economy             INT           NULL,
    company_words       TEXT          COLLATE utf8mb4_unicode_520_ci NULL,
    company_by          VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    company_at          DATETIME(3)   NULL,
    finances            INT           NULL,
    guarantees          INT           NULL,
    planned_spend       DECIMAL(15,2) NULL,
    finances_words      TEXT          COLLATE utf8mb4_unicode_520_ci NULL,
    score_override      INT           NULL,
    override_reason     TEXT          COLLATE utf8mb4_unicode_520_ci NULL,
    finances_by         VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    finances_at         DATETIME(3)   NULL,
    -- What the rules said.
    judged_score        INT           NULL,
    band                VARCHAR(12)   COLLATE utf8mb4_bin NULL,
    new_limit           DECIMAL(15,2) NULL,
    term_days           INT           NULL,
    cash_only           BOOLEAN       NULL,
    next_review_days    INT           NULL,
    movement            VARCHAR(8)    COLLATE utf8mb4_bin NULL,
    tell                VARCHAR(500)  COLLATE utf8mb4_bin NULL,
    -- The version of the terms before, and of those that it granted.
    terms_before        INT           NULL,
    terms_granted       INT           NULL,
    approver_group      VARCHAR(40)   COLLATE utf8mb4_bin NULL,
    decided_by          VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    decided_at          DATETIME(3)   NULL,
    decision_words      TEXT          COLLATE utf8mb4_unicode_520_ci NOT NULL,
    told                VARCHAR(500)  COLLATE utf8mb4_bin NOT NULL,
    told_at             DATETIME(3)   NULL,
    informed_by         VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    informed_at         DATETIME(3)   NULL,
    informed_words      TEXT          COLLATE utf8mb4_unicode_520_ci NOT NULL,
    customers_answer    TEXT          COLLATE utf8mb4_unicode_520_ci NOT NULL,
    PRIMARY KEY (number),
    KEY credit_review_customer (customer_id, number),
    KEY credit_review_state (state, number),
    KEY credit_review_due (due_on, state, number)
) DEFAULT CHARACTER SET utf8mb4;

-- What each factor brought to the score of a review.
CREATE TABLE IF NOT EXISTS credit_review_factor (
    review       VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    position     INT          NOT NULL,
    factor       VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    points       DECIMAL(5,2) NOT NULL,
    weight       INT          NOT NULL,
    contribution DECIMAL(7,2) NOT NULL,
    PRIMARY KEY (review, position),
    CONSTRAINT credit_review_factor_of FOREIGN KEY (review) REFERENCES credit_review (number)
) DEFAULT CHARACTER SET utf8mb4;

-- Why credit was reviewed. The primary key is what lets each event start or join one review only,
-- whatever is told twice.
CREATE TABLE IF NOT EXISTS credit_event (
    customer_id VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    cause       VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    event_key   VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
    at          DATETIME(3)  NOT NULL,
    actor       VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    words       TEXT         COLLATE utf8mb4_unicode_520_ci NOT NULL,
    review      VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (customer_id, cause, event_key),
    KEY credit_event_review (review, at)
) DEFAULT CHARACTER SET utf8mb4;
