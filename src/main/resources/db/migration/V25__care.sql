-- When somebody set the tier: a person's word stands for a time, the rules' until the next night.
ALTER TABLE customer ADD COLUMN IF NOT EXISTS tier_set_at DATETIME(3) NULL;

UPDATE customer SET tier_set_at =
    (SELECT MAX(e.at) FROM customer_event e
     WHERE e.customer_id = customer.id AND e.event = 'TIER_SET')
WHERE tier_set_by IS NOT NULL AND tier_set_at IS NULL;

-- What the house turned over in the twelve months before a day, added up once for all pages of a night.
CREATE TABLE IF NOT EXISTS house_turnover (
    as_of    DATE          NOT NULL,
    turnover DECIMAL(18,2) NOT NULL,
    PRIMARY KEY (as_of)
) DEFAULT CHARACTER SET utf8mb4;

-- What has been taken up: each cause of a customer once in its period, whoever looks how often.
CREATE TABLE IF NOT EXISTS care_taken (
    customer_id VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    cause       VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    -- A day, a month or a year, by the cause.
    period      VARCHAR(12) COLLATE utf8mb4_bin NOT NULL,
    at          DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id, cause, period)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS care_case (
    number         VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    version        INT           NOT NULL,
    customer_id    VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    cause          VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    -- TO_DECIDE, TO_CALL, TO_CALL_AGAIN, TO_OFFER, WAITING, CLOSED or WITHDRAWN.
    state          VARCHAR(16)   COLLATE utf8mb4_bin NOT NULL,
    -- RETURNED, ACCEPTED, DECLINED, NO_ANSWER, NOT_REACHED or NO_OFFER, once it is closed.
    outcome        VARCHAR(16)   COLLATE utf8mb4_bin NULL,
    words          TEXT          COLLATE utf8mb4_unicode_520_ci NOT NULL,
    opened_by      VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    opened_at      DATETIME(3)   NOT NULL,
    opened_on      DATE          NOT NULL,
    -- The groups that call, separated by commas.
    callers        VARCHAR(200)  COLLATE utf8mb4_bin NULL,
    due_at         DATETIME(3)   NULL,
    next_call_at   DATETIME(3)   NULL,
    attempts       INT           NOT NULL,
    called_by      VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    called_at      DATETIME(3)   NULL,
    -- Why the customer stays away: a code of care_reason, and words.
    reason         VARCHAR(40)   COLLATE utf8mb4_bin NULL,
    reason_words   TEXT          COLLATE utf8mb4_unicode_520_ci NOT NULL,
    offer          VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
    worth          DECIMAL(15,2) NOT NULL,
    answer_days    INT           NOT NULL,
    -- The code of the voucher, or the day of the visit, once it is made.
    voucher        VARCHAR(60)   COLLATE utf8mb4_bin NULL,
    visit_on       DATE          NULL,
    offer_words    TEXT          COLLATE utf8mb4_unicode_520_ci NOT NULL,
    offered_by     VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    offered_at     DATETIME(3)   NULL,
    answer_until   DATETIME(3)   NULL,
    answer_words   TEXT          COLLATE utf8mb4_unicode_520_ci NOT NULL,
    answered_at    DATETIME(3)   NULL,
    closed_at      DATETIME(3)   NULL,
    PRIMARY KEY (number),
    KEY care_case_opened (opened_at, number),
    KEY care_case_state (state, opened_at),
    KEY care_case_cause (cause, opened_at),
    KEY care_case_customer (customer_id, opened_at),
    -- How care ended, by month.
    KEY care_case_closed (closed_at, outcome, cause, offer, worth),
    KEY care_case_outcome (outcome, opened_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS care_reason (
    code     VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    position INT          NOT NULL,
    english  VARCHAR(100) NOT NULL,
    chinese  VARCHAR(100) NOT NULL,
    PRIMARY KEY (code),
    KEY care_reason_position (position, code)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT IGNORE INTO care_reason (code, position, english, chinese) VALUES
    ('PRICE', 10, 'Too expensive', '价格过高'),
    ('COMPETITOR', 20, 'Went to a competitor', '选择了竞争对手'),
    ('SERVICE', 30, 'Unhappy with the service', '对服务不满'),
    ('ROOM', 40, 'Unhappy with the room or the house', '对客房或设施不满'),
    ('FOOD', 50, 'Unhappy with the food', '对餐饮不满'),
    ('COMPLAINT', 60, 'A complaint was not settled well', '投诉处理不满意'),
    ('LOCATION', 70, 'The place does not suit any more', '位置不再合适'),
    ('MOVED', 80, 'Moved away', '已搬离本地'),
    ('NO_NEED', 90, 'No need at present', '近期无需求'),
    ('BUDGET', 100, 'Budget or travel rules changed', '预算或差旅政策变化'),
    ('CONTACT_LEFT', 110, 'The person we knew has left', '原联系人已离职'),
    ('NONE', 120, 'Nothing: will come again', '无特别原因，将会再来'),
    ('OTHER', 130, 'Something else', '其他');
