package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;

/** How far a request to erase is. */
public enum ErasureState implements Labelled {
    /** Somebody else has to judge it. */
    WAITING("Waiting for approval", "待审批"),
    /** All that may go is erased; what was kept is named. */
    DONE("Erased", "已删除"),
    /** Nothing was erased. */
    REFUSED("Refused", "已拒绝");

    private final String english;
    private final String chinese;

    ErasureState(String english, String chinese) {
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
}
