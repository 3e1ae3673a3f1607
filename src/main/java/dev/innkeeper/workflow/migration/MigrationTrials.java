package dev.innkeeper.workflow.migration;

import dev.innkeeper.common.Page;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves cases to see whether they can be moved, and takes it back: the engine itself says what it
 * would say, and nothing is left of it.
 */
@Component
class MigrationTrials {

    private static final String WHERE_THEY_STAND =
            """
            SELECT PROC_INST_ID_ AS instance,
                GROUP_CONCAT(DISTINCT ACT_ID_ ORDER BY ACT_ID_ SEPARATOR ' ') AS elements,
                MAX(BUSINESS_KEY_) AS number
            FROM ACT_RU_EXECUTION
            """;

    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    MigrationTrials(
            RuntimeService runtime, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    private record Standing(String instance, @Nullable String elements, @Nullable String number) {

        private List<String> at() {
            return elements == null ? List.of() : Arrays.asList(elements.split(" "));
        }
    }

    /** Where the cases of a version stand, most cases first, each tried with one of them. */
    List<Place> places(String definition, Plan plan) {
        var byElements =
                jdbc.sql(
                                """
                                SELECT elements, COUNT(*) AS cases, MIN(instance) AS instance
                                FROM (%s WHERE PROC_DEF_ID_ = ? GROUP BY PROC_INST_ID_) AS standing
                                GROUP BY elements ORDER BY cases DESC, elements
                                """
                                        .formatted(WHERE_THEY_STAND))
                        .param(definition)
                        .query(Gathered.class)
                        .list();
        return byElements.stream()
                .map(
                        each ->
                                place(
                                        new Standing(each.instance, each.elements, null),
                                        each.cases,
                                        plan))
                .toList();
    }

    private record Gathered(@Nullable String elements, long cases, String instance) {}

    /** A page of the cases of a version by their numbers, each tried by itself. */
    Page<CasePreview> cases(String definition, Plan plan, int offset, int limit) {
        var total =
                jdbc.sql(
                                """
                                SELECT COUNT(*) FROM ACT_RU_EXECUTION
                                WHERE PROC_DEF_ID_ = ? AND PARENT_ID_ IS NULL
                                """)
                        .param(definition)
                        .query(Long.class)
                        .single();
        var page =
                jdbc.sql(
                                """
                                SELECT ID_ FROM ACT_RU_EXECUTION
                                WHERE PROC_DEF_ID_ = ? AND PARENT_ID_ IS NULL
                                ORDER BY BUSINESS_KEY_, ID_ LIMIT ? OFFSET ?
                                """)
                        .params(definition, limit, offset)
                        .query(String.class)
                        .list();
        if (page.isEmpty()) {
            return new Page<>(List.of(), total);
        }
        var standing =
                jdbc
                        .sql(
                                WHERE_THEY_STAND
                                        + " WHERE PROC_INST_ID_ IN (:page) GROUP BY PROC_INST_ID_")
                        .param("page", page)
                        .query(Standing.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Standing::instance, each -> each));
        var cases =
                page.stream()
                        .filter(standing::containsKey)
                        .map(standing::get)
                        .map(
                                each ->
                                        new CasePreview(
                                                each.instance, each.number, place(each, 1, plan)))
                        .toList();
        return new Page<>(cases, total);
    }

    private Place place(Standing standing, long cases, Plan plan) {
        var at = standing.at();
        var moves = new TreeMap<String, Place.Move>();
        for (var element : at) {
            moves.put(element, move(element, plan));
        }
        var sorted =
                moves.values().stream().sorted(Comparator.comparing(Place.Move::from)).toList();
        return new Place(cases, at, sorted, obstacles(standing.instance, plan));
    }

    private static Place.Move move(String element, Plan plan) {
        Map<String, String> moves = plan.moves();
        var to = moves.getOrDefault(element, "");
        return new Place.Move(
                element,
                plan.before().name(element),
                to,
                to.isEmpty() ? "" : plan.after().name(to),
                plan.perhaps(element));
    }

    /** Why a case cannot move; none where it can. */
    List<String> obstacles(String instance, Plan plan) {
        return transactions.execute(
                status -> {
                    status.setRollbackOnly();
                    try {
                        runtime.newMigration(plan.plan()).processInstanceIds(instance).execute();
                        return List.<String>of();
                    } catch (RuntimeException e) {
                        return Obstacles.of(e, plan);
                    }
                });
    }
}
