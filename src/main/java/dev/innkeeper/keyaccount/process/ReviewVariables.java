package dev.innkeeper.keyaccount.process;

import dev.innkeeper.keyaccount.ReviewProgress;
import dev.innkeeper.workflow.ProcessVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The variables of {@code deal-review}. */
final class ReviewVariables {

    static final String CASE_NUMBER = "caseNumber";
    static final String WRITER = "writer";
    static final String REVIEW_DUE_AT = "reviewDueAt";
    static final String CUSTOMER_TO_BE_ASKED = "customerToBeAsked";
    static final String ACCEPTOR_GROUP = "acceptorGroup";
    static final String REVIEW_ACCEPTED = "reviewAccepted";

    /** The engine's history keeps the answers by which a review took its way. */
    static final Set<String> ANSWERS =
            Set.of(CUSTOMER_TO_BE_ASKED, ACCEPTOR_GROUP, REVIEW_ACCEPTED);

    static final ProcessVariables<ReviewProgress> OF_THE_REVIEW = of();

    private ReviewVariables() {}

    private static ProcessVariables<ReviewProgress> of() {
        Map<String, Function<ReviewProgress, @Nullable Object>> read = new LinkedHashMap<>();
        read.put(CASE_NUMBER, progress -> progress.deal().value());
        read.put(WRITER, ReviewProgress::writer);
        read.put(REVIEW_DUE_AT, progress -> ProcessVariables.date(progress.dueAt()));
        read.put(CUSTOMER_TO_BE_ASKED, ReviewProgress::customerToBeAsked);
        read.put(ACCEPTOR_GROUP, progress -> ProcessVariables.id(progress.acceptor()));
        read.put(REVIEW_ACCEPTED, ReviewProgress::accepted);
        return new ProcessVariables<>(read, read.keySet());
    }
}
