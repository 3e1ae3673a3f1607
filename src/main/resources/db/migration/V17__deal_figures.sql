-- A product however it is written: without blanks and signs; case and width do not count in the
-- collation. Figures and collisions go by it.
ALTER TABLE deal
    ADD COLUMN IF NOT EXISTS product_key VARCHAR(100) COLLATE utf8mb4_unicode_520_ci
        AS (REGEXP_REPLACE(product, '[[:space:][:punct:]]+', '')) PERSISTENT;

-- The stage that came next, so that the funnel is counted without looking at each deal.
ALTER TABLE deal_stage
    ADD COLUMN IF NOT EXISTS left_for VARCHAR(12) COLLATE utf8mb4_bin NULL;

CREATE INDEX IF NOT EXISTS deal_product_key ON deal (product_key, registered_at, number);
CREATE INDEX IF NOT EXISTS deal_customer_product ON deal (customer_id, product_key, stage);

-- Figures are counted from these without reading the deals, whose rows are wide.
CREATE INDEX IF NOT EXISTS deal_ended
    ON deal (closed_at, stage, owner, product_key, value, registered_at, reason, competitor);
CREATE INDEX IF NOT EXISTS deal_open ON deal (stage, grade, value, owner, product_key);
CREATE INDEX IF NOT EXISTS deal_stage_passed
    ON deal_stage (entered_at, stage, left_at, left_for, number);
CREATE INDEX IF NOT EXISTS deal_review_opened ON deal_review (opened_at, state, due_at);
