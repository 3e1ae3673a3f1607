CREATE TABLE IF NOT EXISTS notification (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    case_number VARCHAR(24)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind        VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    args        TEXT         NOT NULL,
    created_at  DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    KEY notification_case (case_number, id)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS notification_receiver (
    receiver_kind   VARCHAR(8)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    receiver        VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    notification_id BIGINT      NOT NULL,
    PRIMARY KEY (receiver_kind, receiver, notification_id),
    KEY notification_receiver_notification (notification_id),
    CONSTRAINT notification_receiver_of FOREIGN KEY (notification_id)
        REFERENCES notification (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS notification_read (
    user_id         VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    notification_id BIGINT      NOT NULL,
    read_at         DATETIME(3) NOT NULL,
    PRIMARY KEY (user_id, notification_id),
    KEY notification_read_notification (notification_id),
    CONSTRAINT notification_read_of FOREIGN KEY (notification_id)
        REFERENCES notification (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4;

-- The unique key is what makes each message leave once, also where somebody is told both by name and
-- as a member of a department.
CREATE TABLE IF NOT EXISTS outbox_message (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    notification_id BIGINT       NOT NULL,
    channel         VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    receiver_kind   VARCHAR(8)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    receiver        VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    state           VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    attempts        INT          NOT NULL DEFAULT 0,
    due_at          DATETIME(3)  NOT NULL,
    last_error      VARCHAR(500) NOT NULL DEFAULT '',
    created_at      DATETIME(3)  NOT NULL,
    done_at         DATETIME(3)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY outbox_message_once (notification_id, channel, receiver_kind, receiver),
    KEY outbox_message_due (state, due_at),
    KEY outbox_message_oldest (state, created_at),
    CONSTRAINT outbox_message_of FOREIGN KEY (notification_id)
        REFERENCES notification (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4;
