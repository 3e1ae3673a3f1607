CREATE SEQUENCE IF NOT EXISTS deal_number START WITH 1 INCREMENT BY 1 CACHE 100;

-- A lead and the deal that it becomes.
CREATE TABLE IF NOT EXISTS deal (
    number                 VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    version                INT           NOT NULL,
    stage                  VARCHAR(12)   COLLATE utf8mb4_bin NOT NULL,
    imported               BOOLEAN       NOT NULL,
    external_id            VARCHAR(200)  COLLATE utf8mb4_bin NULL,
    registered_by          VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    registered_at          DATETIME(3)   NOT NULL,
    source                 VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
    partner_id             VARCHAR(24)   COLLATE utf8mb4_bin NULL,
    customer_id            VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    contact_name           VARCHAR(200)  COLLATE utf8mb4_unicode_520_ci NULL,
    contact_company        VARCHAR(200)  COLLATE utf8mb4_unicode_520_ci NULL,
    contact_phone          VARCHAR(60)   COLLATE utf8mb4_bin NULL,
    contact_email          VARCHAR(254)  COLLATE utf8mb4_unicode_520_ci NULL,
    contact_we_chat        VARCHAR(100)  COLLATE utf8mb4_bin NULL,
    product                VARCHAR(100)  COLLATE utf8mb4_unicode_520_ci NOT NULL,
    words                  TEXT          NOT NULL,
    need                   VARCHAR(8)    COLLATE utf8mb4_bin NOT NULL,
    chance                 BOOLEAN       NOT NULL,
    budget_known           BOOLEAN       NOT NULL,
    decision_maker_known   BOOLEAN       NOT NULL,
    yearly_volume          DECIMAL(15,2) NULL,
    value                  DECIMAL(15,2) NOT NULL,
    expected_close_on      DATE          NULL,
    owner                  VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    farmer                 VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    points                 INT           NOT NULL,
    verdict                VARCHAR(8)    COLLATE utf8mb4_bin NULL,
    nurture_until          DATETIME(3)   NULL,
    contact_verified       BOOLEAN       NOT NULL,
    steps                  TEXT          NOT NULL,
    planned_by             VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    plan_approved_by       VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    plan_remark            TEXT          NOT NULL,
    proposed_on            DATE          NULL,
    top_level_contact      VARCHAR(200)  COLLATE utf8mb4_unicode_520_ci NULL,
    customers_answer       TEXT          NOT NULL,
    competitor             VARCHAR(100)  COLLATE utf8mb4_unicode_520_ci NULL,
    no_competitor          BOOLEAN       NOT NULL,
    contract_number        VARCHAR(100)  COLLATE utf8mb4_bin NULL,
    contract_date          DATE          NULL,
    term_months            INT           NOT NULL,
    prepaid                BOOLEAN       NOT NULL,
    credit_requested       DECIMAL(15,2) NOT NULL,
    margin_above_average   BOOLEAN       NOT NULL,
    strategic              BOOLEAN       NOT NULL,
    advanced_management    BOOLEAN       NOT NULL,
    missing                VARCHAR(200)  COLLATE utf8mb4_bin NOT NULL,
    grade                  CHAR(1)       COLLATE utf8mb4_bin NULL,
    urgency                VARCHAR(12)   COLLATE utf8mb4_bin NULL,
    follow_up_every_days   INT           NOT NULL,
    follow_up_open_days    INT           NOT NULL,
    followed_up_at         DATETIME(3)   NULL,
    follow_up_due_at       DATETIME(3)   NULL,
    missed_in_a_row        INT           NOT NULL,
    missed_at_last_check   INT           NOT NULL,
    stage_since            DATETIME(3)   NOT NULL,
    days_at_last_check     INT           NOT NULL,
    stalled_at             DATETIME(3)   NULL,
    level                  INT           NOT NULL,
    next_check_at          DATETIME(3)   NULL,
    reason                 VARCHAR(60)   COLLATE utf8mb4_bin NULL,
    reason_words           TEXT          NOT NULL,
    closed_from            VARCHAR(12)   COLLATE utf8mb4_bin NULL,
    closed_at              DATETIME(3)   NULL,
    key_account            BOOLEAN       NOT NULL,
    first_payment_at       DATETIME(3)   NULL,
    cancelled_at           DATETIME(3)   NULL,
    cancel_words           TEXT          NOT NULL,
    linked_to              VARCHAR(24)   COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (number),
    UNIQUE KEY deal_external (registered_by, external_id),
    KEY deal_external_id (external_id),
    KEY deal_registered (registered_at, number),
    KEY deal_stage (stage, registered_at),
    KEY deal_owner (owner, stage, registered_at),
    KEY deal_grade (grade, stage, registered_at),
    KEY deal_customer (customer_id, stage, registered_at),
    KEY deal_stalled (stalled_at),
    KEY deal_expected (expected_close_on),
    KEY deal_closed (closed_at, stage),
    KEY deal_product (product, stage),
    KEY deal_competitor (competitor, stage)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- When a deal was in which stage: the funnel is counted from here.
CREATE TABLE IF NOT EXISTS deal_stage (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    number     VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    stage      VARCHAR(12) COLLATE utf8mb4_bin NOT NULL,
    entered_at DATETIME(3) NOT NULL,
    left_at    DATETIME(3) NULL,
    PRIMARY KEY (id),
    KEY deal_stage_deal (number, id),
    KEY deal_stage_entered (stage, entered_at)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS deal_team (
    number  VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    user_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (number, user_id),
    KEY deal_team_user (user_id)
) DEFAULT CHARACTER SET utf8mb4;

-- What may be spent, by kind, and what has been.
CREATE TABLE IF NOT EXISTS deal_budget (
    number  VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    kind    VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
    planned DECIMAL(15,2) NOT NULL,
    spent   DECIMAL(15,2) NOT NULL,
    PRIMARY KEY (number, kind)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS deal_follow_up (
    id                BIGINT      NOT NULL AUTO_INCREMENT,
    number            VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    at                DATETIME(3) NOT NULL,
    actor             VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    words             TEXT        NOT NULL,
    next_step         TEXT        NOT NULL,
    need              VARCHAR(8)  COLLATE utf8mb4_bin NOT NULL,
    chance            BOOLEAN     NOT NULL,
    expected_close_on DATE        NULL,
    grade             CHAR(1)     COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY deal_follow_up_deal (number, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The reference keeps a payment that is told twice from counting twice.
CREATE TABLE IF NOT EXISTS deal_payment (
    id        BIGINT        NOT NULL AUTO_INCREMENT,
    number    VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    reference VARCHAR(100)  COLLATE utf8mb4_bin NOT NULL,
    amount    DECIMAL(15,2) NOT NULL,
    paid_at   DATETIME(3)   NOT NULL,
    at        DATETIME(3)   NOT NULL,
    actor     VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY deal_payment_once (number, reference),
    KEY deal_payment_paid (paid_at)
) DEFAULT CHARACTER SET utf8mb4;

ALTER TABLE customer
    ADD COLUMN IF NOT EXISTS credit_limit DECIMAL(15,2) NULL,
    ADD COLUMN IF NOT EXISTS credit_score INT NULL,
    ADD COLUMN IF NOT EXISTS credit_hold BOOLEAN NOT NULL DEFAULT FALSE;
