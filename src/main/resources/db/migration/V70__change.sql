-- The files of a unit (a decision, or a folder of diagrams) as they were at some time, known by their hash. Never changed: answers are replayed from them.
CREATE TABLE IF NOT EXISTS unit_content (
    unit     VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    hash     CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    files    LONGTEXT     NOT NULL,
    kept_at  DATETIME(3)  NOT NULL,
    PRIMARY KEY (unit, hash)
) DEFAULT CHARACTER SET utf8mb4;

INSERT IGNORE INTO unit_content (unit, hash, files, kept_at)
SELECT CONCAT('rules/', name), release_id, files, first_served FROM rule_release;

DROP TABLE IF EXISTS rule_release;

-- A change being worked on.
CREATE TABLE IF NOT EXISTS change_draft (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    version        INT          NOT NULL,
    title          VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    owner          VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    state          VARCHAR(12)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    base_release   BIGINT       NOT NULL,
    created_at     DATETIME(3)  NOT NULL,
    changed_at     DATETIME(3)  NOT NULL,
    changed_by     VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    effective_at   DATETIME(3),
    approved_hash  CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    release_number BIGINT,
    PRIMARY KEY (id),
    KEY change_draft_list (state, changed_at),
    KEY change_draft_changed (changed_at),
    KEY change_draft_due (state, effective_at)
) DEFAULT CHARACTER SET utf8mb4;

-- Every file ever saved in a draft; the last one of a path counts. No content means that the file is deleted.
CREATE TABLE IF NOT EXISTS change_revision (
    id        BIGINT       NOT NULL AUTO_INCREMENT,
    draft_id  BIGINT       NOT NULL,
    version   INT          NOT NULL,
    path      VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    content   LONGBLOB,
    saved_by  VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    saved_at  DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    KEY change_revision_draft (draft_id, path, id),
    CONSTRAINT change_revision_of FOREIGN KEY (draft_id) REFERENCES change_draft (id)
) DEFAULT CHARACTER SET utf8mb4;

-- What a draft changes now, and the live file that each change was made from.
CREATE TABLE IF NOT EXISTS change_draft_file (
    draft_id    BIGINT       NOT NULL,
    path        VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    revision_id BIGINT       NOT NULL,
    hash        CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    base_hash   CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (draft_id, path),
    CONSTRAINT change_draft_file_of FOREIGN KEY (draft_id) REFERENCES change_draft (id),
    CONSTRAINT change_draft_file_is FOREIGN KEY (revision_id) REFERENCES change_revision (id)
) DEFAULT CHARACTER SET utf8mb4;

-- Four eyes: a person takes one part in a draft only, since there is one row for each.
CREATE TABLE IF NOT EXISTS change_person (
    draft_id BIGINT      NOT NULL,
    person   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    part     VARCHAR(8)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (part IN ('EDITOR', 'APPROVER')),
    PRIMARY KEY (draft_id, person),
    UNIQUE KEY change_person_part (draft_id, person, part),
    CONSTRAINT change_person_of FOREIGN KEY (draft_id) REFERENCES change_draft (id)
) DEFAULT CHARACTER SET utf8mb4;

-- What the checks of a draft said, of which content and beside which live release.
CREATE TABLE IF NOT EXISTS change_check (
    id           BIGINT      NOT NULL AUTO_INCREMENT,
    draft_id     BIGINT      NOT NULL,
    content_hash CHAR(64)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    live_release BIGINT      NOT NULL,
    passed       BOOLEAN     NOT NULL,
    report       LONGTEXT    NOT NULL,
    checked_by   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    checked_at   DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY change_check_draft (draft_id, id),
    CONSTRAINT change_check_of FOREIGN KEY (draft_id) REFERENCES change_draft (id)
) DEFAULT CHARACTER SET utf8mb4;

