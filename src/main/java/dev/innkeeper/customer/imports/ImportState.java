package dev.innkeeper.customer.imports;

import dev.innkeeper.common.Labelled;

/** How far an import is. */
public enum ImportState implements Labelled {
    /** The file is still coming in. */
    RECEIVING("Being received", "接收中"),
    /** The file is here and waits for its turn. */
    RECEIVED("Received", "已接收"),
    /** Rows are being taken. */
    RUNNING("Running", "导入中"),
    /** All rows were read. */
    DONE("Done", "已完成"),
    /** The rest of the file cannot be read; what was taken before stays. */
    FAILED("Failed", "失败"),
    /** Somebody stopped it; what was taken before stays. */
    CANCELLED("Cancelled", "已取消");

    private final String english;
    private final String chinese;

    ImportState(String english, String chinese) {
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

    /** Whether nothing more happens. */
    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
