package dev.innkeeper.casefile;

import dev.innkeeper.decision.serve.DecisionTexts;
import dev.innkeeper.notification.Notifications;
import java.util.ArrayList;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases from the files of cases what people wrote and sent: remarks, documents, notices, texts
 * that were judged. What happened when, and what was decided, stays.
 */
@Repository
public class CaseErasure {

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final DecisionTexts decisions;

    CaseErasure(JdbcClient jdbc, Notifications notifications, DecisionTexts decisions) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.decisions = decisions;
    }

    /**
     * Erases, in the caller's transaction.
     *
     * @param numbers the cases
     * @return how many entries, documents, notices and records were erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return 0;
        }
        var cases = new ArrayList<>(numbers);
        int notes =
                jdbc.sql(
                                """
                                UPDATE case_event SET note = ''
                                WHERE case_number IN (:cases) AND note <> ''\
                                """)
                        .param("cases", cases)
                        .update();
        int documents =
                jdbc.sql("DELETE FROM case_document WHERE case_number IN (:cases)")
                        .param("cases", cases)
                        .update();
        return notes + documents + notifications.forget(cases) + decisions.forget(cases);
    }
}
