package dev.innkeeper.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invoices and payments one at a time, over real HTTP. */
@InnkeeperTest
class ReceivablesApiIT {

    @Autowired private CustomerDesk customers;
    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;
    private Api pms;
    private Api finance;
    private String customer;

    @BeforeEach
    void aCustomer() {
        pms = Api.at(port).as("pms");
        finance = Api.at(port).as("finance1");
        customer =
                customers
                        .enter(
                                new Contact("李伟", null, "13800138000", null, null),
                                Tier.PROMISING_SMALL,
                                new Actor("pms", Set.of(Group.INTEGRATION)))
                        .id();
    }

    private Map<String, Object> invoice() {
        return new HashMap<>(
                Map.of(
                        "number",
                        "RE-1",
                        "customerId",
                        customer,
                        "issuedOn",
                        "2026-02-01",
                        "dueOn",
                        "2026-02-15",
                        "amount",
                        1280.5));
    }

    private static Map<String, Object> payment() {
        return new HashMap<>(
                Map.of(
                        "externalId",
                        "BANK-1",
                        "invoice",
                        "RE-1",
                        "paidOn",
                        "2026-03-01",
                        "amount",
                        280.5));
    }

    @Test
    void anInvoiceIsEnteredAndPaid() {
        var entered = pms.post("/api/invoices", invoice());
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(entered.header("Location")).isEqualTo("/api/invoices/RE-1");
        assertThat(entered.at("open").decimalValue()).isEqualByComparingTo("1280.50");

        assertThat(pms.post("/api/payments", payment()).status()).isEqualTo(201);
        var part = finance.get("/api/invoices/RE-1");
        assertThat(part.at("open").decimalValue()).isEqualByComparingTo("1000");
        assertThat(part.at("settledOn").isMissingNode()).isTrue();

        var rest = payment();
        rest.put("externalId", "BANK-2");
        rest.put("amount", 1000);
        assertThat(finance.post("/api/payments", rest).status()).isEqualTo(201);
        assertThat(finance.get("/api/invoices/RE-1").text("settledOn")).isEqualTo("2026-03-01");

        var invoices = finance.get("/api/customers/" + customer + "/invoices");
        assertThat(invoices.at("total").asInt()).isEqualTo(1);
        assertThat(invoices.text("items.0.number")).isEqualTo("RE-1");
        var payments = finance.get("/api/customers/" + customer + "/payments?size=1");
        assertThat(payments.at("total").asInt()).isEqualTo(2);
        assertThat(payments.text("next")).contains("page=1");
    }

    @Test
    void whatACustomerOwesIsAddedUpOfAnyDay() {
        pms.post("/api/invoices", invoice());
        pms.post("/api/payments", payment());
        var address = "/api/customers/" + customer + "/receivables";

        var today = finance.get(address);
        assertThat(today.text("asOf")).isEqualTo("2026-03-02");
        assertThat(today.at("openBalance").decimalValue()).isEqualByComparingTo("1000");
        assertThat(today.at("oldestDaysOverdue").asInt()).isEqualTo(15);
        var before = finance.get(address + "?asOf=2026-02-10");
        assertThat(before.at("openBalance").decimalValue()).isEqualByComparingTo("1280.50");
        assertThat(before.at("overdueNow").decimalValue()).isZero();
        assertThat(finance.get(address + "?asOf=today").text("field")).isEqualTo("asOf");
    }

    @Test
    void sentAgainItIsAnsweredAgainAndDoneOnce() {
        var keyed = pms.with("Idempotency-Key", "k-1");
        assertThat(keyed.post("/api/invoices", invoice()).status()).isEqualTo(201);
        var again = keyed.post("/api/invoices", invoice());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        var other = invoice();
        other.put("amount", 1);
        assertThat(keyed.post("/api/invoices", other).status()).isEqualTo(422);
        assertThat(pms.post("/api/invoices", invoice()).status())
                .as("the same without a key")
                .isEqualTo(201);

        keyed.post("/api/payments", payment());
        keyed.post("/api/payments", payment());
        pms.post("/api/payments", payment());
        assertThat(jdbc.queryForObject("SELECT SUM(amount) FROM payment", String.class))
                .isEqualTo("280.50");
    }

