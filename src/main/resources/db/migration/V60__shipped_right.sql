-- Which of the engine's rights the service has written, so that each is written once: what an
-- administrator takes away stays away, and a right that a later version adds is written then.
CREATE TABLE IF NOT EXISTS shipped_right (
    group_id    VARCHAR(64)  NOT NULL,
    resource    INT          NOT NULL,
    resource_id VARCHAR(255) NOT NULL,
    permission  VARCHAR(64)  NOT NULL,
    PRIMARY KEY (group_id, resource, resource_id, permission)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
