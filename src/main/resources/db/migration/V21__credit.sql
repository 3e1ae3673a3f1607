-- The credit of a customer as it stands. A customer that was never reviewed has neither score nor
-- terms and is due from the day on which the house first billed it.
CREATE TABLE IF NOT EXISTS credit_account (
    customer_id    VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    tier           VARCHAR(20)   COLLATE utf8mb4_bin NULL,
    score          INT           NULL,
    band           VARCHAR(12)   COLLATE utf8mb4_bin NULL,
    credit_limit   DECIMAL(15,2) NULL,
    term_days      INT           NULL,
    cash_only      BOOLEAN       NOT NULL,
    hold           BOOLEAN       NOT NULL,
    hold_reason    VARCHAR(500)  NOT NULL,
    -- A person, or innkeeper where dunning holds it; what a person holds only a person releases.
    held_by        VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    held_at        DATETIME(3)   NULL,
    next_review_on DATE          NOT NULL,
    -- The number of the review that is open, so that there is never a second one.
    open_review    VARCHAR(24)   COLLATE utf8mb4_bin NULL,
    -- The number of the dunning case that is open.
    open_dunning   VARCHAR(24)   COLLATE utf8mb4_bin NULL,
    -- The use of the limit has passed the mark and has not come down again.
    use_raised     BOOLEAN       NOT NULL,
    version        INT           NOT NULL,
    PRIMARY KEY (customer_id),
    KEY credit_account_due (next_review_on, customer_id, open_review),
    KEY credit_account_hold (hold, customer_id),
    KEY credit_account_band (band, tier)
) DEFAULT CHARACTER SET utf8mb4;

-- What was granted when, and by whom; never changed but for the
-- day on which it ended and the departments that were told afterwards.
CREATE TABLE IF NOT EXISTS credit_terms (
    customer_id     VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    version_number  INT           NOT NULL,
    effective_from  DATE          NOT NULL,
    effective_until DATE          NULL,
    tier            VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
    score           INT           NOT NULL,
    band            VARCHAR(12)   COLLATE utf8mb4_bin NOT NULL,
    credit_limit    DECIMAL(15,2) NOT NULL,
    term_days       INT           NOT NULL,
    cash_only       BOOLEAN       NOT NULL,
    movement        VARCHAR(8)    COLLATE utf8mb4_bin NOT NULL,
    review          VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    -- A person, or innkeeper where the rules asked for nobody.
    approved_by     VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    told            VARCHAR(500)  COLLATE utf8mb4_bin NOT NULL,
    applied_at      DATETIME(3)   NOT NULL,
    PRIMARY KEY (customer_id, version_number),
    KEY credit_terms_effective (effective_from, movement, customer_id),
    KEY credit_terms_review (review)
) DEFAULT CHARACTER SET utf8mb4;
