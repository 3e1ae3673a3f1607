package dev.innkeeper.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences, instead of a stack trace, why there is no database and what to do. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseUnavailableException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseUnavailableException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), root);
    }
}
