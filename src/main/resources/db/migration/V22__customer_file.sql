-- What a customer file holds besides its contacts; other columns of it came with the ledger.
ALTER TABLE customer
    ADD COLUMN IF NOT EXISTS language VARCHAR(8) COLLATE utf8mb4_bin NULL,
    -- The one contact by which the customer wants to be reached, as kind and key.
    ADD COLUMN IF NOT EXISTS preferred_kind    VARCHAR(8)   COLLATE utf8mb4_bin NULL,
    ADD COLUMN IF NOT EXISTS preferred_contact VARCHAR(254) COLLATE utf8mb4_bin NULL,
    -- The same company or number in whatever way it is written: hints that two files are of one customer.
    ADD COLUMN IF NOT EXISTS company_key VARCHAR(200) COLLATE utf8mb4_unicode_520_ci
        AS (REGEXP_REPLACE(contact_company, '[[:space:][:punct:]]+', '')) PERSISTENT,
    ADD COLUMN IF NOT EXISTS registration_key VARCHAR(40) COLLATE utf8mb4_bin
        AS (UPPER(REGEXP_REPLACE(registration_number, '[^0-9A-Za-z]+', ''))) PERSISTENT,
    ADD KEY IF NOT EXISTS customer_company_key (company_key, id),
    ADD KEY IF NOT EXISTS customer_registration_key (registration_key, id),
    ADD KEY IF NOT EXISTS customer_merged (merged_into, id);

-- The contact as it was given; the key is one way of writing it.
ALTER TABLE customer_contact
    ADD COLUMN IF NOT EXISTS written VARCHAR(254) COLLATE utf8mb4_unicode_520_ci NULL;

-- Who gave a contact that another customer has: each row is a hint that the two are one.
CREATE TABLE IF NOT EXISTS customer_clash (
    kind        VARCHAR(8)   COLLATE utf8mb4_bin NOT NULL,
    contact     VARCHAR(254) COLLATE utf8mb4_bin NOT NULL,
    customer_id VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    at          DATETIME(3)  NOT NULL,
    PRIMARY KEY (kind, contact, customer_id),
    KEY customer_clash_customer (customer_id)
) DEFAULT CHARACTER SET utf8mb4;

-- What the customer agreed to and took back, never changed; the latest row of a purpose counts.
CREATE TABLE IF NOT EXISTS customer_consent (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    customer_id VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    purpose     VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    given       BOOLEAN      NOT NULL,
    at          DATETIME(3)  NOT NULL,
    actor       VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    how         VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    words       VARCHAR(500) NOT NULL,
    PRIMARY KEY (id),
    KEY customer_consent_customer (customer_id, purpose, at, id)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS customer_merge (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    survivor    VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    other       VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    reason      TEXT         NOT NULL,
    merged_by   VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    merged_at   DATETIME(3)  NOT NULL,
    undone_by   VARCHAR(64)  COLLATE utf8mb4_bin NULL,
    undone_at   DATETIME(3)  NULL,
    undo_reason TEXT         NOT NULL,
    PRIMARY KEY (id),
    KEY customer_merge_survivor (survivor, id),
    KEY customer_merge_other (other, id)
) DEFAULT CHARACTER SET utf8mb4;

-- Each table of which rows moved, and how its rows are told apart.
CREATE TABLE IF NOT EXISTS customer_merge_table (
    merge_id        BIGINT       NOT NULL,
    table_name      VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    key_expression  VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
    customer_column VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    manner          VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (merge_id, table_name),
    CONSTRAINT customer_merge_table_of FOREIGN KEY (merge_id) REFERENCES customer_merge (id)
) DEFAULT CHARACTER SET utf8mb4;

-- Each row that moved, so that exactly these come back.
CREATE TABLE IF NOT EXISTS customer_merge_row (
    merge_id   BIGINT       NOT NULL,
    table_name VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    row_key    VARCHAR(300) COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (merge_id, table_name, row_key),
    CONSTRAINT customer_merge_row_of FOREIGN KEY (merge_id, table_name)
        REFERENCES customer_merge_table (merge_id, table_name)
) DEFAULT CHARACTER SET utf8mb4;

-- Each field of the survivor's file that the merge filled, with what it held before.
CREATE TABLE IF NOT EXISTS customer_merge_field (
    merge_id   BIGINT      NOT NULL,
    field      VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    was        TEXT        COLLATE utf8mb4_bin NULL,
    became     TEXT        COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (merge_id, field),
    CONSTRAINT customer_merge_field_of FOREIGN KEY (merge_id) REFERENCES customer_merge (id)
) DEFAULT CHARACTER SET utf8mb4;

-- Requests to erase; they stay readable and name nobody.
CREATE TABLE IF NOT EXISTS customer_erasure (
    id           BIGINT      NOT NULL AUTO_INCREMENT,
    customer_id  VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    state        VARCHAR(12) COLLATE utf8mb4_bin NOT NULL,
    requested_by VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    requested_at DATETIME(3) NOT NULL,
    reason       TEXT        NOT NULL,
    judged_by    VARCHAR(64) COLLATE utf8mb4_bin NULL,
    judged_at    DATETIME(3) NULL,
    judgement    TEXT        NOT NULL,
    -- The customer while the request waits, so that there is one at a time.
    waiting      VARCHAR(24) COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (id),
    UNIQUE KEY customer_erasure_waiting (waiting),
    KEY customer_erasure_customer (customer_id, id),
    KEY customer_erasure_state (state, id)
) DEFAULT CHARACTER SET utf8mb4;

-- What a judged request erased of each section, and what was kept and why.
CREATE TABLE IF NOT EXISTS customer_erasure_part (
    erasure_id BIGINT       NOT NULL,
    position   INT          NOT NULL,
    section    VARCHAR(16)  COLLATE utf8mb4_bin NOT NULL,
    erased     INT          NOT NULL,
    kept       VARCHAR(500) NOT NULL,
    PRIMARY KEY (erasure_id, position),
    CONSTRAINT customer_erasure_part_of FOREIGN KEY (erasure_id) REFERENCES customer_erasure (id)
) DEFAULT CHARACTER SET utf8mb4;
