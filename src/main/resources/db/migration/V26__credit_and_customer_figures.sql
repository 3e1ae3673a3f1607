-- What was open on a day is added up from this alone, and whose invoices are overdue is found as
-- before: it begins like the index that it replaces.
DROP INDEX IF EXISTS invoice_due ON invoice;
CREATE INDEX IF NOT EXISTS invoice_held
    ON invoice (settled_on, due_on, customer_id, open_amount, disputed, issued_on, amount);

-- What was granted on a day, by tier and band.
CREATE INDEX IF NOT EXISTS credit_terms_held
    ON credit_terms (effective_until, effective_from, tier, band, credit_limit);

-- Customers are counted from this without reading their rows, which are wide.
CREATE INDEX IF NOT EXISTS customer_counted
    ON customer (merged_into, erased_at, life_cycle, tier, value_class, life_time_value);

-- Regulars who stay away.
CREATE INDEX IF NOT EXISTS customer_dormant ON customer (tier, last_visit_on, id);
