package dev.innkeeper.complaint;

import dev.innkeeper.common.Labelled;

/** How far a complaint is, in the words of ISO 10002:2018 clause 7. */
public enum ComplaintStatus implements Labelled {
    /** Received and tracked; nothing is judged yet. */
    RECEIVED("Received", "已接收"),
    /**
     * Initially assessed: severity, department and deadlines are set; the guest waits for the
     * acknowledgement.
     */
    ASSESSED("Assessed", "已评估"),
    /** Acknowledged, and being investigated; also after a reopening. */
    INVESTIGATING("Being investigated", "调查中"),
    /** The investigation waits for something from the guest. */
    WAITING_FOR_GUEST("Waiting for the guest", "等待客人"),
    /** The finding is there; the compensation is to be decided. */
    INVESTIGATED("Investigated", "已调查"),
    /** The compensation waits for its approval. */
    AWAITING_APPROVAL("Awaiting approval", "待审批"),
    /** The remedy may be carried out and the guest told. */
    DECIDED("Decided", "已决定"),
    /** The decision is communicated; the callback is to come, or the guest refused. */
    RESPONDED("Responded", "已答复"),
    /** Closed and archived. */
    CLOSED("Closed", "已结案"),
    /** Withdrawn by the guest. */
    WITHDRAWN("Withdrawn", "已撤回"),
    /** Linked to an earlier complaint and handled there. */
    LINKED("Linked", "已并案");

    private final String english;
    private final String chinese;

    ComplaintStatus(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }

    /** Whether nothing more happens to the complaint. */
    public boolean isOver() {
        return this == CLOSED || this == WITHDRAWN || this == LINKED;
    }
}
