-- A draft runs beside the live rules once at a time.
ALTER TABLE simulation
    ADD COLUMN IF NOT EXISTS shadow_of BIGINT
        AS (CASE WHEN kind = 'SHADOW' AND state IN ('WAITING', 'RUNNING') THEN draft_id END) PERSISTENT;
CREATE UNIQUE INDEX IF NOT EXISTS simulation_shadow ON simulation (shadow_of);
