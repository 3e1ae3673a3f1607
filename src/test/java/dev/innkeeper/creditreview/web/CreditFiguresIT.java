package dev.innkeeper.creditreview.web;

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

/** Credit in figures, against figures worked out by hand; today is 2026-03-02. */
@InnkeeperTest
class CreditFiguresIT {

    private static final String FIGURES = "/api/credit-figures";

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;

    /** Large is a key account, loyal a regular whose limit was cut, and new has no terms yet. */
    @BeforeEach
    void threeCustomers() {
        invoice(1, "large", "2025-12-10", "2026-01-09", 900, "2026-02-15");
        payment(1, "2026-01-05", 300);
        payment(1, "2026-02-15", 600);
        invoice(2, "large", "2026-02-20", "2026-03-22", 1000, null);
        invoice(3, "loyal", "2026-01-20", "2026-02-19", 500, null);
        invoice(4, "new", "2026-02-01", "2026-02-28", 200, "2026-03-01");
        payment(4, "2026-03-01", 200);
        invoice(5, "new", "2026-03-01", "2026-03-02", 100, null);
        terms("large", 1, "2026-01-15", null, "KEY_ACCOUNT", "EXCELLENT", 10000, "UP");
        terms("loyal", 1, "2025-12-01", "2026-02-10", "LOYAL_REGULAR", "GOOD", 5000, "UP");
        terms("loyal", 2, "2026-02-10", null, "LOYAL_REGULAR", "GOOD", 4000, "DOWN");
        account("large", "2026-03-02", null, false);
        account("loyal", "2026-02-25", "CRV-2026-000001", true);
        account("new", "2026-01-30", null, false);
        account("newer", "2026-01-31", null, false);
        account("due-soon", "2026-04-01", null, false);
        account("due-later", "2026-04-02", null, false);
    }

    private void invoice(
            int id, String customer, String issued, String due, int amount, String settled) {
        jdbc.update(
                """
                INSERT INTO invoice (id, number, customer_id, issued_on, due_on, amount,
                    open_amount, settled_on, disputed, imported, entered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE, TRUE, '2026-03-02')
                """,
                id,
                "I" + id,
                customer,
                issued,
                due,
                amount,
                settled == null ? amount : 0,
                settled);
    }

    private void payment(int invoice, String paid, int amount) {
        jdbc.update(
                """
                INSERT INTO payment (external_id, invoice_id, customer_id, paid_on, amount, entered_at)
                SELECT CONCAT(?, '-', ?), id, customer_id, ?, ?, '2026-03-02' FROM invoice WHERE id = ?
                """,
                invoice,
                paid,
                paid,
                amount,
                invoice);
    }

    private void terms(
            String customer,
            int version,
            String from,
            String until,
            String tier,
            String band,
            int limit,
            String movement) {
        jdbc.update(
                """
                INSERT INTO credit_terms (customer_id, version_number, effective_from,
                    effective_until, tier, score, band, credit_limit, term_days, cash_only,
                    movement, review, approved_by, told, applied_at)
                VALUES (?, ?, ?, ?, ?, 70, ?, ?, 30, FALSE, ?, ?, 'finance1', '', '2026-03-02')
                """,
                customer,
                version,
                from,
                until,
                tier,
                band,
                limit,
                movement,
                "CRV-" + customer + version);
    }

    private void account(String customer, String due, String review, boolean hold) {
        jdbc.update(
                """
                INSERT INTO credit_account (customer_id, cash_only, hold, hold_reason,
                    next_review_on, open_review, use_raised, version)
                VALUES (?, FALSE, ?, '', ?, ?, FALSE, 1)
                """,
                customer,
                hold,
                due,
                review);
    }

