package dev.innkeeper.keyaccount.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pipeline in figures, against figures worked out by hand; today is 2026-03-02. */
@InnkeeperTest
class DealFiguresIT {

    private static final String FIGURES = "/api/deals/figures";
    private static final String HEADER =
            "id,owner,product,company,stage,engagedOn,closedOn,value\n";

    /** D7 was closed on the last day before the last 365, D8 on the first of them. */
    private static final String DEALS =
            """
            D1,Ann,GTX Pro,Cancity,WON,2026-01-01,2026-01-11,1000
            D2,Ann,GTXPro,Isdom,WON,2026-01-01,2026-01-31,500.50
            D3,Bob,gtx pro,Cancity,LOST,2026-01-01,2026-01-05,
            D4,Bob,Suite,Cancity,DISCARDED,2026-01-01,2026-02-20,
            D5,Bob,Suite,Isdom,LEAD,2026-02-01,,
            D6,Bob,Suite,Isdom,QUALIFIED,2026-02-10,,7
            D7,Ann,Suite,Isdom,WON,2024-01-01,2025-03-02,9999
            D8,Ann,Suite,Isdom,WON,2025-03-01,2025-03-03,2
            """;

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;
    private final Map<String, String> numbers = new HashMap<>();
    private Api sales;

    @BeforeEach
    void dealsOfThePast() {
        take(DEALS);
        sales = Api.at(port).as("sales1");
    }

    private void take(String rows) {
        var answer =
                Api.at(port)
                        .as("pms")
                        .send(
                                "POST",
                                "/api/deals/import",
                                "text/csv",
                                HttpRequest.BodyPublishers.ofString(HEADER + rows));
        assertThat(answer.at("refused").asInt()).as(answer.toString()).isZero();
        answer.at("results")
                .forEach(
                        row ->
                                numbers.put(
                                        row.path("externalId").asText(),
                                        row.path("deal").path("number").asText()));
    }

