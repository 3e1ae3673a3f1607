-- A product however it is written: without blanks and signs; case and width do not count in the
-- collation. Figures and collisions go by it.
ALTER TABLE deal
    ADD COLUMN IF NOT EXISTS product_key VARCHAR(100) COLLATE utf8mb4_unicode_520_ci
        AS (REGEXP_REPLACE(product, '[[:space:][:punct:]]+', '')) PERSISTENT;

CREATE INDEX IF NOT EXISTS deal_product_key ON deal (product_key, registered_at, number);
CREATE INDEX IF NOT EXISTS deal_customer_product ON deal (customer_id, product_key, stage);
CREATE INDEX IF NOT EXISTS deal_stage_period ON deal_stage (entered_at, stage);
CREATE INDEX IF NOT EXISTS deal_review_opened ON deal_review (opened_at);