    @ParameterizedTest
    @CsvSource({
        "number, , 400",
        "number, ' ', 400",
        "customerId, , 400",
        "customerId, CUS-000000, 404",
        "customerId, 9322-YCTQO, 404",
        "issuedOn, , 400",
        "issuedOn, 2/1/2026, 400",
        "issuedOn, 2026-03-03, 400",
        "dueOn, 2026-01-31, 400",
        "amount, , 400",
        "amount, -1, 400",
        "amount, 0, 400",
        "amount, 1.005, 400",
    })
    void refusesAnInvoiceThatCannotBe(String field, String value, int status) {
        var wrong = invoice();
        if (value == null) {
            wrong.remove(field);
        } else {
            wrong.put(field, field.equals("amount") ? (Object) new BigDecimal(value) : value);
        }

        var answer = pms.post("/api/invoices", wrong);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("remedy")).isNotEmpty();
    }

    @Test
    void refusesWhatContradictsAnInvoiceThatIsThere() {
        pms.post("/api/invoices", invoice());
        var other = invoice();
        other.put("amount", 1);

        var answer = pms.post("/api/invoices", other);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("field")).isEqualTo("number");
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 1280.51, 422",
        "amount, 0, 400",
        "amount, -5, 400",
        "paidOn, 2026-03-03, 400",
        "invoice, RE-9, 404",
        "externalId, , 400",
    })
    void refusesAPaymentThatCannotBe(String field, String value, int status) {
        pms.post("/api/invoices", invoice());
        var wrong = payment();
        if (value == null) {
            wrong.remove(field);
        } else {
            wrong.put(field, field.equals("amount") ? (Object) new BigDecimal(value) : value);
        }

        var answer = pms.post("/api/payments", wrong);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("remedy")).isNotEmpty();
        assertThat(finance.get("/api/invoices/RE-1").at("open").decimalValue())
                .isEqualByComparingTo("1280.50");
    }

    @Test
    void financeNotesADispute() {
        pms.post("/api/invoices", invoice());
        Map<String, Object> words = Map.of("disputed", true, "reason", "The minibar was not used");

        assertThat(put(pms, words).status()).as("not the machine").isEqualTo(403);
        var disputed = put(finance, words);
        assertThat(disputed.status()).as(disputed.toString()).isEqualTo(200);
        assertThat(disputed.at("disputed").asBoolean()).isTrue();
        assertThat(put(finance, Map.of("disputed", false)).text("field")).isEqualTo("reason");
        assertThat(put(finance, Map.of("reason", "x")).text("field")).isEqualTo("disputed");
        assertThat(
                        finance.put(
                                        "/api/invoices/RE-9/dispute",
                                        "{\"disputed\": true, \"reason\": \"x\"}")
                                .status())
                .isEqualTo(404);
    }

    private static Api.Answer put(Api by, Map<String, Object> words) {
        var json = new StringBuilder();
        words.forEach(
                (name, value) ->
                        json.append(json.isEmpty() ? "{" : ",")
                                .append("\"" + name + "\":")
                                .append(value instanceof String ? "\"" + value + "\"" : value));
        return by.put("/api/invoices/RE-1/dispute", json + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "finance1, 200",
        "keyaccount1, 200",
        "sales1, 200",
        "manager1, 200",
        "gm1, 200",
        "auditor1, 200",
        "pms, 200",
        "lobby1, 403",
        "rooms1, 403",
        "info1, 403",
    })
    void invoicesAndPaymentsAreForThoseWhoDealWithThem(String user, int status) {
        pms.post("/api/invoices", invoice());
        var reader = Api.at(port).as(user);

        assertThat(reader.get("/api/customers/" + customer + "/invoices").status())
                .isEqualTo(status);
        assertThat(reader.get("/api/customers/" + customer + "/payments").status())
                .isEqualTo(status);
        assertThat(reader.get("/api/customers/" + customer + "/receivables").status())
                .isEqualTo(status);
        assertThat(reader.get("/api/invoices/RE-1").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"lobby1", "sales1", "info1", "auditor1", "gm1"})
    void onlyFinanceAndMachinesEnterThem(String user) {
        var other = Api.at(port).as(user);

        assertThat(other.post("/api/invoices", invoice()).status()).isEqualTo(403);
        assertThat(other.post("/api/payments", payment()).status()).isEqualTo(403);
    }
}