    private Api.Answer figures(String query) {
        var answer = sales.get(FIGURES + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static void holds(Api.Answer answer, String at, String json) {
        assertThat(answer.at(at).toString()).as(at).isEqualTo(json);
    }

    @Test
    void countsWhatEndedInTheLastYearAndHowLongItTook() {
        var answer = figures("");
        holds(answer, "from", "\"2025-03-03\"");
        holds(answer, "to", "\"2026-03-02\"");
        holds(
                answer,
                "outcomes",
                "{\"won\":3,\"lost\":1,\"discarded\":1,\"winRate\":75.0,\"wonValue\":1502.5,"
                        + "\"wonMeanDays\":14.0,\"wonMedianDays\":10.0,"
                        + "\"lostMeanDays\":4.0,\"lostMedianDays\":4.0,"
                        + "\"meanCycleDays\":11.5,\"medianCycleDays\":7.0}");
    }

    @Test
    void countsTheFunnelByTheDayOnWhichDealsEnteredAStage() {
        var answer = figures("");
        assertThat(answer.at("funnel"))
                .extracting(stage -> stage.path("stage").asText())
                .containsExactly("LEAD", "QUALIFIED", "PLANNED", "PROPOSED", "NEGOTIATING");
        holds(
                answer,
                "funnel.0",
                "{\"stage\":\"LEAD\",\"label\":\"Lead\",\"entered\":1,\"wentOn\":0,"
                        + "\"stillThere\":1,\"conversion\":0.0}");
        holds(
                answer,
                "funnel.1",
                "{\"stage\":\"QUALIFIED\",\"label\":\"Qualified\",\"entered\":5,\"wentOn\":2,"
                        + "\"stillThere\":1,\"conversion\":40.0,\"meanDays\":23.5,"
                        + "\"medianDays\":20.0}");
        assertThat(answer.at("funnel.4.entered").asInt()).isZero();
    }

    @Test
    void countsTheDaysOfThePeriodOwnersAndProductsThatAreAskedFor() {
        assertThat(figures("?from=2026-01-06&to=2026-01-11").at("outcomes.won").asInt())
                .isEqualTo(1);
        assertThat(figures("?from=2026-01-06&to=2026-01-10").at("outcomes.won").asInt()).isZero();
        assertThat(figures("?from=2024-01-01").at("outcomes.won").asInt()).isEqualTo(4);
        var bob = figures("?owner=Bob");
        assertThat(bob.at("outcomes.lost").asInt()).isEqualTo(1);
        assertThat(bob.at("outcomes.winRate").asDouble()).isEqualTo(0.0);
        assertThat(bob.at("funnel.1.entered").asInt()).isEqualTo(3);
        var product = figures("?product=GTX-PRO");
        assertThat(product.at("outcomes.won").asInt()).isEqualTo(2);
        assertThat(product.at("outcomes.discarded").asInt()).isZero();
    }

    @Test
    void comparesProductsUnderTheirFirstSpellingAndOwners() {
        var answer = figures("");
        holds(
                answer,
                "byProduct",
                "[{\"name\":\"GTX Pro\",\"label\":\"GTX Pro\",\"rest\":false,\"won\":2,\"lost\":1,"
                    + "\"winRate\":66.67,\"wonValue\":1500.5},"
                    + "{\"name\":\"Suite\",\"label\":\"Suite\",\"rest\":false,\"won\":1,\"lost\":0,"
                    + "\"winRate\":100.0,\"wonValue\":2.0}]");
        assertThat(answer.at("byOwner"))
                .extracting(row -> row.path("label").asText() + row.path("won"))
                .containsExactly("Ann3", "Bob0");
    }

    @Test
    void comparesReasonsAndCompetitorsByTheirNames() {
        jdbc.update("UPDATE deal SET reason = 'PRICE' WHERE external_id IN ('D1', 'D3')");
        jdbc.update("UPDATE deal SET competitor = 'Hilton' WHERE external_id = 'D3'");
        var answer = figures("");
        assertThat(answer.at("byReason"))
                .extracting(row -> row.path("label").asText() + " " + row.path("winRate").asText())
                .containsExactly("Not said 100.0", "Our price 50.0");
        assertThat(answer.at("byCompetitor"))
                .extracting(row -> row.path("label").asText() + " " + row.path("winRate").asText())
                .containsExactly("Not said 100.0", "Hilton 0.0");
        sales = sales.with("Accept-Language", "zh");
        assertThat(figures("").text("byReason.1.label")).isEqualTo("价格有优势 / 价格过高");
        assertThat(figures("").text("funnel.0.label")).isEqualTo("线索");
    }

    @Test
    void addsUpAllButTheTwentyMostFrequent() {
        var rows = new StringBuilder();
        for (int owner = 0; owner < 22; owner++) {
            for (int deal = owner; deal < 22; deal++) {
                rows.append(
                        "X%1$d-%2$d,owner%1$02d,Fair,Expo,WON,2026-01-01,2026-01-02,1\n"
                                .formatted(owner, deal));
            }
        }
        take(rows.toString());
        var owners = figures("?product=Fair").at("byOwner");
        assertThat(owners).hasSize(21);
        assertThat(owners.get(0).path("name").asText()).isEqualTo("owner00");
        assertThat(owners.get(0).path("won").asInt()).isEqualTo(22);
        assertThat(owners.get(19).path("name").asText()).isEqualTo("owner19");
        assertThat(owners.get(20).path("rest").asBoolean()).isTrue();
        assertThat(owners.get(20).path("won").asInt()).isEqualTo(3);
        assertThat(owners.get(20).path("label").asText()).isEqualTo("All others");
    }

    @Test
    void showsWhatIsOpenAndWhatStandsStillNow() {
        jdbc.update("UPDATE deal SET grade = 'B' WHERE external_id = 'D6'");
        jdbc.update("UPDATE deal SET stalled_at = '2026-02-27 00:00:00' WHERE external_id = 'D5'");
        jdbc.update("UPDATE deal SET stalled_at = '2026-02-26 00:00:00' WHERE external_id = 'D6'");
        var answer = figures("?from=2026-03-01");
        holds(
                answer,
                "openByGrade",
                "[{\"grade\":\"B\",\"label\":\"Grade B\",\"number\":1,\"value\":7.0},"
                        + "{\"label\":\"Not graded\",\"number\":1,\"value\":0.0}]");
        assertThat(answer.at("stalled.number").asInt()).isEqualTo(2);
        assertThat(answer.at("stalled.longest"))
                .extracting(deal -> deal.path("number").asText())
                .containsExactly(numbers.get("D6"), numbers.get("D5"));
        assertThat(answer.text("stalled.longest.0.customer")).isEqualTo("Isdom");
    }

    @Test
    void setsWhatDealsCostBesideTheirPlanAndWhatTheyBrought() {
        budget("D1", "TRAVEL", 100, 40);
        budget("D1", "SAMPLES", 50, 60);
        budget("D6", "TRAVEL", 10, 0);
        budget("D7", "TRAVEL", 999, 999);
        var answer = figures("");
        assertThat(answer.at("spending.deals"))
                .extracting(
                        deal ->
                                deal.path("number").asText()
                                        + " "
                                        + deal.path("planned").asText()
                                        + " "
                                        + deal.path("spent").asText()
                                        + " "
                                        + deal.path("won").asText())
                .containsExactly(
                        numbers.get("D6") + " 10.0 0.0 0.0",
                        numbers.get("D1") + " 150.0 100.0 1000.0");
        assertThat(answer.at("spending.number").asInt()).isEqualTo(2);
        assertThat(answer.at("spending.planned").asDouble()).isEqualTo(160.0);
        assertThat(answer.at("spending.spent").asDouble()).isEqualTo(100.0);
        assertThat(answer.at("spending.won").asDouble()).isEqualTo(1000.0);
        var beyond = figures("?page=1");
        assertThat(beyond.at("spending.deals")).isEmpty();
        assertThat(beyond.at("spending.number").asInt()).isEqualTo(2);
    }

    private void budget(String deal, String kind, int planned, int spent) {
        jdbc.update(
                "INSERT INTO deal_budget (number, kind, planned, spent) VALUES (?, ?, ?, ?)",
                numbers.get(deal),
                kind,
                planned,
                spent);
    }

    @Test
    void countsTheReviewsThatWereOpenedInThePeriod() {
        review("D1", "ACCEPTED", "2026-01-12", "2026-01-19");
        review("D2", "TO_ASK", "2026-02-01", "2026-02-08");
        review("D3", "TO_WRITE", "2026-01-06", "2026-01-13");
        review("D4", "TO_WRITE", "2026-02-27", "2026-03-06");
        review("D7", "ACCEPTED", "2025-03-02", "2025-03-09");
        holds(
                figures(""),
                "reviews",
                "{\"due\":4,\"written\":2,\"accepted\":1,\"overdue\":1,\"completion\":25.0}");
    }

    private void review(String deal, String state, String openedAt, String dueAt) {
        jdbc.update(
                """
                INSERT INTO deal_review (deal, version, state, outcome, product, round, opened_at,
                    due_at, late, account, to_repeat, to_avoid, customer_words, returned_reason)
                VALUES (?, 0, ?, 'WON', '', 1, ?, ?, FALSE, '', '', '', '', '')\
                """,
                numbers.get(deal),
                state,
                openedAt,
                dueAt);
    }

    @Test
    void countsTheRewardsThatAreDueAndThoseThatWerePaidInThePeriod() {
        jdbc.update(
                """
                INSERT INTO partner (id, version, kind, name, pay_to, our_employee,
                    customers_employee, employee_words, note, registered_by, registered_at)
                VALUES ('P1', 0, 'AGENT', 'Liu', '', FALSE, FALSE, '', '', 'sales1', '2025-01-01')\
                """);
        reward("R1", "D1", "PAYABLE", 30);
        reward("R2", "D2", "PAYABLE", 15);
        reward("R3", "D8", "PAID", 5);
        reward("R4", "D7", "PAID", 500);
        paid("R3", 5, "2026-03-01");
        paid("R4", 500, "2025-02-01");
        var answer = figures("");
        holds(
                answer,
                "rewards",
                "{\"byState\":["
                    + "{\"state\":\"PAYABLE\",\"label\":\"Payable\",\"number\":2,\"amount\":45.0},"
                    + "{\"state\":\"PAID\",\"label\":\"Paid\",\"number\":2,\"amount\":505.0}],"
                    + "\"dueNumber\":2,\"due\":45.0,\"paidNumber\":1,\"paid\":5.0}");
        assertThat(figures("?owner=Bob").at("rewards.byState")).isEmpty();
    }

    private void reward(String number, String deal, String state, int amount) {
        jdbc.update(
                """
                INSERT INTO reward (number, version, state, state_since, deal, partner_id,
                    registration_id, registered_at, lead_at, amount, missing, claim_days,
                    claw_back_days, words)
                VALUES (?, 0, ?, '2026-02-01', ?, 'P1', 1, '2025-01-01', '2025-01-02', ?, '', 365,
                    90, '')\
                """,
                number,
                state,
                numbers.get(deal),
                amount);
    }

    private void paid(String reward, int amount, String at) {
        jdbc.update(
                "INSERT INTO reward_payment (reward, amount, bank_reference, paid_by, paid_at)"
                        + " VALUES (?, ?, 'B1', 'finance1', ?)",
                reward,
                amount,
                at);
    }

    @Test
    void isReadByThoseWhoSellLookAfterAccountsPayAnswerForItOrAudit() {
        for (String user :
                new String[] {
                    "sales1",
                    "keyaccount1",
                    "info1",
                    "finance1",
                    "supervisor1",
                    "manager1",
                    "gm1",
                    "auditor1"
                }) {
            assertThat(Api.at(port).as(user).get(FIGURES).status()).as(user).isEqualTo(200);
        }
        for (String user :
                new String[] {
                    "lobby1",
                    "rooms1",
                    "banquet1",
                    "callcentre1",
                    "quality1",
                    "pms",
                    "editor1",
                    "admin"
                }) {
            assertThat(Api.at(port).as(user).get(FIGURES).status()).as(user).isEqualTo(403);
        }
        for (String page : new String[] {FIGURES, "/figures/deals/data", "/figures/deals.js"}) {
            assertThat(Api.at(port).get(page).status()).as(page).isEqualTo(401);
        }
    }

    @Test
    void refusesPeriodsThatCannotBeMeant() {
        for (String query :
                new String[] {
                    "?from=2026-02-01&to=2026-01-01",
                    "?from=1999-12-31",
                    "?from=01.02.2026",
                    "?form=2026-01-01",
                    "?page=-1"
                }) {
            var answer = sales.get(FIGURES + query);
            assertThat(answer.status()).as(query + answer).isEqualTo(400);
            assertThat(answer.text("remedy")).isNotBlank();
        }
    }
}
