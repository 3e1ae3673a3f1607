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
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** May this guest sign the bill? Over real HTTP. */
@InnkeeperTest
class CreditCheckApiIT {

    private static final String CHECKS = "/api/credit-checks";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LATER = TODAY.plusDays(20);

    @Autowired private CreditDesk credit;
    @Autowired private CustomerDesk customers;
    @Autowired private ReceivablesDesk receivables;
    @Autowired private JdbcClient jdbc;
    @Autowired private JdbcTemplate tables;
    @Autowired private TransactionTemplate transactions;
    @LocalServerPort private int port;

    private Debtors debtors;
    private Api lobby;

    @BeforeEach
    void debtors() {
        debtors = new Debtors(customers, receivables, credit, jdbc, transactions);
        lobby = Api.at(port).as("lobby1");
    }

    private Api.Answer check(String customer, String amount) {
        var answer =
                lobby.post(
                        CHECKS,
                        "{\"customerId\": \"%s\", \"amount\": %s}".formatted(customer, amount));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static void problem(Api.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "4000.00, APPROVE, 0",
        "4000.01, DEPOSIT, 0.01",
        "5000,    DEPOSIT, 1000",
        "0.01,    APPROVE, 0"
    })
    void whatGoesBeyondTheLimitIsPaidAtOnce(String amount, String verdict, String deposit) {
        String customer = debtors.owing(6_000, LATER);
        debtors.grant(customer, 10_000, false);

        var answer = check(customer, amount);

        assertThat(answer.text("verdict")).isEqualTo(verdict);
        assertThat(answer.at("deposit").decimalValue()).isEqualByComparingTo(deposit);
        assertThat(answer.at("limit").decimalValue()).isEqualByComparingTo("10000");
        assertThat(answer.at("open").decimalValue()).isEqualByComparingTo("6000");
        assertThat(answer.at("oldestDaysOverdue").asInt()).isZero();
        assertThat(answer.at("reasons")).isNotEmpty();
    }

    @Test
    void whoOwesMoreThanTheLimitAlreadyPaysTheWholeBillAtOnce() {
        String customer = debtors.owing(12_000, LATER);
        debtors.grant(customer, 10_000, false);

        var answer = check(customer, "300");

        assertThat(answer.text("verdict")).isEqualTo("DEPOSIT");
        assertThat(answer.at("deposit").decimalValue()).isEqualByComparingTo("300");
    }

    @ParameterizedTest
    @CsvSource({"30, APPROVE", "31, REFUSE"})
    void whoIsLongOverdueMayNotSign(int days, String verdict) {
        String customer = debtors.owing(500, TODAY.minusDays(days));
        debtors.grant(customer, 10_000, false);

        var answer = check(customer, "100");

        assertThat(answer.text("verdict")).isEqualTo(verdict);
        assertThat(answer.at("oldestDaysOverdue").asInt()).isEqualTo(days);
    }

    @Test
    void aDisputedInvoiceRefusesNobodyButIsOwed() {
        String customer = debtors.customer();
        debtors.grant(customer, 10_000, false);
        receivables.dispute(
                debtors.invoice(customer, 9_950, TODAY.minusDays(50)),
                true,
                "Wrong stay",
                Debtors.FINANCE);

        var answer = check(customer, "100");

        assertThat(answer.text("verdict")).isEqualTo("DEPOSIT");
        assertThat(answer.at("deposit").decimalValue()).isEqualByComparingTo("50");
        assertThat(answer.at("oldestDaysOverdue").asInt()).isZero();
    }

    @Test
    void whoIsOnHoldMayNotSign() {
        String customer = debtors.customer();
        debtors.grant(customer, 10_000, false);
        credit.hold(customer, "Cheque returned", Debtors.FINANCE);

        var answer = check(customer, "1");

        assertThat(answer.text("verdict")).isEqualTo("REFUSE");
        assertThat(answer.at("hold").asBoolean()).isTrue();
        assertThat(answer.at("deposit").decimalValue()).isZero();
    }

    @Test
    void whoWasNeverReviewedOrPaysCashPaysTheWholeBillAtOnce() {
        String never = debtors.customer();
        String cash = debtors.customer();
        debtors.grant(cash, 0, true);

        for (String customer : new String[] {never, cash}) {
            var answer = check(customer, "860.50");
            assertThat(answer.text("verdict")).isEqualTo("DEPOSIT");
            assertThat(answer.at("deposit").decimalValue()).isEqualByComparingTo("860.50");
        }
        assertThat(check(never, "1").body().has("limit")).isFalse();
    }

    @Test
    void whoWasNeverReviewedAndIsOnHoldMayNotSign() {
        String customer = debtors.customer();
        credit.hold(customer, "Cheque returned", Debtors.FINANCE);

        assertThat(check(customer, "1").text("verdict")).isEqualTo("REFUSE");
    }

    @Test
    void aPaymentCountsAtOnce() {
        String customer = debtors.customer();
        debtors.grant(customer, 1_000, false);
        String invoice = debtors.invoice(customer, 1_000, TODAY.minusDays(40));
        assertThat(check(customer, "100").text("verdict")).isEqualTo("REFUSE");

        debtors.pay(invoice, 1_000, TODAY);

        assertThat(check(customer, "100").text("verdict")).isEqualTo("APPROVE");
    }

