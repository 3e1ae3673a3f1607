package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Utc;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written down beside a deal, one row for each time. */
@Repository
class DealRecords {

    private static final int LONGEST_LOG = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DealRecords(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The deal leaves the stage in which it is, and enters another. */
    void enter(CaseNumber number, Stage stage, Instant at) {
        jdbc.sql(
                        """
                        UPDATE deal_stage SET left_at = ?, left_for = ?
                        WHERE number = ? AND left_at IS NULL\
                        """)
                .params(Utc.of(at), stage.name(), number.value())
                .update();
        jdbc.sql("INSERT INTO deal_stage (number, stage, entered_at) VALUES (?, ?, ?)")
                .params(number.value(), stage.name(), Utc.of(at))
                .update();
    }

    /**
     * The end of a deal of the past, and how it was on the way there.
     *
     * @param closed null where it is open still, in that stage
     */
    void enterAll(
            CaseNumber number, Stage before, Instant begun, Stage stage, @Nullable Instant closed) {
        if (closed == null) {
            enter(number, stage, begun);
        } else {
            batches.update(
                    """
                    INSERT INTO deal_stage (number, stage, entered_at, left_at, left_for)
                    VALUES (?, ?, ?, ?, ?), (?, ?, ?, NULL, NULL)\
                    """,
                    number.value(),
                    before.name(),
                    Utc.of(begun),
                    Utc.of(closed),
                    stage.name(),
                    number.value(),
                    stage.name(),
                    Utc.of(closed));
        }
    }

    List<StageView> stages(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT stage, entered_at, left_at FROM deal_stage
                        WHERE number = ? ORDER BY id\
                        """)
                .param(number.value())
                .query(
                        (row, n) ->
                                new StageView(
                                        Stage.valueOf(row.getString("stage")),
                                        Utc.read(row, "entered_at"),
                                        Utc.readNullable(row, "left_at")))
                .list();
    }

    /** Another plan takes the place of the one before; what was spent stays. */
    void plan(CaseNumber number, DealPlan plan) {
        jdbc.sql("DELETE FROM deal_team WHERE number = ?").param(number.value()).update();
        batches.batchUpdate(
                "INSERT INTO deal_team (number, user_id) VALUES (?, ?)",
                plan.team().stream().map(user -> new Object[] {number.value(), user}).toList());
        jdbc.sql("UPDATE deal_budget SET planned = 0 WHERE number = ?")
                .param(number.value())
                .update();
        batches.batchUpdate(
                """
                INSERT INTO deal_budget (number, kind, planned, spent) VALUES (?, ?, ?, 0)
                ON DUPLICATE KEY UPDATE planned = VALUES(planned)\
                """,
                plan.budget().entrySet().stream()
                        .map(
                                line ->
                                        new Object[] {
                                            number.value(),
                                            line.getKey().name(),
                                            line.getValue().amount()
                                        })
                        .toList());
    }

    List<String> team(CaseNumber number) {
        return jdbc.sql("SELECT user_id FROM deal_team WHERE number = ? ORDER BY user_id")
                .param(number.value())
                .query(String.class)
                .list();
    }

    List<BudgetLine> budget(CaseNumber number) {
        return jdbc
                .sql("SELECT kind, planned, spent FROM deal_budget WHERE number = ?")
                .param(number.value())
                .query(
                        (row, n) ->
                                new BudgetLine(
                                        ExpenseKind.valueOf(row.getString("kind")),
                                        new Money(row.getBigDecimal("planned")),
                                        new Money(row.getBigDecimal("spent"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(BudgetLine::kind))
                .toList();
    }

    /** Books an accepted expense, whether it was planned or not. */
    void spend(CaseNumber number, ExpenseKind kind, Money amount) {
        jdbc.sql(
                        """
                        INSERT INTO deal_budget (number, kind, planned, spent) VALUES (?, ?, 0, ?)
                        ON DUPLICATE KEY UPDATE spent = spent + VALUES(spent)\
                        """)
                .params(number.value(), kind.name(), amount.amount())
                .update();
    }

    void addFollowUp(CaseNumber number, Instant at, String by, FollowUp followUp, DealGrade grade) {
        jdbc.sql(
                        """
                        INSERT INTO deal_follow_up (number, at, actor, words, next_step, need,
                            chance, expected_close_on, grade)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        number.value(),
                        Utc.of(at),
                        by,
                        followUp.words(),
                        followUp.nextStep(),
                        followUp.need().name(),
                        followUp.chance(),
                        followUp.expectedCloseOn(),
                        grade.name())
                .update();
    }

