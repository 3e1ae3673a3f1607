package dev.innkeeper.creditreview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.creditreview.CreditDesk;
import dev.innkeeper.creditreview.Debtors;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import dev.innkeeper.support.TimeMachine;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Dunning cases over real HTTP. */
@InnkeeperTest
class DunningApiIT {

    private static final String CASES = "/api/dunning-cases";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired private CreditDesk credit;
    @Autowired private CustomerDesk customers;
    @Autowired private ReceivablesDesk receivables;
    @Autowired private TimeMachine time;
    @Autowired private JdbcClient jdbc;
    @Autowired private JdbcTemplate tables;
    @Autowired private TransactionTemplate transactions;
    @LocalServerPort private int port;

    private Debtors debtors;
    private Api finance;

    @BeforeEach
    void debtors() {
        debtors = new Debtors(customers, receivables, credit, jdbc, transactions);
        finance = Api.at(port).as("finance1");
    }

    private static String of(String customer) {
        return "{\"customerId\": \"%s\"}".formatted(customer);
    }

    private String opened(String customer) {
        var opened = finance.post(CASES, of(customer));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        time.runDueJobs();
        return opened.header("Location");
    }

    private static void problem(Api.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @Test
    void aCaseIsOpenedOnceAndReadWithEverythingThatHappened() {
        String customer = debtors.owing(500, TODAY.minusDays(40));
        String address = opened(customer);

        var again = Api.at(port).as("pms").post(CASES, of(customer));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("href")).isEqualTo(address);

        var read = finance.with("Accept-Language", "zh").get(address);
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(read.text("summary.stage")).isEqualTo("LETTER");
        assertThat(read.text("summary.task")).isEqualTo("LETTER");
        assertThat(read.text("summary.overdue")).isEqualTo("500.0");
        assertThat(read.at("summary.creditHeld").asBoolean()).isTrue();
        assertThat(read.at("invoices.0.daysOverdue").asInt()).isEqualTo(40);
        assertThat(read.text("tasks.0.name")).isEqualTo("寄发催款函");
        assertThat(read.at("allowed"))
                .extracting(each -> each.path("action").asText())
                .containsExactly("SEND_LETTER", "WITHDRAW", "COMMENT");
        assertThat(read.at("timeLine"))
                .extracting(each -> each.path("event").asText())
                .contains("DUNNING_OPENED", "DUNNING_JUDGED", "CREDIT_HELD");
        JsonNode judged =
                read.at("timeLine").findParents("decision").stream()
                        .filter(each -> each.path("event").asText().equals("DUNNING_JUDGED"))
                        .findFirst()
                        .orElseThrow();
        assertThat(judged.path("reasons").path(0).asText()).containsPattern("\\p{IsHan}");
        assertThat(finance.get(judged.path("decision").asText()).status()).isEqualTo(200);

        var forAuditors = Api.at(port).as("auditor1").get(address);
        assertThat(forAuditors.at("allowed")).isEmpty();
    }

    @Test
    void casesAreListedInPagesAndNarrowed() {
        String first = debtors.owing(500, TODAY.minusDays(1));
        String second = debtors.owing(500, TODAY.minusDays(20));
        opened(first);
        opened(second);

        var page = finance.get(CASES + "?size=1");
        assertThat(page.at("total").asInt()).isEqualTo(2);
        assertThat(page.text("items.0.customerId")).isEqualTo(second);
        assertThat(page.text("items.0.customerName")).isEqualTo("Galaxy Technology 2");
        assertThat(finance.get(page.text("next")).text("items.0.customerId")).isEqualTo(first);
        assertThat(total("?stage=CALL")).isEqualTo(1);
        assertThat(total("?stage=CALL&stage=REMINDER")).isEqualTo(2);
        assertThat(total("?state=PAID")).isZero();
        assertThat(total("?customerId=" + first)).isEqualTo(1);
        assertThat(total("?promised=true")).isZero();
        assertThat(total("?promised=false")).isEqualTo(2);
        problem(finance.get(CASES + "?stage=ANGRY"), 400, "stage");
        problem(finance.get(CASES + "?size=201"), 400, "size");
        problem(finance.get(CASES + "?colour=red"), 400, "colour");
    }

    private int total(String query) {
        var answer = finance.get(CASES + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.at("total").asInt();
    }

    @Test
    void aWithdrawalEndsTheCaseOncePerKey() {
        String address = opened(debtors.owing(500, TODAY.minusDays(40)));
        Api keyed = finance.with("Idempotency-Key", "W-1");
        String why = "{\"reason\": \"Set off against the deposit\"}";

        var withdrawn = keyed.post(address + "/withdrawal", why);
        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("creditHeld").asBoolean()).isFalse();
        assertThat(keyed.post(address + "/withdrawal", why).header("Idempotency-Replayed"))
                .isEqualTo("true");
        problem(finance.post(address + "/withdrawal", why), 409, "");
        var read = finance.get(address);
        assertThat(read.text("words")).isEqualTo("Set off against the deposit");
        assertThat(read.at("tasks")).isEmpty();
        assertThat(read.at("allowed"))
                .extracting(each -> each.path("action").asText())
                .containsExactly("COMMENT");
    }

    @Test
    void colleaguesComment() {
        String address = opened(debtors.owing(500, TODAY.minusDays(1)));

        var commented =
                Api.at(port)
                        .as("sales1")
                        .post(address + "/comments", "{\"text\": \"They merge with Orion\"}");

        assertThat(commented.status()).as(commented.toString()).isEqualTo(200);
        assertThat(finance.get(address).at("timeLine").findValuesAsText("note"))
                .contains("They merge with Orion");
    }

    @Test
    void whatIsNotToBeCollectedIsRefused() {
        problem(finance.post(CASES, of(debtors.customer())), 422, "customerId");
        problem(finance.post(CASES, of(debtors.owing(500, TODAY))), 422, "customerId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/dunning-cases | {\"customerId\": \"CUS-999999\"} | 404 | customerId",
                "POST | /api/dunning-cases | {} | 400 | customerId",
                "POST | /api/dunning-cases | {\"customer\": \"CUS-000001\"} | 400 | customer",
                "POST | /api/dunning-cases | nothing | 400 | ''",
                "POST | /api/dunning-cases/DUN-2026-999999/withdrawal | {\"reason\": \"x\"} | 404 |"
                        + " number",
                "POST | /api/dunning-cases/DUN-2026-999999/withdrawal | {} | 400 | reason",
                "POST | /api/dunning-cases/DUN-2026-999999/comments | {\"text\": \"x\"} | 404 |"
                        + " number",
                "GET | /api/dunning-cases/DUN-2026-999999 | '' | 404 | number",
                "GET | /api/dunning-cases/4711 | '' | 400 | number"
            })
    void whatIsWrongIsNamedAndNothingIsKept(
            String method, String path, String body, int status, String field) {
        var before = RowCounts.of(tables);

        problem(method.equals("GET") ? finance.get(path) : finance.post(path, body), status, field);

        assertThat(RowCounts.of(tables)).isEqualTo(before);
    }

    @Test
    void onlyThoseWhoNeedItSeeAndDoIt() {
        String customer = debtors.owing(500, TODAY.minusDays(1));
        problem(Api.at(port).post(CASES, of(customer)), 401, "");
        problem(Api.at(port).as("sales1").post(CASES, of(customer)), 403, "");
        String address = opened(customer);
        problem(Api.at(port).as("lobby1").get(address), 403, "");
        problem(
                Api.at(port).as("sales1").post(address + "/withdrawal", "{\"reason\": \"x\"}"),
                403,
                "");
    }
}
