package dev.innkeeper.creditreview;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Labelled;
import dev.innkeeper.creditreview.facts.DunningStage;
import org.jspecify.annotations.Nullable;

/** What a person is asked to do about an overdue bill. */
public enum DunningTask implements Labelled {
    /** Call and ask for the money. */
    CALL(DunningStage.CALL, Group.FINANCE, "Call the debtor", "电话催收"),
    /** Send a letter. */
    LETTER(DunningStage.LETTER, Group.FINANCE, "Send the letter", "寄发催款函"),
    /** Decide how it goes on outside of dunning. */
    TAKE_OVER(DunningStage.HANDED_OVER, Group.GENERAL_MANAGER, "Take the debt over", "接手欠款");

    private final DunningStage stage;
    private final Group doer;
    private final String english;
    private final String chinese;

    DunningTask(DunningStage stage, Group doer, String english, String chinese) {
        this.stage = stage;
        this.doer = doer;
        this.english = english;
        this.chinese = chinese;
    }

    /** What a stage asks of a person; null where the service does it by itself. */
    static @Nullable DunningTask of(DunningStage stage) {
        for (DunningTask task : values()) {
            if (task.stage == stage) {
                return task;
            }
        }
        return null;
    }

    /** Who does it. */
    public Group doer() {
        return doer;
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
