package dev.innkeeper.keyaccount.process;

import dev.innkeeper.keyaccount.ExpenseProgress;
import dev.innkeeper.workflow.ProcessVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The variables of {@code deal-expense}. */
final class ExpenseVariables {

    static final String CASE_NUMBER = "caseNumber";
    static final String VERDICT = "verdict";
    static final String APPROVER_GROUP = "approverGroup";
    static final String APPROVED = "approved";

    /** The engine's history keeps the answers by which a claim took its way. */
    static final Set<String> ANSWERS = Set.of(VERDICT, APPROVER_GROUP, APPROVED);

    static final ProcessVariables<ExpenseProgress> OF_THE_EXPENSE = of();

    private ExpenseVariables() {}

    private static ProcessVariables<ExpenseProgress> of() {
        Map<String, Function<ExpenseProgress, @Nullable Object>> read = new LinkedHashMap<>();
        read.put(CASE_NUMBER, progress -> progress.number().value());
        read.put(VERDICT, progress -> ProcessVariables.name(progress.verdict()));
        read.put(APPROVER_GROUP, progress -> ProcessVariables.id(progress.approver()));
        read.put(APPROVED, ExpenseProgress::approved);
        return new ProcessVariables<>(read, read.keySet());
    }
}
