package dev.innkeeper.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.Browser;
import dev.innkeeper.support.InnkeeperTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The customers in figures, against figures worked out by hand; today is 2026-03-02. */
@InnkeeperTest
class CustomerFiguresIT {

    private static final String FIGURES = "/api/customer-figures";

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;

    /** They bring 600, 250, 100, 40 and 10; what f brought is a day too old. */
    @BeforeEach
    void customers() {
        customer("a", "LOYAL_REGULAR", "A", "GROWTH", 5000, "2026-02-16");
        customer("b", "LOYAL_REGULAR", "B", "MATURE", 300, "2026-02-17");
        customer("c", "LOYAL_REGULAR", "B", "MATURE", 200, "2026-03-01");
        customer("d", "KEY_ACCOUNT", "C", "LOST", 100, "2025-06-01");
        customer("e", "PROMISING_SMALL", null, null, null, null);
        customer("f", "PROMISING_SMALL", "C", "DECLINE", 20, "2025-03-02");
        customer("gone", "LOYAL_REGULAR", "A", "LOST", 999, "2025-01-01");
        jdbc.update("UPDATE customer SET merged_into = 'a' WHERE id = 'gone'");
        stay("a", "2026-02-15", 100);
        stay("b", "2026-02-17", 150);
        stay("b", "2025-03-03", 100);
        stay("c", "2026-01-10", 20);
        stay("c", "2026-03-01", 10);
        stay("e", "2026-01-01", 10);
        stay("f", "2025-03-02", 999);
        invoice("a", "2026-02-16", 600);
        invoice("c", "2026-02-01", 100);
        invoice("d", "2025-06-01", 40);
        care("CAR-1", "LOST", "RETURNED", "VOUCHER", 300, "2026-02-01 10:00:00");
        care("CAR-2", "LOST", "RETURNED", "NONE", 0, "2026-02-02 10:00:00");
        care("CAR-3", "LOST", "DECLINED", "VOUCHER", 100, "2026-02-03 10:00:00");
        care("CAR-4", "ABSENT", "NOT_REACHED", "NONE", 0, "2025-03-02 15:59:59");
        care("CAR-5", "ABSENT", "NOT_REACHED", "NONE", 0, "2025-03-02 16:00:00");
        care("CAR-6", "LOST", null, "VOUCHER", 100, null);
    }

    private void customer(
            String id, String tier, String valueClass, String stage, Integer value, String last) {
        jdbc.update(
                """
                INSERT INTO customer (id, version, contact_name, tier, first_seen_at, complaints,
                    open_complaints, value_class, life_cycle, life_time_value, last_visit_on)
                VALUES (?, 1, ?, ?, '2025-01-01', 0, 0, ?, ?, ?, ?)
                """,
                id,
                "Guest " + id,
                tier,
                valueClass,
                stage,
                value,
                last);
    }

    private void stay(String customer, String day, int spend) {
        jdbc.update(
                """
                INSERT INTO stay (external_id, customer_id, kind, arrived_on, left_on, spend,
                    margin, imported, entered_at)
                VALUES (?, ?, 'VISIT', ?, ?, ?, NULL, TRUE, '2026-03-02')
                """,
                customer + day,
                customer,
                day,
                day,
                spend);
    }

    private void invoice(String customer, String day, int amount) {
        jdbc.update(
                """
                INSERT INTO invoice (number, customer_id, issued_on, due_on, amount, open_amount,
                    settled_on, disputed, imported, entered_at)
                VALUES (?, ?, ?, ?, ?, ?, NULL, FALSE, TRUE, '2026-03-02')
                """,
                customer + day,
                customer,
                day,
                day,
                amount,
                amount);
    }

    private void care(
            String number, String cause, String outcome, String offer, int worth, String closed) {
        jdbc.update(
                """
                INSERT INTO care_case (number, version, customer_id, cause, state, outcome, words,
                    opened_by, opened_at, opened_on, attempts, reason_words, offer, worth,
                    answer_days, offer_words, answer_words, closed_at)
                VALUES (?, 1, 'd', ?, ?, ?, '', 'innkeeper', '2025-01-01', '2025-01-01', 1, '', ?, ?,
                    14, '', '', ?)
                """,
                number,
                cause,
                closed == null ? "WAITING" : "CLOSED",
                outcome,
                offer,
                worth,
                closed);
    }