    /** The latest entries of the follow-up log, latest first. */
    List<FollowUpView> followUps(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT at, actor, words, next_step, need, chance, expected_close_on, grade
                        FROM deal_follow_up WHERE number = ? ORDER BY id DESC LIMIT ?\
                        """)
                .params(number.value(), LONGEST_LOG)
                .query(
                        (row, n) ->
                                new FollowUpView(
                                        Utc.read(row, "at"),
                                        row.getString("actor"),
                                        row.getString("words"),
                                        row.getString("next_step"),
                                        Need.valueOf(row.getString("need")),
                                        row.getBoolean("chance"),
                                        row.getObject("expected_close_on", LocalDate.class),
                                        DealGrade.valueOf(row.getString("grade"))))
                .list();
    }

    /**
     * Notes a payment.
     *
     * @return false where one with this reference is there already
     */
    boolean addPayment(CaseNumber number, Payment payment, Instant paidAt, Instant at, String by) {
        return jdbc.sql(
                                """
                                INSERT IGNORE INTO deal_payment
                                    (number, reference, amount, paid_at, at, actor)
                                VALUES (?, ?, ?, ?, ?, ?)\
                                """)
                        .params(
                                number.value(),
                                payment.reference(),
                                payment.amount().amount(),
                                Utc.of(paidAt),
                                Utc.of(at),
                                by)
                        .update()
                > 0;
    }

    List<PaymentView> payments(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT reference, amount, paid_at, actor FROM deal_payment
                        WHERE number = ? ORDER BY id\
                        """)
                .param(number.value())
                .query(
                        (row, n) ->
                                new PaymentView(
                                        row.getString("reference"),
                                        new Money(row.getBigDecimal("amount")),
                                        Utc.read(row, "paid_at"),
                                        row.getString("actor")))
                .list();
    }

    /** The other open deals of its customer, with its product, that somebody else hunts. */
    List<CaseNumber> collisions(CaseNumber number) {
        return jdbc
                .sql(
                        """
                        SELECT other.number FROM deal
                        JOIN deal other ON other.customer_id = deal.customer_id
                            AND other.product_key = deal.product_key
                        WHERE deal.number = ? AND other.number <> deal.number
                            AND deal.product_key <> '' AND NOT other.owner <=> deal.owner
                            AND other.stage IN
                                ('LEAD', 'QUALIFIED', 'PLANNED', 'PROPOSED', 'NEGOTIATING')
                        ORDER BY other.registered_at, other.number\
                        """)
                .param(number.value())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    /**
     * The deals of a customer that are neither over nor part of another one, first come first. No
     * imported ones: nobody runs these, so no lead could be handled in them.
     */
    List<OpenDeal> openDeals(String customerId) {
        return jdbc.sql(
                        """
                        SELECT number, product, owner FROM deal
                        WHERE customer_id = ? AND imported = FALSE AND stage IN
                            ('LEAD', 'QUALIFIED', 'PLANNED', 'PROPOSED', 'NEGOTIATING')
                        ORDER BY registered_at, number\
                        """)
                .param(customerId)
                .query(
                        (row, n) ->
                                new OpenDeal(
                                        new CaseNumber(row.getString("number")),
                                        row.getString("product"),
                                        row.getString("owner")))
                .list();
    }

    /** Whether a partner had named the customer before the lead came in. */
    boolean isRegisteredByPartner(CaseNumber deal) {
        return jdbc.sql(
                                """
                                SELECT COUNT(*) FROM reward
                                WHERE deal = ? AND registered_at < lead_at\
                                """)
                        .param(deal.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Share of all that was won within these days that is this customer's, in percent. */
    Optional<BigDecimal> shareOfSales(String customerId, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        SELECT 100 * SUM(IF(customer_id = ?, value, 0)) / NULLIF(SUM(value), 0)
                        FROM deal WHERE stage = 'WON' AND closed_at > ? AND closed_at <= ?\
                        """)
                .params(customerId, Utc.of(from), Utc.of(to))
                .query(BigDecimal.class)
                .optional();
    }
}
