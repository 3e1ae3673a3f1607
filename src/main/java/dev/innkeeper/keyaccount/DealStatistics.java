package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Utc;
import dev.innkeeper.keyaccount.DealFigures.Cycle;
import dev.innkeeper.keyaccount.DealFigures.DealSpending;
import dev.innkeeper.keyaccount.DealFigures.GradeFigure;
import dev.innkeeper.keyaccount.DealFigures.Outcomes;
import dev.innkeeper.keyaccount.DealFigures.Reviews;
import dev.innkeeper.keyaccount.DealFigures.RewardFigure;
import dev.innkeeper.keyaccount.DealFigures.Rewards;
import dev.innkeeper.keyaccount.DealFigures.Spending;
import dev.innkeeper.keyaccount.DealFigures.StageFigure;
import dev.innkeeper.keyaccount.DealFigures.Stalled;
import dev.innkeeper.keyaccount.DealFigures.StalledDeal;
import dev.innkeeper.keyaccount.DealFigures.WinRate;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts deals, those of the past too: each figure is one question to the database. */
@Service
@Transactional(readOnly = true)
public class DealStatistics {

    /** Deals on a page of the spending. */
    public static final int PAGE = 50;

    private static final int DECIMALS = 2;
    private static final int MOST_GROUPS = 20;
    private static final int MOST_STALLED = 20;
    private static final List<Stage> OPEN =
            List.of(Stage.LEAD, Stage.QUALIFIED, Stage.PLANNED, Stage.PROPOSED, Stage.NEGOTIATING);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    DealStatistics(JdbcClient jdbc, Clock clock, CasefileProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** What won and lost deals are told apart by. */
    private enum Group {
        REASON("deal.reason", "name"),
        COMPETITOR("deal.competitor", "name"),
        /** By the spelling that came first. */
        PRODUCT(
                "NULLIF(deal.product_key, '')",
                """
                (SELECT first.product FROM deal first WHERE first.product_key = ranked.name
                 ORDER BY first.registered_at, first.number LIMIT 1)\
                """),
        OWNER("deal.owner", "name");

        private final String key;
        private final String shown;

        Group(String key, String shown) {
            this.key = key;
            this.shown = shown;
        }
    }

    /** The zone in which days are counted. */
    public ZoneId zone() {
        return zone;
    }

    /** Today in the house's time zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * The pipeline in figures.
     *
     * @param page of the spending, from 0
     */
    public DealFigures figures(FiguresFilter filter, int page) {
        Map<String, Object> params = new HashMap<>();
        params.put("from", Utc.of(filter.from().atStartOfDay(zone).toInstant()));
        params.put("to", Utc.of(filter.to().plusDays(1).atStartOfDay(zone).toInstant()));
        params.put("now", Utc.of(clock.instant()));
        params.put("open", OPEN.stream().map(Stage::name).toList());
        String narrowed = narrowed(filter, params);
        return new DealFigures(
                funnel(narrowed, params),
                outcomes(narrowed, params),
                winRates(Group.REASON, narrowed, params),
                winRates(Group.COMPETITOR, narrowed, params),
                winRates(Group.PRODUCT, narrowed, params),
                winRates(Group.OWNER, narrowed, params),
                stalled(narrowed, params),
                openByGrade(narrowed, params),
                spending(narrowed, params, page),
                reviews(narrowed, params),
                rewards(narrowed, params));
    }

    private static String narrowed(FiguresFilter filter, Map<String, Object> params) {
        String narrowed = "";
        if (filter.owner() != null) {
            narrowed += " AND deal.owner = :owner";
            params.put("owner", filter.owner());
        }
        if (filter.product() != null) {
            narrowed +=
                    " AND deal.product_key ="
                            + " REGEXP_REPLACE(:product, '[[:space:][:punct:]]+', '')";
            params.put("product", filter.product());
        }
        return narrowed;
    }

    /** How many there are of a kind, and how long they took. */
    private record Spread(
            String kind, long number, long wentOn, long stillThere, Money value, Cycle cycle) {

        static Spread none(String kind) {
            return new Spread(kind, 0, 0, 0, Money.ZERO, Cycle.NONE);
        }
    }

    /**
     * Counts what a source gives by kind.
     *
     * @param source of columns kind, days (null where it is not over), went_on and value
     */
    private Map<String, Spread> spreads(String source, Map<String, Object> params) {
        // The median is found among days of the same length, of which there are few, since window
        // functions over every row take seconds; days have two decimals as the figures do.
        return jdbc
                .sql(
                        """
                        WITH counted AS (
                            SELECT kind, ROUND(days, 2) AS length, COUNT(*) AS number,
                                SUM(went_on) AS went_on, SUM(value) AS value, SUM(days) AS days
                            FROM (%s) source
                            GROUP BY kind, length
                        ), placed AS (
                            SELECT counted.*,
                                SUM(IF(length IS NULL, 0, number))
                                    OVER (PARTITION BY kind ORDER BY length) AS up_to,
                                SUM(IF(length IS NULL, 0, number))
                                    OVER (PARTITION BY kind) AS ended
                            FROM counted
                        )
                        SELECT kind, SUM(number) AS number, SUM(went_on) AS went_on,
                            SUM(value) AS value, SUM(number) - MAX(ended) AS still_there,
                            SUM(days) / NULLIF(MAX(ended), 0) AS mean_days,
                            (MIN(IF(2 * up_to >= ended, length, NULL))
                                + MIN(IF(2 * up_to > ended, length, NULL))) / 2 AS median_days
                        FROM placed GROUP BY kind\
                        """
                                .formatted(source))
                .params(params)
                .query(
                        (row, n) ->
                                new Spread(
                                        row.getString("kind"),
                                        row.getLong("number"),
                                        row.getLong("went_on"),
                                        row.getLong("still_there"),
                                        money(row, "value"),
                                        new Cycle(
                                                number(row, "mean_days"),
                                                number(row, "median_days"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Spread::kind, Function.identity()));
    }

    private List<StageFigure> funnel(String narrowed, Map<String, Object> params) {
        String joined = narrowed.isEmpty() ? "" : "JOIN deal ON deal.number = passed.number";
        Map<String, Spread> found =
                spreads(
                        """
                        SELECT passed.stage AS kind,
                            TIMESTAMPDIFF(SECOND, passed.entered_at, passed.left_at) / 86400 AS days,
                            COALESCE(passed.left_for NOT IN ('LOST', 'DISCARDED'), FALSE) AS went_on,
                            0 AS value
                        FROM deal_stage passed %s
                        WHERE passed.entered_at >= :from AND passed.entered_at < :to
                            AND passed.stage IN (:open) %s\
                        """
                                .formatted(joined, narrowed),
                        params);
        return OPEN.stream()
                .map(
                        stage -> {
                            Spread spread =
                                    found.getOrDefault(stage.name(), Spread.none(stage.name()));
                            return new StageFigure(
                                    stage,
                                    spread.number(),
                                    spread.wentOn(),
                                    spread.stillThere(),
                                    percent(spread.wentOn(), spread.number()),
                                    spread.cycle().mean(),
                                    spread.cycle().median());
                        })
                .toList();
    }

    private Outcomes outcomes(String narrowed, Map<String, Object> params) {
        String ended =
                """
                SELECT %1$s AS kind,
                    TIMESTAMPDIFF(SECOND, registered_at, closed_at) / 86400 AS days,
                    FALSE AS went_on, value
                FROM deal
                WHERE closed_at >= :from AND closed_at < :to AND stage IN (%2$s) %3$s\
                """;
        Map<String, Spread> found =
                spreads(
                        ended.formatted("stage", "'WON', 'LOST', 'DISCARDED'", narrowed)
                                + " UNION ALL "
                                + ended.formatted("'DECIDED'", "'WON', 'LOST'", narrowed),
                        params);
        Spread won = found.getOrDefault("WON", Spread.none("WON"));
        Spread lost = found.getOrDefault("LOST", Spread.none("LOST"));
        return new Outcomes(
                won.number(),
                lost.number(),
                found.getOrDefault("DISCARDED", Spread.none("DISCARDED")).number(),
                percent(won.number(), won.number() + lost.number()),
                won.value(),
                won.cycle(),
                lost.cycle(),
                found.getOrDefault("DECIDED", Spread.none("DECIDED")).cycle());
    }

    private List<WinRate> winRates(Group group, String narrowed, Map<String, Object> params) {
        return jdbc.sql(
                        """
                        SELECT %2$s AS name, rest, won, lost, value
                        FROM (
                            SELECT IF(place > :most, NULL, MIN(name)) AS name,
                                place > :most AS rest,
                                SUM(won) AS won, SUM(lost) AS lost, SUM(value) AS value,
                                MIN(place) AS place
                            FROM (
                                SELECT grouped.*,
                                    ROW_NUMBER() OVER (ORDER BY won + lost DESC, name) AS place
                                FROM (
                                    SELECT %1$s AS name,
                                        SUM(deal.stage = 'WON') AS won,
                                        SUM(deal.stage = 'LOST') AS lost,
                                        SUM(IF(deal.stage = 'WON', deal.value, 0)) AS value
                                    FROM deal
                                    WHERE deal.closed_at >= :from AND deal.closed_at < :to
                                        AND deal.stage IN ('WON', 'LOST') %3$s
                                    GROUP BY %1$s
                                ) grouped
                            ) placed
                            GROUP BY LEAST(place, :most + 1)
                        ) ranked
                        ORDER BY place\
                        """
                                .formatted(group.key, group.shown, narrowed))
                .params(params)
                .param("most", MOST_GROUPS)
                .query(
                        (row, n) -> {
                            long won = row.getLong("won");
                            long lost = row.getLong("lost");
                            return new WinRate(
                                    row.getString("name"),
                                    row.getBoolean("rest"),
                                    won,
                                    lost,
                                    percent(won, won + lost),
                                    money(row, "value"));
                        })
                .list();
    }

    private record CountedStalled(long number, StalledDeal deal) {}

    private Stalled stalled(String narrowed, Map<String, Object> params) {
        List<CountedStalled> found =
                jdbc.sql(
                                """
                                SELECT deal.number,
                                    COALESCE(contact_company, customer_id) AS customer,
                                    product, owner, stage, grade, value, stage_since, stalled_at,
                                    COUNT(*) OVER () AS all_of_them
                                FROM deal WHERE stalled_at IS NOT NULL %s
                                ORDER BY stalled_at, deal.number LIMIT :most\
                                """
                                        .formatted(narrowed))
                        .params(params)
                        .param("most", MOST_STALLED)
                        .query(
                                (row, n) ->
                                        new CountedStalled(
                                                row.getLong("all_of_them"),
                                                new StalledDeal(
                                                        new CaseNumber(row.getString("number")),
                                                        row.getString("customer"),
                                                        row.getString("product"),
                                                        row.getString("owner"),
                                                        Stage.valueOf(row.getString("stage")),
                                                        grade(row),
                                                        money(row, "value"),
                                                        Utc.read(row, "stage_since"),
                                                        Utc.read(row, "stalled_at"))))
                        .list();
        return new Stalled(
                found.isEmpty() ? 0 : found.get(0).number(),
                found.stream().map(CountedStalled::deal).toList());
    }

    private List<GradeFigure> openByGrade(String narrowed, Map<String, Object> params) {
        return jdbc.sql(
                        """
                        SELECT grade, COUNT(*) AS number, SUM(value) AS value
                        FROM deal WHERE stage IN (:open) %s
                        GROUP BY grade ORDER BY grade IS NULL, grade\
                        """
                                .formatted(narrowed))
                .params(params)
                .query(
                        (row, n) ->
                                new GradeFigure(
                                        grade(row), row.getLong("number"), money(row, "value")))
                .list();
    }

    private Spending spending(String narrowed, Map<String, Object> params, int page) {
        String counted =
                """
                FROM deal_budget budget JOIN deal ON deal.number = budget.number
                WHERE (deal.stage IN (:open)
                    OR deal.closed_at >= :from AND deal.closed_at < :to) %s\
                """
                        .formatted(narrowed);
        List<DealSpending> deals =
                jdbc.sql(
                                """
                                SELECT budget.number,
                                    COALESCE(deal.contact_company, deal.customer_id) AS customer,
                                    deal.product, deal.owner, deal.stage,
                                    SUM(budget.planned) AS planned, SUM(budget.spent) AS spent,
                                    IF(deal.stage = 'WON', deal.value, 0) AS won
                                %s
                                GROUP BY budget.number ORDER BY budget.number DESC
                                LIMIT :size OFFSET :offset\
                                """
                                        .formatted(counted))
                        .params(params)
                        .param("size", PAGE)
                        .param("offset", page * PAGE)
                        .query(
                                (row, n) ->
                                        new DealSpending(
                                                new CaseNumber(row.getString("number")),
                                                row.getString("customer"),
                                                row.getString("product"),
                                                row.getString("owner"),
                                                Stage.valueOf(row.getString("stage")),
                                                money(row, "planned"),
                                                money(row, "spent"),
                                                money(row, "won")))
                        .list();
        return jdbc.sql(
                        """
                        SELECT COUNT(*) AS number, SUM(planned) AS planned, SUM(spent) AS spent,
                            SUM(won) AS won
                        FROM (
                            SELECT SUM(budget.planned) AS planned, SUM(budget.spent) AS spent,
                                IF(deal.stage = 'WON', deal.value, 0) AS won
                            %s
                            GROUP BY budget.number
                        ) spent\
                        """
                                .formatted(counted))
                .params(params)
                .query(
                        (row, n) ->
                                new Spending(
                                        row.getLong("number"),
                                        money(row, "planned"),
                                        money(row, "spent"),
                                        money(row, "won"),
                                        page,
                                        PAGE,
                                        deals))
                .single();
    }

    private Reviews reviews(String narrowed, Map<String, Object> params) {
        return jdbc.sql(
                        """
                        SELECT COUNT(*) AS due,
                            SUM(review.state <> 'TO_WRITE') AS written,
                            SUM(review.state = 'ACCEPTED') AS accepted,
                            SUM(review.state = 'TO_WRITE' AND review.due_at < :now) AS overdue
                        FROM deal_review review JOIN deal ON deal.number = review.deal
                        WHERE review.opened_at >= :from AND review.opened_at < :to %s\
                        """
                                .formatted(narrowed))
                .params(params)
                .query(
                        (row, n) -> {
                            long due = row.getLong("due");
                            long accepted = row.getLong("accepted");
                            return new Reviews(
                                    due,
                                    row.getLong("written"),
                                    accepted,
                                    row.getLong("overdue"),
                                    percent(accepted, due));
                        })
                .single();
    }

    private Rewards rewards(String narrowed, Map<String, Object> params) {
        List<RewardFigure> byState =
                jdbc
                        .sql(
                                """
                                SELECT reward.state, COUNT(*) AS number, SUM(reward.amount) AS amount
                                FROM reward JOIN deal ON deal.number = reward.deal
                                WHERE TRUE %s GROUP BY reward.state\
                                """
                                        .formatted(narrowed))
                        .params(params)
                        .query(
                                (row, n) ->
                                        new RewardFigure(
                                                RewardState.valueOf(row.getString("state")),
                                                row.getLong("number"),
                                                money(row, "amount")))
                        .list()
                        .stream()
                        .sorted(Comparator.comparing(RewardFigure::state))
                        .toList();
        return jdbc.sql(
                        """
                        SELECT COUNT(*) AS number, SUM(payment.amount) AS amount
                        FROM reward_payment payment
                        JOIN reward ON reward.number = payment.reward
                        JOIN deal ON deal.number = reward.deal
                        WHERE payment.paid_at >= :from AND payment.paid_at < :to %s\
                        """
                                .formatted(narrowed))
                .params(params)
                .query(
                        (row, n) ->
                                new Rewards(byState, row.getLong("number"), money(row, "amount")))
                .single();
    }

    private static @Nullable DealGrade grade(ResultSet row) throws SQLException {
        String grade = row.getString("grade");
        return grade == null ? null : DealGrade.valueOf(grade);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? Money.ZERO : new Money(amount);
    }

    private static @Nullable BigDecimal number(ResultSet row, String column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? null : number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