-- What was live, is live: numbered without gaps, never changed. Who wrote a change never approves it.
CREATE TABLE IF NOT EXISTS change_release (
    number     BIGINT        NOT NULL,
    hash       CHAR(64)      CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source     VARCHAR(10)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    draft_id   BIGINT,
    restores   BIGINT,
    author     VARCHAR(64)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    approver   VARCHAR(64)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    part       VARCHAR(8)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    comment    VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    live_at    DATETIME(3)   NOT NULL,
    checks     LONGTEXT      NOT NULL,
    PRIMARY KEY (number),
    KEY change_release_draft (draft_id),
    CONSTRAINT change_release_restores FOREIGN KEY (restores) REFERENCES change_release (number),
    CONSTRAINT change_release_approver FOREIGN KEY (draft_id, approver, part) REFERENCES change_person (draft_id, person, part),
    CONSTRAINT change_release_source CHECK (source IN ('SEED', 'FOLDER', 'DRAFT', 'ROLL_BACK')),
    CONSTRAINT change_release_four_eyes CHECK (source IN ('SEED', 'FOLDER') OR author <> approver),
    CONSTRAINT change_release_approved CHECK (source <> 'DRAFT' OR (draft_id IS NOT NULL AND part IS NOT NULL AND part = 'APPROVER'))
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS change_release_unit (
    number BIGINT       NOT NULL,
    unit   VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    hash   CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (number, unit),
    KEY change_release_unit_content (unit, hash),
    CONSTRAINT change_release_unit_of FOREIGN KEY (number) REFERENCES change_release (number),
    CONSTRAINT change_release_unit_is FOREIGN KEY (unit, hash) REFERENCES unit_content (unit, hash)
) DEFAULT CHARACTER SET utf8mb4;

-- The release that all nodes serve; who publishes locks this row.
CREATE TABLE IF NOT EXISTS change_live (
    one    TINYINT NOT NULL CHECK (one = 1),
    number BIGINT  NOT NULL,
    PRIMARY KEY (one)
) DEFAULT CHARACTER SET utf8mb4;

INSERT IGNORE INTO change_live (one, number) VALUES (1, 0);

-- What each node serves, and when it was last heard of.
CREATE TABLE IF NOT EXISTS change_node (
    node    VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    number  BIGINT       NOT NULL,
    since   DATETIME(3)  NOT NULL,
    seen_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (node)
) DEFAULT CHARACTER SET utf8mb4;

-- The content of each unit as it was last taken from the folders, so that only what an editor changes since counts as changed.
CREATE TABLE IF NOT EXISTS change_folder (
    unit VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    hash CHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (unit)
) DEFAULT CHARACTER SET utf8mb4;

-- Who did what, when and why. Only ever added to.
CREATE TABLE IF NOT EXISTS change_event (
    id             BIGINT        NOT NULL AUTO_INCREMENT,
    happened_at    DATETIME(3)   NOT NULL,
    actor          VARCHAR(64)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind           VARCHAR(20)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    draft_id       BIGINT,
    release_number BIGINT,
    words          VARCHAR(4000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    PRIMARY KEY (id),
    KEY change_event_draft (draft_id, id),
    KEY change_event_release (release_number, id)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TRIGGER IF NOT EXISTS unit_content_stays_as_it_is BEFORE UPDATE ON unit_content
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What was published is never changed.';
CREATE TRIGGER IF NOT EXISTS unit_content_stays BEFORE DELETE ON unit_content
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What was published is never deleted.';
CREATE TRIGGER IF NOT EXISTS change_release_stays_as_it_is BEFORE UPDATE ON change_release
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A release is never changed.';
CREATE TRIGGER IF NOT EXISTS change_release_stays BEFORE DELETE ON change_release
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A release is never deleted.';
CREATE TRIGGER IF NOT EXISTS change_release_unit_stays_as_it_is BEFORE UPDATE ON change_release_unit
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A release is never changed.';
CREATE TRIGGER IF NOT EXISTS change_release_unit_stays BEFORE DELETE ON change_release_unit
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A release is never deleted.';
CREATE TRIGGER IF NOT EXISTS change_event_stays_as_it_is BEFORE UPDATE ON change_event
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The log of changes is never changed.';
CREATE TRIGGER IF NOT EXISTS change_event_stays BEFORE DELETE ON change_event
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The log of changes is never deleted.';
