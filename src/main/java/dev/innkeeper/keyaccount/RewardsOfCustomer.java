package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.customer.FilePart;
import dev.innkeeper.customer.FileSection;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What partners get for the deals of a customer, as a section of its file. */
@Component
class RewardsOfCustomer implements FilePart {

    private static final String TABLES =
            """
            FROM reward w JOIN deal d ON d.number = w.deal JOIN partner p ON p.id = w.partner_id
            WHERE d.customer_id = :id\
            """;

    private final JdbcClient jdbc;

    RewardsOfCustomer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is still to be paid, and what was paid, in CNY. */
    record Rewards(BigDecimal due, BigDecimal paid) {}

    /** A reward, in CNY. */
    record Row(
            String number,
            RewardState state,
            String stateLabel,
            Instant stateSince,
            String deal,
            String partner,
            String partnerId,
            BigDecimal amount,
            String href) {}

    @Override
    public FileSection section() {
        return FileSection.REWARDS;
    }

    @Override
    public Content read(Question question) {
        Rewards rewards =
                jdbc.sql(
                                """
                                SELECT COALESCE(SUM(IF(w.state IN ('EARNED', 'PAYABLE'), w.amount,
                                        0)), 0) AS due,
                                    COALESCE(SUM(IF(w.state = 'PAID', w.amount, 0)), 0) AS paid\s\
                                """
                                        + TABLES)
                        .param("id", question.customerId())
                        .query(
                                (row, n) ->
                                        new Rewards(
                                                row.getBigDecimal("due"),
                                                row.getBigDecimal("paid")))
                        .single();
        List<Row> rows =
                jdbc.sql(
                                """
                                SELECT w.number, w.state, w.state_since, w.deal, w.partner_id,
                                    p.name, w.amount\s\
                                """
                                        + TABLES
                                        + " ORDER BY w.number DESC LIMIT :limit OFFSET :offset")
                        .param("id", question.customerId())
                        .param("limit", question.limit())
                        .param("offset", question.offset())
                        .query((row, n) -> row(row, question.language()))
                        .list();
        long total =
                jdbc.sql("SELECT COUNT(*) " + TABLES)
                        .param("id", question.customerId())
                        .query(Long.class)
                        .single();
        return new Content(rewards, new Page<>(rows, total));
    }

    private static Row row(ResultSet row, Language language) throws SQLException {
        RewardState state = RewardState.valueOf(row.getString("state"));
        return new Row(
                row.getString("number"),
                state,
                language.of(state),
                Utc.read(row, "state_since"),
                row.getString("deal"),
                row.getString("name"),
                row.getString("partner_id"),
                row.getBigDecimal("amount"),
                "/api/rewards/" + row.getString("number"));
    }
}