    private Api.Answer figures(String query) {
        var answer = Api.at(port).as("info1").get(FIGURES + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static void holds(Api.Answer answer, String at, String json) {
        assertThat(answer.at(at).toString()).as(at).isEqualTo(json);
    }

    @Test
    void measuresWhichShareOfTheTurnoverTheBestCustomersBring() {
        holds(
                figures(""),
                "shares",
                "{\"customers\":5,\"turnover\":1000.0,\"curve\":["
                        + "{\"customers\":20.0,\"turnover\":60.0},"
                        + "{\"customers\":40.0,\"turnover\":85.0},"
                        + "{\"customers\":60.0,\"turnover\":95.0},"
                        + "{\"customers\":80.0,\"turnover\":99.0},"
                        + "{\"customers\":100.0,\"turnover\":100.0}],"
                        + "\"customersFor80\":40.0,\"broughtByTop20\":60.0}");
    }

    @Test
    void countsTheTurnoverOfTheYearBeforeTheDay() {
        var answer = figures("?asOf=2026-03-01");
        assertThat(answer.at("shares.customers").asInt()).isEqualTo(6);
        assertThat(answer.at("shares.turnover").asInt()).isEqualTo(1999);
        assertThat(figures("?asOf=2025-03-01").at("shares").toString())
                .isEqualTo("{\"customers\":0,\"turnover\":0.0,\"curve\":[]}");
    }

    @Test
    void countsCustomersByClassStageAndTier() {
        var answer = figures("");
        assertThat(answer.at("valueClasses"))
                .extracting(row -> row.path("label").asText() + " " + row.path("customers"))
                .containsExactly("Class A 1", "Class B 2", "Class C 2", "Not graded 1");
        assertThat(answer.at("lifeCycle"))
                .extracting(row -> row.path("code").asText() + " " + row.path("customers"))
                .containsExactly("GROWTH 1", "MATURE 2", "DECLINE 1", "LOST 1", " 1");
        holds(
                answer,
                "tiers.0",
                "{\"code\":\"LOYAL_REGULAR\",\"label\":\"Loyal regular\",\"customers\":3,"
                        + "\"lifeTimeValue\":5500.0}");
    }

    @Test
    void listsRegularsWhoStayAway() {
        holds(
                figures(""),
                "dormant",
                "{\"fromDays\":14,\"number\":1,\"page\":0,\"size\":50,\"regulars\":["
                        + "{\"customer\":\"a\",\"name\":\"Guest a\",\"lastVisitOn\":\"2026-02-16\","
                        + "\"daysAway\":14,\"valueClass\":\"A\",\"lifeTimeValue\":5000.0,"
                        + "\"href\":\"/api/customers/a\"}]}");
        assertThat(figures("?page=1").at("dormant.regulars")).isEmpty();
    }

    @Test
    void listsRegularsWhoWereAwayOnADayOfThePast() {
        var answer = figures("?asOf=2026-01-24");
        assertThat(answer.at("dormant.regulars"))
                .extracting(row -> row.path("customer").asText() + row.path("daysAway"))
                .containsExactly("b327", "c14");
    }

    @Test
    void countsHowCareEnded() {
        holds(
                figures(""),
                "care",
                "[{\"cause\":\"ABSENT\",\"causeLabel\":\"A regular stays"
                    + " away\",\"outcome\":\"NOT_REACHED\",\"outcomeLabel\":\"Not"
                    + " reached\",\"number\":1,"
                    + "\"offers\":0,\"worth\":0.0},{\"cause\":\"LOST\",\"causeLabel\":\"The"
                    + " customer is lost\",\"outcome\":\"RETURNED\",\"outcomeLabel\":\"Came"
                    + " back\",\"number\":2,"
                    + "\"offers\":1,\"worth\":300.0},{\"cause\":\"LOST\",\"causeLabel\":\"The"
                    + " customer is lost\",\"outcome\":\"DECLINED\",\"outcomeLabel\":\"Declined the"
                    + " offer\",\"number\":1,\"offers\":1,\"worth\":100.0}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyaccount1", "manager1", "gm1", "auditor1"})
    void isReadByWhoAnswersForCustomers(String user) {
        assertThat(Api.at(port).as(user).get(FIGURES).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales1", "lobby1", "finance1", "pms"})
    void isReadByNobodyElse(String user) {
        assertThat(Api.at(port).as(user).get(FIGURES).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?asOf=2026-03-03", "?asOf=1999-12-31", "?page=-1"})
    void refusesWhatCannotBeCounted(String query) {
        var answer = Api.at(port).as("info1").get(FIGURES + query);
        assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
        assertThat(answer.toString()).contains(query.substring(1, query.indexOf('=')));
    }

    @Test
    void showsThemOnAPageInBothLanguages() {
        try (Browser browser = Browser.open(port, "en")) {
            browser.go("/figures/customers");
            browser.see(By.name("username")).sendKeys("info1");
            browser.see(By.name("password")).sendKeys("info1-demo");
            browser.click(By.cssSelector("button[type=submit]"));
            browser.seeText("60.00 %");
            browser.see(By.cssSelector("#share-chart[role=img][aria-label]"));
            browser.see(By.cssSelector("#care-chart[role=img][aria-label]"));
            assertThat(browser.see(By.cssSelector("#dormant tbody")).getText())
                    .contains("a Guest a 2026-02-16 14 d A 5,000");
            assertThat(browser.see(By.cssSelector("#stage tbody")).getText())
                    .contains("Mature 2 500", "Not graded 1 0");
            assertThat(browser.text()).doesNotContain("undefined", "NaN", "null");
            browser.screenshot("customer-figures-en");

            browser.see(By.cssSelector("[data-language=zh]")).click();
            browser.seeText("截至 2026-03-02 的客户");
            assertThat(browser.text()).contains("成熟期", "前20%客户贡献", "14天以上未光顾");
            browser.screenshot("customer-figures-zh");

            browser.go("/figures/customers?asOf=2010-01-01");
            browser.seeText("该日期之前365天内没有客户消费。");
            browser.seeGone(By.id("share-chart"));
        }
    }
}
