CREATE SEQUENCE IF NOT EXISTS partner_number START WITH 1 INCREMENT BY 1 CACHE 20;

CREATE SEQUENCE IF NOT EXISTS reward_number START WITH 1 INCREMENT BY 1 CACHE 20;

CREATE TABLE IF NOT EXISTS partner (
    id                    VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    version               INT          NOT NULL,
    kind                  VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    name                  VARCHAR(200) COLLATE utf8mb4_unicode_520_ci NOT NULL,
    contact_name          VARCHAR(200) COLLATE utf8mb4_unicode_520_ci NULL,
    contact_company       VARCHAR(200) COLLATE utf8mb4_unicode_520_ci NULL,
    contact_phone         VARCHAR(60)  COLLATE utf8mb4_bin NULL,
    contact_email         VARCHAR(254) COLLATE utf8mb4_unicode_520_ci NULL,
    contact_we_chat       VARCHAR(100) COLLATE utf8mb4_bin NULL,
    pay_to                VARCHAR(500) NOT NULL,
    our_employee          BOOLEAN      NOT NULL,
    customers_employee    BOOLEAN      NOT NULL,
    employee_words        VARCHAR(500) NOT NULL,
    note                  TEXT         NOT NULL,
    registered_by         VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    registered_at         DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    KEY partner_name (name, id),
    KEY partner_phone (contact_phone),
    KEY partner_email (contact_email),
    KEY partner_we_chat (contact_we_chat),
    KEY partner_kind (kind, name, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS partner_registration (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    partner_id     VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    customer_id    VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    at             DATETIME(3)  NOT NULL,
    project        TEXT         COLLATE utf8mb4_unicode_520_ci NOT NULL,
    proof          TEXT         COLLATE utf8mb4_unicode_520_ci NOT NULL,
    proof_document VARCHAR(200) NOT NULL,
    entered_by     VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    entered_at     DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    KEY partner_registration_partner (partner_id, at, id),
    KEY partner_registration_customer (customer_id, at, id),
    CONSTRAINT partner_registration_of FOREIGN KEY (partner_id) REFERENCES partner (id)
) DEFAULT CHARACTER SET utf8mb4;

-- What an auditor found about a partner or a deal; open until it is closed.
CREATE TABLE IF NOT EXISTS audit_finding (
    id            BIGINT      NOT NULL AUTO_INCREMENT,
    subject       VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    words         TEXT        COLLATE utf8mb4_unicode_520_ci NOT NULL,
    opened_by     VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    opened_at     DATETIME(3) NOT NULL,
    closing_words TEXT        COLLATE utf8mb4_unicode_520_ci NOT NULL,
    closed_by     VARCHAR(64) COLLATE utf8mb4_bin NULL,
    closed_at     DATETIME(3) NULL,
    PRIMARY KEY (id),
    KEY audit_finding_subject (subject, closed_at)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS reward (
    number             VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    version            INT           NOT NULL,
    state              VARCHAR(12)   COLLATE utf8mb4_bin NOT NULL,
    state_since        DATETIME(3)   NOT NULL,
    deal               VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    partner_id         VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    registration_id    BIGINT        NOT NULL,
    registered_at      DATETIME(3)   NOT NULL,
    lead_at            DATETIME(3)   NOT NULL,
    position           INT           NULL,
    partners           INT           NULL,
    amount             DECIMAL(15,2) NOT NULL,
    missing            VARCHAR(200)  COLLATE utf8mb4_bin NOT NULL,
    claim_days         INT           NOT NULL,
    claw_back_days     INT           NOT NULL,
    approver_group     VARCHAR(40)   COLLATE utf8mb4_bin NULL,
    decided_by         VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    approved_at        DATETIME(3)   NULL,
    earned_at          DATETIME(3)   NULL,
    claim_until        DATETIME(3)   NULL,
    claimed_at         DATETIME(3)   NULL,
    claimed_by         VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    payable_at         DATETIME(3)   NULL,
    paid_at            DATETIME(3)   NULL,
    claw_back_until    DATETIME(3)   NULL,
    lapse              VARCHAR(24)   COLLATE utf8mb4_bin NULL,
    words              TEXT          NOT NULL,
    -- the registration while its reward can still be paid: one registration serves one deal
    serving            BIGINT        NULL,
    PRIMARY KEY (number),
    UNIQUE KEY reward_one_per_deal_and_partner (deal, partner_id),
    UNIQUE KEY reward_one_per_registration (serving),
    KEY reward_partner (partner_id, number),
    KEY reward_state (state, state_since, number),
    KEY reward_claim_until (claim_until),
    CONSTRAINT reward_of FOREIGN KEY (partner_id) REFERENCES partner (id)
) DEFAULT CHARACTER SET utf8mb4;

-- The primary key is what lets a reward be paid once, whatever is retried.
CREATE TABLE IF NOT EXISTS reward_payment (
    reward         VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    amount         DECIMAL(15,2) NOT NULL,
    bank_reference VARCHAR(100)  COLLATE utf8mb4_bin NOT NULL,
    paid_by        VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    paid_at        DATETIME(3)   NOT NULL,
    PRIMARY KEY (reward),
    KEY reward_payment_at (paid_at),
    CONSTRAINT reward_payment_of FOREIGN KEY (reward) REFERENCES reward (number)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS reward_claw_back (
    reward       VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    amount       DECIMAL(15,2) NOT NULL,
    reference    VARCHAR(100)  COLLATE utf8mb4_bin NOT NULL,
    collected_by VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    collected_at DATETIME(3)   NOT NULL,
    PRIMARY KEY (reward),
    KEY reward_claw_back_at (collected_at),
    CONSTRAINT reward_claw_back_of FOREIGN KEY (reward) REFERENCES reward (number)
) DEFAULT CHARACTER SET utf8mb4;