    @Test
    void theReasonsComeInTheLanguageOfTheReader() {
        String customer = debtors.customer();
        debtors.grant(customer, 100, false);
        String bill = "{\"customerId\": \"%s\", \"amount\": 860}".formatted(customer);

        assertThat(lobby.post(CHECKS, bill).at("reasons"))
                .extracting(JsonNode::asText)
                .allSatisfy(reason -> assertThat(reason).doesNotContainPattern("\\p{IsHan}"));
        assertThat(lobby.with("Accept-Language", "zh").post(CHECKS, bill).at("reasons"))
                .extracting(JsonNode::asText)
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).containsPattern("\\p{IsHan}"));
    }

    @Test
    void theAnswerIsRecordedExplainedAndReplayedToTheSame() {
        String customer = debtors.owing(6_000, LATER);
        debtors.grant(customer, 10_000, false);
        var answer =
                lobby.post(
                        CHECKS,
                        """
                        {"customerId": "%s", "amount": 5000, "reference": "BILL-1"}
                        """
                                .formatted(customer));

        var auditor = Api.at(port).as("auditor1");
        var decision = auditor.get(answer.text("decision"));
        assertThat(decision.status()).as(decision.toString()).isEqualTo(200);
        assertThat(decision.toString()).contains("creditreview/credit-check", "5000", "10000");
        var replayed = auditor.post(answer.text("decision") + "/replay", "");
        assertThat(replayed.status()).as(replayed.toString()).isEqualTo(200);
        assertThat(replayed.at("same").asBoolean()).as(replayed.toString()).isTrue();
        Map<String, Object> kept =
                jdbc.sql("SELECT asked_by, reference, verdict, deposit FROM credit_check")
                        .query()
                        .singleRow();
        assertThat(kept)
                .containsEntry("asked_by", "lobby1")
                .containsEntry("reference", "BILL-1")
                .containsEntry("verdict", "DEPOSIT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"phone\": \"138-0013-0001\"}",
                "{\"email\": \"WANG1@galaxy.example\"}",
                "{\"name\": \"Somebody else\", \"phone\": \"+86 13800130001\"}"
            })
    void aGuestIsKnownByAnyWayOfWritingAContact(String contact) {
        String customer = debtors.customer();

        var answer = lobby.post(CHECKS, "{\"contact\": %s, \"amount\": 5}".formatted(contact));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text("customer")).isEqualTo(customer);
    }

    @Test
    void aGuestIsKnownByTheIdOfTheCallerAndByThatOfAMergedFile() {
        String customer = debtors.customer();
        String merged = debtors.customer();
        jdbc.sql(
                        """
                        INSERT INTO customer_contact (kind, contact, customer_id)
                        VALUES ('EXTERNAL', 'PMS-1', ?), ('EXTERNAL', 'PMS-2', ?)
                        """)
                .params(customer, merged)
                .update();
        jdbc.sql("UPDATE customer SET merged_into = ? WHERE id = ?")
                .params(customer, merged)
                .update();

        for (String id : new String[] {"PMS-1", "PMS-2"}) {
            var answer =
                    lobby.post(CHECKS, "{\"externalId\": \"%s\", \"amount\": 5}".formatted(id));
            assertThat(answer.text("customer")).as(answer.toString()).isEqualTo(customer);
        }
        assertThat(check(merged, "5").text("customer")).isEqualTo(customer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"customerId\": \"CUS-999999\", \"amount\": 5} | 404 | customerId",
                "{\"contact\": {\"phone\": \"+86 139 9999 9999\"}, \"amount\": 5} | 404 | contact",
                "{\"externalId\": \"PMS-4711\", \"amount\": 5} | 404 | externalId",
                "{\"contact\": {\"name\": \"Wang Li\"}, \"amount\": 5} | 400 | customerId",
                "{\"amount\": 5} | 400 | customerId",
                "{\"customerId\": \"CUS-000001\"} | 400 | amount",
                "{\"customerId\": \"CUS-000001\", \"amount\": -1} | 400 | amount",
                "{\"customerId\": \"CUS-000001\", \"amount\": 0} | 400 | amount",
                "{\"customerId\": \"CUS-000001\", \"amount\": 1.001} | 400 | amount",
                "{\"customerId\": \"CUS-000001\", \"amount\": 10000000000000} | 400 | amount",
                "{\"customerId\": \"CUS-000001\", \"amount\": \"much\"} | 400 | amount",
                "{\"customer\": \"CUS-000001\", \"amount\": 5} | 400 | customer",
                "{\"customerId\": \"CUS-000001\", \"amount\": 5, \"contact\": {\"phone\": \"x\"}} |"
                        + " 400 | contact.phone",
                "nothing | 400 | ''"
            })
    void whatIsWrongIsNamedAndNothingIsKept(String body, int status, String field) {
        var before = new TreeMap<>(RowCounts.of(tables));

        problem(lobby.post(CHECKS, body), status, field);

        assertThat(RowCounts.of(tables)).isEqualTo(before);
    }

    @Test
    void aReferenceThatIsTooLongIsRefused() {
        problem(
                lobby.post(
                        CHECKS,
                        Map.of(
                                "customerId", debtors.customer(),
                                "amount", 5,
                                "reference", "x".repeat(101))),
                400,
                "reference");
    }

    @Test
    void onlyThoseAskWhoLetGuestsSign() {
        String bill = "{\"customerId\": \"%s\", \"amount\": 5}".formatted(debtors.customer());

        for (String user : new String[] {"rooms1", "banquet1", "sales1", "gm1", "pms"}) {
            assertThat(Api.at(port).as(user).post(CHECKS, bill).status()).as(user).isEqualTo(200);
        }
        for (String user : new String[] {"auditor1", "callcentre1", "editor1"}) {
            problem(Api.at(port).as(user).post(CHECKS, bill), 403, "");
        }
        problem(Api.at(port).post(CHECKS, bill), 401, "");
    }
}
