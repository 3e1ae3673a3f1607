CREATE SEQUENCE IF NOT EXISTS credit_review_number START WITH 1 INCREMENT BY 1 CACHE 100;

CREATE SEQUENCE IF NOT EXISTS dunning_number START WITH 1 INCREMENT BY 1 CACHE 100;

CREATE SEQUENCE IF NOT EXISTS care_number START WITH 1 INCREMENT BY 1 CACHE 100;

CREATE SEQUENCE IF NOT EXISTS import_number START WITH 1 INCREMENT BY 1 CACHE 20;

ALTER TABLE customer
    ADD COLUMN IF NOT EXISTS registration_number VARCHAR(40)  COLLATE utf8mb4_bin NULL,
    ADD COLUMN IF NOT EXISTS born_on             DATE         NULL,
    ADD COLUMN IF NOT EXISTS preferences         TEXT         COLLATE utf8mb4_unicode_520_ci NOT NULL DEFAULT '',
    -- BRAND, REFERENCE or NEW_FIELD: why a new customer is worth an effort.
    ADD COLUMN IF NOT EXISTS strategic_as        VARCHAR(12)  COLLATE utf8mb4_bin NULL,
    ADD COLUMN IF NOT EXISTS value_class         CHAR(1)      COLLATE utf8mb4_bin NULL,
    ADD COLUMN IF NOT EXISTS life_cycle          VARCHAR(12)  COLLATE utf8mb4_bin NULL,
    ADD COLUMN IF NOT EXISTS life_time_value     DECIMAL(15,2) NULL,
    ADD COLUMN IF NOT EXISTS graded_on           DATE         NULL,
    ADD COLUMN IF NOT EXISTS last_visit_on       DATE         NULL,
    ADD COLUMN IF NOT EXISTS no_more_effort      BOOLEAN      NOT NULL DEFAULT FALSE,
    ADD COLUMN IF NOT EXISTS merged_into         VARCHAR(24)  COLLATE utf8mb4_bin NULL,
    ADD COLUMN IF NOT EXISTS erased_at           DATETIME(3)  NULL,
    ADD KEY IF NOT EXISTS customer_birthday (born_on, id),
    ADD KEY IF NOT EXISTS customer_life_cycle (life_cycle, id),
    ADD KEY IF NOT EXISTS customer_last_visit (last_visit_on, id);

-- A stay, a visit to a restaurant, or an event that took place.
CREATE TABLE IF NOT EXISTS stay (
    id          BIGINT        NOT NULL AUTO_INCREMENT,
    external_id VARCHAR(100)  COLLATE utf8mb4_bin NOT NULL,
    customer_id VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    kind        VARCHAR(8)    COLLATE utf8mb4_bin NOT NULL,
    arrived_on  DATE          NOT NULL,
    left_on     DATE          NOT NULL,
    spend       DECIMAL(15,2) NOT NULL,
    margin      DECIMAL(15,2) NULL,
    imported    BOOLEAN       NOT NULL,
    entered_at  DATETIME(3)   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY stay_external (external_id),
    KEY stay_customer (customer_id, arrived_on, kind, spend, margin),
    KEY stay_arrived (arrived_on, customer_id, spend)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS invoice (
    id          BIGINT        NOT NULL AUTO_INCREMENT,
    number      VARCHAR(100)  COLLATE utf8mb4_bin NOT NULL,
    customer_id VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    issued_on   DATE          NOT NULL,
    due_on      DATE          NOT NULL,
    amount      DECIMAL(15,2) NOT NULL,
    -- What is still to be paid, by the payments entered so far.
    open_amount DECIMAL(15,2) NOT NULL,
    -- The day of the payment that settled it; null while something is open.
    settled_on  DATE          NULL,
    disputed    BOOLEAN       NOT NULL,
    imported    BOOLEAN       NOT NULL,
    entered_at  DATETIME(3)   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY invoice_number (number),
    -- What is open of a customer, answered from the index alone.
    KEY invoice_open (customer_id, settled_on, due_on, open_amount, disputed),
    KEY invoice_customer (customer_id, issued_on, due_on, settled_on, amount, open_amount, disputed),
    -- Whose invoices are overdue.
    KEY invoice_due (settled_on, due_on, customer_id, open_amount, disputed),
    KEY invoice_issued (issued_on, customer_id, amount)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS payment (
    id          BIGINT        NOT NULL AUTO_INCREMENT,
    external_id VARCHAR(120)  COLLATE utf8mb4_bin NOT NULL,
    invoice_id  BIGINT        NOT NULL,
    customer_id VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    paid_on     DATE          NOT NULL,
    amount      DECIMAL(15,2) NOT NULL,
    entered_at  DATETIME(3)   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY payment_external (external_id),
    KEY payment_invoice (invoice_id, paid_on, amount),
    KEY payment_customer (customer_id, paid_on, amount),
    KEY payment_paid (paid_on, amount)
) DEFAULT CHARACTER SET utf8mb4;