    private Api.Answer figures(String query) {
        var answer = Api.at(port).as("finance1").get(FIGURES + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static void holds(Api.Answer answer, String at, String json) {
        assertThat(answer.at(at).toString()).as(at).isEqualTo(json);
    }

    @Test
    void countsReceivablesOverdueAndDsoAtTheEndOfEachMonth() {
        var answer = figures("?months=3");
        holds(
                answer,
                "months.0",
                "{\"month\":\"2026-01\",\"end\":\"2026-01-31\",\"receivables\":1100.0,"
                        + "\"overdue\":600.0,\"overdueShare\":54.55,\"invoiced\":1400.0,"
                        + "\"dso\":70.71,\"first\":1,\"up\":0,\"same\":0,\"down\":0}");
        holds(
                answer,
                "months.1",
                "{\"month\":\"2026-02\",\"end\":\"2026-02-28\",\"receivables\":1700.0,"
                        + "\"overdue\":500.0,\"overdueShare\":29.41,\"invoiced\":2600.0,"
                        + "\"dso\":58.85,\"first\":0,\"up\":0,\"same\":0,\"down\":1}");
        holds(
                answer,
                "months.2",
                "{\"month\":\"2026-03\",\"end\":\"2026-03-02\",\"receivables\":1600.0,"
                        + "\"overdue\":500.0,\"overdueShare\":31.25,\"invoiced\":2700.0,"
                        + "\"dso\":53.33,\"first\":0,\"up\":0,\"same\":0,\"down\":0}");
        assertThat(answer.at("months")).hasSize(3);
        assertThat(answer.at("receivables").asInt()).isEqualTo(1600);
        assertThat(answer.at("overdue").asInt()).isEqualTo(500);
        assertThat(answer.at("dso").asDouble()).isEqualTo(53.33);
    }

    @Test
    void countsTheSameMonthAlikeHoweverManyAreAskedFor() {
        assertThat(figures("?asOf=2026-02-28&months=1").at("months.0"))
                .isEqualTo(figures("?months=3").at("months.1"));
        assertThat(figures("?asOf=2026-01-31").at("months.11"))
                .isEqualTo(figures("?months=3").at("months.0"));
    }

    @Test
    void countsExposureByTierAndBand() {
        holds(
                figures(""),
                "exposure",
                "[{\"tier\":\"LOYAL_REGULAR\",\"tierLabel\":\"Loyal regular\",\"band\":\"GOOD\","
                    + "\"bandLabel\":\"Good\",\"customers\":1,\"limit\":4000.0,\"open\":500.0,"
                    + "\"overdue\":500.0,\"use\":12.5},{\"tier\":\"KEY_ACCOUNT\",\"tierLabel\":\"Key"
                    + " account\",\"band\":\"EXCELLENT\","
                    + "\"bandLabel\":\"Excellent\",\"customers\":1,\"limit\":10000.0,\"open\":1000.0,\"overdue\":0.0,\"use\":10.0},{\"tierLabel\":\"No"
                    + " terms yet\",\"bandLabel\":\"Not scored\","
                    + "\"customers\":1,\"limit\":0.0,\"open\":100.0,\"overdue\":0.0}]");
    }

    @Test
    void countsExposureByTheTermsAndPaymentsOfADayOfThePast() {
        holds(
                figures("?asOf=2026-01-31"),
                "exposure",
                "[{\"tier\":\"LOYAL_REGULAR\",\"tierLabel\":\"Loyal regular\",\"band\":\"GOOD\","
                    + "\"bandLabel\":\"Good\",\"customers\":1,\"limit\":5000.0,\"open\":500.0,"
                    + "\"overdue\":0.0,\"use\":10.0},{\"tier\":\"KEY_ACCOUNT\",\"tierLabel\":\"Key"
                    + " account\",\"band\":\"EXCELLENT\","
                    + "\"bandLabel\":\"Excellent\",\"customers\":1,\"limit\":10000.0,"
                    + "\"open\":600.0,\"overdue\":600.0,\"use\":6.0}]");
        assertThat(figures("?asOf=2026-02-10").at("limit").asInt()).isEqualTo(14000);
        assertThat(figures("?asOf=2026-02-09").at("limit").asInt()).isEqualTo(15000);
    }

    @Test
    void countsReviewsByTheDayOnWhichTheyAreDue() {
        var answer = figures("");
        holds(
                answer,
                "reviews",
                "{\"soon\":1,\"today\":1,\"week\":1,\"month\":1,\"longer\":1,\"late\":3,\"open\":1}");
        assertThat(answer.at("onHold").asInt()).isEqualTo(1);
    }

    @Test
    void answersWithNothingWhereThereIsNothing() {
        var answer = figures("?asOf=2010-01-01&months=1");
        holds(answer, "exposure", "[]");
        holds(
                answer,
                "months.0",
                "{\"month\":\"2010-01\",\"end\":\"2010-01-01\",\"receivables\":0.0,"
                        + "\"overdue\":0.0,\"invoiced\":0.0,\"first\":0,\"up\":0,\"same\":0,"
                        + "\"down\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyaccount1", "manager1", "gm1", "auditor1"})
    void isReadByWhoAnswersForCredit(String user) {
        assertThat(Api.at(port).as(user).get(FIGURES).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales1", "lobby1", "info1", "pms"})
    void isReadByNobodyElse(String user) {
        assertThat(Api.at(port).as(user).get(FIGURES).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?asOf=2026-03-03", "?asOf=1999-12-31", "?months=0", "?months=61"})
    void refusesWhatCannotBeCounted(String query) {
        var answer = Api.at(port).as("finance1").get(FIGURES + query);
        assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
        assertThat(answer.toString()).contains(query.substring(1, query.indexOf('=')));
    }

    @Test
    void showsThemOnAPageInBothLanguages() {
        try (Browser browser = Browser.open(port, "en")) {
            browser.go("/figures/credit");
            browser.see(By.name("username")).sendKeys("finance1");
            browser.see(By.name("password")).sendKeys("finance1-demo");
            browser.click(By.cssSelector("button[type=submit]"));
            browser.seeText("53.3 d");
            browser.see(By.cssSelector("#month-chart[role=img][aria-label]"));
            browser.see(By.cssSelector("#exposure-chart[role=img][aria-label]"));
            assertThat(browser.see(By.cssSelector("#exposure tbody")).getText())
                    .contains(
                            "Loyal regular Good 1 4,000 500 500 12.5 %",
                            "No terms yet Not scored 1 0 100 0 –");
            assertThat(browser.see(By.cssSelector("#month tbody")).getText())
                    .contains("2026-02 2026-02-28 1,700 500 29.4 % 2,600 58.9 d");
            assertThat(browser.text()).doesNotContain("undefined", "NaN", "null");
            browser.screenshot("credit-figures-en");

            browser.see(By.cssSelector("[data-language=zh]")).click();
            browser.seeText("截至 2026-03-02 的资信");
            assertThat(browser.text()).contains("忠诚的老客户", "应收账款周转天数", "尚无条件");
            browser.screenshot("credit-figures-zh");

            browser.go("/figures/credit?asOf=2010-01-01");
            browser.seeText("截至该日期没有账单");
            browser.seeGone(By.id("month-chart"));
        }
    }
}
