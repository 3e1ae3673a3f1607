CREATE SEQUENCE IF NOT EXISTS expense_number START WITH 1 INCREMENT BY 1 CACHE 20;

-- Why a deal is won, lost or discarded; the same code may speak for and against us.
CREATE TABLE IF NOT EXISTS deal_reason (
    code     VARCHAR(60)  COLLATE utf8mb4_bin NOT NULL,
    outcome  VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    position INT          NOT NULL AUTO_INCREMENT,
    english  VARCHAR(200) NOT NULL,
    chinese  VARCHAR(200) NOT NULL,
    PRIMARY KEY (code, outcome),
    UNIQUE KEY deal_reason_position (position)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS deal_review (
    deal            VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    version         INT           NOT NULL,
    state           VARCHAR(12)   COLLATE utf8mb4_bin NOT NULL,
    outcome         VARCHAR(12)   COLLATE utf8mb4_bin NOT NULL,
    closed_from     VARCHAR(12)   COLLATE utf8mb4_bin NULL,
    product         VARCHAR(200)  COLLATE utf8mb4_unicode_520_ci NOT NULL,
    round           INT           NOT NULL,
    opened_at       DATETIME(3)   NOT NULL,
    due_at          DATETIME(3)   NOT NULL,
    late            BOOLEAN       NOT NULL,
    competitor      VARCHAR(200)  COLLATE utf8mb4_unicode_520_ci NULL,
    our_price       DECIMAL(15,2) NULL,
    their_price     DECIMAL(15,2) NULL,
    -- percent by which ours is above theirs; below zero where ours is the lower one
    price_gap       DECIMAL(6,1)  NULL,
    decided_at      VARCHAR(12)   COLLATE utf8mb4_bin NULL,
    account         TEXT          NOT NULL,
    to_repeat       TEXT          NOT NULL,
    to_avoid        TEXT          NOT NULL,
    written_by      VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    written_at      DATETIME(3)   NULL,
    reached         BOOLEAN       NULL,
    customer_words  TEXT          NOT NULL,
    satisfaction    INT           NULL,
    would_buy_again BOOLEAN       NULL,
    asked_by        VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    asked_at        DATETIME(3)   NULL,
    returned_reason TEXT          NOT NULL,
    judged_by       VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    accepted_at     DATETIME(3)   NULL,
    PRIMARY KEY (deal),
    KEY deal_review_state (state, accepted_at, deal),
    KEY deal_review_outcome (outcome, accepted_at),
    KEY deal_review_product (product, accepted_at),
    KEY deal_review_competitor (competitor, accepted_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS deal_review_reason (
    deal     VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    -- 0 is the one that decided
    position INT         NOT NULL,
    code     VARCHAR(60) COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (deal, position),
    KEY deal_review_reason_code (code, deal),
    CONSTRAINT deal_review_reason_of FOREIGN KEY (deal) REFERENCES deal_review (deal)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS deal_review_topic (
    deal     VARCHAR(24)  COLLATE utf8mb4_bin NOT NULL,
    position INT          NOT NULL,
    topic    VARCHAR(100) NOT NULL,
    -- the topic without case, width and outer signs: what counts as the same
    counted  VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (deal, position),
    KEY deal_review_topic_counted (counted, deal),
    CONSTRAINT deal_review_topic_of FOREIGN KEY (deal) REFERENCES deal_review (deal)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS deal_expense (
    number         VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    version        INT           NOT NULL,
    deal           VARCHAR(24)   COLLATE utf8mb4_bin NOT NULL,
    state          VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
    kind           VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
    amount         DECIMAL(15,2) NOT NULL,
    spent_on       DATE          NOT NULL,
    purpose        TEXT          NOT NULL,
    present        TEXT          NOT NULL,
    receipt        VARCHAR(100)  COLLATE utf8mb4_bin NOT NULL,
    -- day and number of the receipt unless the claim was refused: each is paid once
    open_receipt   VARCHAR(120)  COLLATE utf8mb4_bin NULL,
    claimed_by     VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    claimed_at     DATETIME(3)   NOT NULL,
    decision_id    VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    approver_group VARCHAR(40)   COLLATE utf8mb4_bin NULL,
    judged_by      VARCHAR(64)   COLLATE utf8mb4_bin NULL,
    judged_at      DATETIME(3)   NULL,
    reason         TEXT          NOT NULL,
    PRIMARY KEY (number),
    KEY deal_expense_deal (deal, claimed_at, number),
    KEY deal_expense_line (deal, kind, state),
    UNIQUE KEY deal_expense_paid_once (open_receipt)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT IGNORE INTO deal_reason (code, outcome, english, chinese) VALUES
('PRICE', 'WON', 'Our price', '价格有优势'),
('PRODUCT_FIT', 'WON', 'Rooms, halls or menu fitted best', '产品最符合需求'),
('RELATION', 'WON', 'Relation with the customer', '客户关系'),
('TOP_LEVEL_CONTACT', 'WON', 'Contact at the top level', '高层接触'),
('TIMING', 'WON', 'We were there at the right time', '时机恰当'),
('SERVICE_EXPERIENCE', 'WON', 'Good experience with our service', '以往服务体验良好'),
('LOCATION', 'WON', 'Location', '地理位置'),
('CREDIT_TERMS', 'WON', 'Credit and payment terms', '账期与付款条件'),
('PROPOSAL_QUALITY', 'WON', 'Quality and speed of the proposal', '方案质量与响应速度'),
('COMPETITOR_WEAK', 'WON', 'Weakness of the competitor', '竞争对手的弱点'),
('PARTNER', 'WON', 'A partner opened the door', '合作伙伴引荐'),
('OTHER', 'WON', 'Another reason', '其他原因'),
('PRICE', 'LOST', 'Our price', '价格过高'),
('PRODUCT_FIT', 'LOST', 'Rooms, halls or menu did not fit', '产品不符合需求'),
('RELATION', 'LOST', 'Relation with the customer too weak', '客户关系薄弱'),
('TOP_LEVEL_CONTACT', 'LOST', 'No contact at the top level', '未接触到高层'),
('TIMING', 'LOST', 'We came too late', '介入过晚'),
('SERVICE_EXPERIENCE', 'LOST', 'Service failure in the past', '以往服务失误'),
('LOCATION', 'LOST', 'Location', '地理位置'),
('CREDIT_TERMS', 'LOST', 'Credit and payment terms', '账期与付款条件'),
('PROPOSAL_QUALITY', 'LOST', 'Quality and speed of the proposal', '方案质量与响应速度'),
('COMPETITOR_OFFER', 'LOST', 'Offer of the competitor', '竞争对手的方案更优'),
('DECISION_MAKER_CHANGED', 'LOST', 'The decision maker changed', '决策人更换'),
('BUDGET_CUT', 'LOST', 'The customer cut the budget', '客户预算削减'),
('PROJECT_CANCELLED', 'LOST', 'The customer gave the project up', '客户取消项目'),
('CAPACITY', 'LOST', 'We had no capacity on the dates', '档期或接待能力不足'),
('OTHER', 'LOST', 'Another reason', '其他原因'),
('BUDGET_CUT', 'DISCARDED', 'The customer cut the budget', '客户预算削减'),
('PROJECT_CANCELLED', 'DISCARDED', 'The customer gave the project up', '客户取消项目'),
('NO_NEED', 'DISCARDED', 'There is no need', '没有需求'),
('NOT_REACHABLE', 'DISCARDED', 'Nobody can be reached', '无法取得联系'),
('CREDIT_RISK', 'DISCARDED', 'Credit risk', '信用风险'),
('NOT_PROFITABLE', 'DISCARDED', 'Not worth the effort', '投入产出不合算'),
('CAPACITY', 'DISCARDED', 'We have no capacity on the dates', '档期或接待能力不足'),
('TIMING', 'DISCARDED', 'Too early or too late', '时机不合适'),
('DECISION_MAKER_CHANGED', 'DISCARDED', 'The decision maker changed', '决策人更换'),
('INVALID_LEAD', 'DISCARDED', 'The information was wrong', '线索信息无效'),
('OTHER', 'DISCARDED', 'Another reason', '其他原因');
