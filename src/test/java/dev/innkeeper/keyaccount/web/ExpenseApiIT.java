package dev.innkeeper.keyaccount.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.SampleDeals;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Expenses over real HTTP. */
@InnkeeperTest
class ExpenseApiIT {

    private static final String CLAIM =
            """
            {"kind": "TRAVEL", "amount": 400, "spentOn": "2026-03-01", "purpose": "Site visit",
             "receipt": "INV-1"}
            """;

    @Autowired private DealDesk deals;
    @LocalServerPort private int port;
    private CaseNumber deal;
    private Api sales;

    @BeforeEach
    void aDealWithAPlan() {
        deal = new SampleDeals(deals).pursued("Meetings");
        sales = Api.at(port).as("sales1");
    }

    private String expenses() {
        return "/api/deals/" + deal + "/expenses";
    }

    private static void problem(Api.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @Test
    void aClaimIsAuditedAtOnceAndReadAgain() {
        var claimed = sales.post(expenses(), CLAIM);

        assertThat(claimed.status()).as(claimed.toString()).isEqualTo(201);
        assertThat(claimed.text("state")).isEqualTo("BOOKED");
        assertThat(claimed.text("reasons.0")).isEqualTo("The plan covers it");
        assertThat(claimed.header("Location")).isEqualTo("/api/expenses/" + claimed.text("number"));
        var read = Api.at(port).as("finance1").get(claimed.header("Location"));
        assertThat(read.text("claim.claimedBy")).isEqualTo("sales1");
        assertThat(read.text("deal")).isEqualTo(deal.value());
        var decision = Api.at(port).as("auditor1").get(read.text("decision"));
        assertThat(decision.status()).as(decision.toString()).isEqualTo(200);
    }

    @Test
    void theReasonsComeInTheLanguageOfTheRequest() {
        var refused =
                sales.with("Accept-Language", "zh")
                        .post(expenses(), CLAIM.replace("2026-03-01", "2025-12-01"));

        assertThat(refused.status()).isEqualTo(201);
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        assertThat(refused.text("reasons.0")).isEqualTo("费用发生已超过60天");
    }

    @Test
    void aClaimThatNeedsApprovalNamesWhoApproves() {
        var waiting = sales.post(expenses(), CLAIM.replace("400", "1001"));

        assertThat(waiting.text("state")).isEqualTo("AWAITING_APPROVAL");
        assertThat(waiting.text("approver")).isEqualTo("customer-service-manager");
        assertThat(waiting.at("reasons"))
                .extracting(JsonNode::asText)
                .contains("The budget line is exceeded");
    }

    @Test
    void theListSaysWhatIsPlannedSpentAndLeft() {
        sales.post(expenses(), CLAIM);
        sales.post(expenses(), CLAIM.replace("400", "700").replace("INV-1", "INV-2"));

        var list = Api.at(port).as("auditor1").get(expenses() + "?size=1");

        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        assertThat(list.at("planned").asInt()).isEqualTo(11_000);
        assertThat(list.at("spent").asInt()).isEqualTo(400);
        assertThat(list.at("waiting").asInt()).isEqualTo(700);
        assertThat(list.text("lines.0.kind")).isEqualTo("TRAVEL");
        assertThat(list.at("lines.0.left").asInt()).isZero();
        assertThat(list.at("lines.1.left").asInt()).isEqualTo(10_000);
        assertThat(list.at("expenses.total").asInt()).isEqualTo(2);
        assertThat(list.text("expenses.items.0.receipt")).isEqualTo("INV-2");
        assertThat(list.text("expenses.next")).contains("page=1");
    }

    @Test
    void theSameKeyClaimsOnce() {
        var keyed = sales.with("Idempotency-Key", "claim-1");
        var first = keyed.post(expenses(), CLAIM);
        var again = keyed.post(expenses(), CLAIM);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("number")).isEqualTo(first.text("number"));
        problem(keyed.post(expenses(), CLAIM.replace("400", "401")), 422, "Idempotency-Key");
        assertThat(sales.get(expenses()).at("expenses.total").asInt()).isEqualTo(1);
        problem(
                sales.with("Idempotency-Key", "a b").post(expenses(), CLAIM),
                400,
                "Idempotency-Key");
    }

    @Test
    void aReceiptIsPaidOnce() {
        sales.post(expenses(), CLAIM);

        problem(sales.post(expenses(), CLAIM), 422, "receipt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "kind # 'kind':'TRAVEL' # 'kind':'GIFTS'",
                "kind # 'kind':'TRAVEL', # ~~",
                "amount # 400 # 0",
                "amount # 400 # -1",
                "amount # 400 # 1.001",
                "amount # 400 # 'much'",
                "amount # 'amount':400, # ~~",
                "spentOn # 2026-03-01 # yesterday",
                "spentOn # 2026-03-01 # 2026-02-30",
                "spentOn # 2026-03-01 # 2026-03-03",
                "spentOn # 2026-03-01 # 1999-12-31",
                "spentOn # 'spentOn':'2026-03-01', # ~~",
                "purpose # Site visit # ~ ~",
                "purpose # 'purpose':'Site visit', # ~~",
                "present # TRAVEL # ENTERTAINMENT",
                "receipt # INV-1 # ~ ~",
                "receipt # ,'receipt':'INV-1' # ~~",
                "reciept # receipt # reciept"
            })
    void theFieldThatIsWrongIsNamed(String field, String right, String wrong) {
        var body =
                "{'kind':'TRAVEL','amount':400,'spentOn':'2026-03-01','purpose':'Site visit','receipt':'INV-1'}"
                        .replace(right, wrong)
                        .replace('\'', '"');

        var answer = sales.post(expenses(), body);

        problem(answer, 400, field);
        assertThat(sales.get(expenses()).at("expenses.total").asInt()).isZero();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        problem(sales.post("/api/deals/DEA-2026-999999/expenses", CLAIM), 404, "number");
        problem(sales.get("/api/deals/DEA-2026-999999/expenses"), 404, "number");
        problem(sales.get("/api/expenses/EXP-2026-999999"), 404, "number");
        problem(sales.get("/api/expenses/12"), 400, "number");
        problem(sales.get(expenses() + "?size=0"), 400, "size");
        problem(sales.get(expenses() + "?sise=1"), 400, "sise");
    }

    @Test
    void strangersNeitherClaimNorRead() {
        assertThat(Api.at(port).as("banquet1").post(expenses(), CLAIM).status()).isEqualTo(201);
        for (var stranger : new String[] {"lobby1", "finance1", "info1"}) {
            problem(Api.at(port).as(stranger).post(expenses(), CLAIM), 403, "");
        }
        for (var stranger : new String[] {"pms", "auditor1", "editor1"}) {
            assertThat(Api.at(port).as(stranger).post(expenses(), CLAIM).status()).isEqualTo(403);
        }
        problem(Api.at(port).as("lobby1").get(expenses()), 403, "");
        assertThat(Api.at(port).get(expenses()).status()).isEqualTo(401);
    }
}
