CREATE SEQUENCE IF NOT EXISTS customer_number START WITH 1 INCREMENT BY 1 CACHE 100;

CREATE TABLE IF NOT EXISTS customer (
    id                VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    version           INT          NOT NULL,
    contact_name      VARCHAR(200) COLLATE utf8mb4_unicode_520_ci NULL,
    contact_company   VARCHAR(200) COLLATE utf8mb4_unicode_520_ci NULL,
    contact_phone     VARCHAR(60)  COLLATE utf8mb4_bin NULL,
    contact_email     VARCHAR(254) COLLATE utf8mb4_unicode_520_ci NULL,
    contact_we_chat   VARCHAR(100) COLLATE utf8mb4_bin NULL,
    tier              VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    tier_set_by       VARCHAR(64)  COLLATE utf8mb4_bin NULL,
    first_seen_at     DATETIME(3)  NOT NULL,
    complaints        INT          NOT NULL,
    open_complaints   INT          NOT NULL,
    last_complaint_at DATETIME(3)  NULL,
    last_satisfied    BOOLEAN      NULL,
    last_satisfied_at DATETIME(3)  NULL,
    PRIMARY KEY (id),
    KEY customer_name (contact_name),
    KEY customer_company (contact_company),
    KEY customer_tier (tier, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What a customer is recognised by, written in one way whatever way it came in. The primary key is
-- what makes two simultaneous first complaints of one guest one customer.
CREATE TABLE IF NOT EXISTS customer_contact (
    kind        VARCHAR(8)   COLLATE utf8mb4_bin NOT NULL,
    contact     VARCHAR(254) COLLATE utf8mb4_bin NOT NULL,
    customer_id VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (kind, contact),
    KEY customer_contact_customer (customer_id)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS customer_event (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    customer_id VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    at          DATETIME(3)  NOT NULL,
    actor       VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    event       VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    what        VARCHAR(500) NOT NULL,
    note        TEXT         NOT NULL,
    PRIMARY KEY (id),
    KEY customer_event_customer (customer_id, id)
) DEFAULT CHARACTER SET utf8mb4;
