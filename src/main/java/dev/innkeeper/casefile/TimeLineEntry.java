package dev.innkeeper.casefile;

import dev.innkeeper.common.CaseNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case.
 *
 * @param caseNumber the case
 * @param at when
 * @param by the id of the user, or of the service itself
 * @param event what happened as a code in the past tense, such as {@code COMPLAINT_GRADED}
 * @param what what happened in both languages, {@code "English | 中文"}
 * @param reasons why, by the rules, each {@code "English | 中文"}; empty where a person judged
 * @param note why, or what was said, in a person's words; may be empty
 * @param decisionId the record of the decision, or null
 */
public record TimeLineEntry(
        CaseNumber caseNumber,
        Instant at,
        String by,
        String event,
        String what,
        List<String> reasons,
        String note,
        @Nullable String decisionId) {

    /** Copies the reasons. */
    public TimeLineEntry {
        reasons = List.copyOf(reasons);
    }
}
