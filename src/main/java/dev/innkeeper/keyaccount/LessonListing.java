package dev.innkeeper.keyaccount;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Like;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.keyaccount.facts.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class LessonListing implements Lessons {

    private static final int LONGEST_PAGE = 200;

    /** How many lessons are read for words at most: what is older is found by the other filters. */
    private static final int MOST_READ = 5_000;

    private static final int MOST_WORDS = 5;

    private static final String TOPICS =
            """
            SELECT topic.topic, topic.counted, review.deal, review.accepted_at,
                   COUNT(*) OVER (PARTITION BY topic.counted) AS times,
                   ROW_NUMBER() OVER (PARTITION BY topic.counted
                                      ORDER BY review.accepted_at DESC, review.deal DESC) AS nth
            FROM deal_review_topic topic JOIN deal_review review ON review.deal = topic.deal
            WHERE review.state = 'ACCEPTED'\
            """;

    private final JdbcClient jdbc;

    LessonListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<Lesson> find(LessonFilter filter, int offset, int limit) {
        Map<String, Object> params = new HashMap<>();
        String from = from(filter, params);
        long total = jdbc.sql("SELECT COUNT(*)" + from).params(params).query(Long.class).single();
        params.put("offset", Math.max(offset, 0));
        params.put("limit", within(limit));
        List<Lesson> bare =
                jdbc.sql(
                                "SELECT review.*"
                                        + from
                                        + " ORDER BY accepted_at DESC, deal DESC"
                                        + " LIMIT :limit OFFSET :offset")
                        .params(params)
                        .query((row, n) -> bare(row))
                        .list();
        return new Page<>(bare.isEmpty() ? bare : withLists(bare), total);
    }

    private List<Lesson> withLists(List<Lesson> bare) {
        List<String> deals = bare.stream().map(lesson -> lesson.deal().value()).toList();
        Map<String, List<DealReason>> reasons = reasons(deals);
        Map<String, List<String>> topics = topics(deals);
        return bare.stream()
                .map(
                        lesson ->
                                lesson.with(
                                        reasons.getOrDefault(lesson.deal().value(), List.of()),
                                        topics.getOrDefault(lesson.deal().value(), List.of())))
                .toList();
    }

    @Override
    public Page<TrainingTopic> topics(int offset, int limit) {
        long total =
                jdbc.sql("SELECT COUNT(*) FROM (" + TOPICS + ") latest WHERE nth = 1")
                        .query(Long.class)
                        .single();
        List<TrainingTopic> found =
                jdbc.sql(
                                "SELECT * FROM ("
                                        + TOPICS
                                        + ") latest WHERE nth = 1"
                                        + " ORDER BY times DESC, accepted_at DESC, counted"
                                        + " LIMIT ? OFFSET ?")
                        .params(within(limit), Math.max(offset, 0))
                        .query(
                                (row, n) ->
                                        new TrainingTopic(
                                                row.getString("topic"),
                                                row.getInt("times"),
                                                new CaseNumber(row.getString("deal")),
                                                Utc.read(row, "accepted_at")))
                        .list();
        return new Page<>(found, total);
    }

    private static String from(LessonFilter filter, Map<String, Object> params) {
        String accepted = " FROM deal_review review WHERE " + conditions(filter, params);
        List<String> words = words(filter.text());
        if (words.isEmpty()) {
            return accepted;
        }
        List<String> all = new ArrayList<>();
        for (int n = 0; n < words.size(); n++) {
            all.add(
                    """
                    (CONCAT_WS(' ', product, competitor, account, to_repeat, to_avoid,
                               customer_words) LIKE :word%1$d
                     OR EXISTS (SELECT 1 FROM deal_review_topic topic
                                WHERE topic.deal = review.deal AND topic.topic LIKE :word%1$d))\
                    """
                            .formatted(n));
            params.put("word" + n, "%" + Like.beginning(words.get(n)));
        }
        return " FROM (SELECT review.*"
                + accepted
                + " ORDER BY accepted_at DESC, deal DESC LIMIT "
                + MOST_READ
                + ") review WHERE "
                + String.join(" AND ", all);
    }

    private static String conditions(LessonFilter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        conditions.add("review.state = 'ACCEPTED'");
        if (filter.product() != null) {
            conditions.add("review.product LIKE :product");
            params.put("product", Like.beginning(filter.product().strip()));
        }
        if (filter.competitor() != null) {
            conditions.add("review.competitor LIKE :competitor");
            params.put("competitor", Like.beginning(filter.competitor().strip()));
        }
        if (filter.reason() != null) {
            conditions.add(
                    """
                    review.deal IN (SELECT reason.deal FROM deal_review_reason reason
                                    WHERE reason.code = :reason)\
                    """);
            params.put("reason", filter.reason());
        }
        if (filter.outcome() != null) {
            conditions.add("review.outcome = :outcome");
            params.put("outcome", filter.outcome().name());
        }
        if (filter.from() != null) {
            conditions.add("review.accepted_at >= :from");
            params.put("from", Utc.of(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("review.accepted_at < :to");
            params.put("to", Utc.of(filter.to()));
        }
        return String.join(" AND ", conditions);
    }

    /** Chinese is written without blanks: a phrase is then one word, found wherever it stands. */
    private static List<String> words(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return List.of(text.strip().split("[\\s\\u3000]+")).stream().limit(MOST_WORDS).toList();
    }

    private static int within(int limit) {
        return Math.min(Math.max(limit, 1), LONGEST_PAGE);
    }

    private record Named(String deal, DealReason reason) {}

    private Map<String, List<DealReason>> reasons(List<String> deals) {
        return jdbc
                .sql(
                        """
                        SELECT named.deal, named.code, review.outcome,
                               COALESCE(known.english, named.code) AS english,
                               COALESCE(known.chinese, named.code) AS chinese
                        FROM deal_review_reason named
                        JOIN deal_review review ON review.deal = named.deal
                        LEFT JOIN deal_reason known
                               ON known.code = named.code AND known.outcome = review.outcome
                        WHERE named.deal IN (:deals) ORDER BY named.deal, named.position
                        """)
                .param("deals", deals)
                .query(
                        (row, n) ->
                                new Named(
                                        row.getString("deal"),
                                        new DealReason(
                                                row.getString("code"),
                                                Stage.valueOf(row.getString("outcome")),
                                                row.getString("english"),
                                                row.getString("chinese"))))
                .list()
                .stream()
                .collect(groupingBy(Named::deal, mapping(Named::reason, toList())));
    }

    private record Topic(String deal, String topic) {}

    private Map<String, List<String>> topics(List<String> deals) {
        return jdbc
                .sql(
                        """
                        SELECT deal, topic FROM deal_review_topic
                        WHERE deal IN (:deals) ORDER BY deal, position
                        """)
                .param("deals", deals)
                .query(Topic.class)
                .list()
                .stream()
                .collect(groupingBy(Topic::deal, mapping(Topic::topic, toList())));
    }

    /** A lesson of which the lists are still to be read, for all of a page at once. */
    private static Lesson bare(ResultSet row) throws SQLException {
        return new Lesson(
                new CaseNumber(row.getString("deal")),
                Stage.valueOf(row.getString("outcome")),
                row.getString("product"),
                row.getString("competitor"),
                List.of(),
                row.getBigDecimal("price_gap"),
                Stage.valueOf(row.getString("decided_at")),
                row.getString("account"),
                row.getString("to_repeat"),
                row.getString("to_avoid"),
                row.getString("customer_words"),
                List.of(),
                Utc.read(row, "accepted_at"));
    }
}
