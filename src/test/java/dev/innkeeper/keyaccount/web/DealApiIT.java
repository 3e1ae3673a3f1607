package dev.innkeeper.keyaccount.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.keyaccount.process.Pipeline;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import dev.innkeeper.support.Staff;
import dev.innkeeper.support.TimeMachine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What callers do with leads and deals, over real HTTP on the real database. */
@InnkeeperTest
class DealApiIT {

    private static final String LEAD =
            """
            {"source": "OWN_RESEARCH", "contact": {"company": "Ruikang", "name": "陈立",
             "phone": "+86 21 5550 0103"}, "product": "Contract rate",
             "words": "About 80 room nights a month.", "need": "CLEAR", "budgetKnown": true,
             "decisionMakerKnown": true, "yearlyVolume": 520000.00,
             "expectedCloseOn": "2026-03-20", "owner": "sales1"}
            """;

    @Autowired private JdbcTemplate jdbc;
    @Autowired private Staff staff;
    @Autowired private TimeMachine time;
    @LocalServerPort private int port;
    private Api pms;
    private Api sales;

    @BeforeEach
    void callers() {
        pms = Api.at(port).as("pms");
        sales = Api.at(port).as("sales1");
    }

    private static Api.Answer is(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    private static void problem(Api.Answer answer, int status, String field) {
        is(answer, status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("remedy")).isNotBlank();
    }

    private String started() {
        return is(pms.post("/api/leads", LEAD), 201).text("number");
    }

    private String negotiating() {
        var number = started();
        var deal = new dev.innkeeper.common.CaseNumber(number);
        staff.complete(deal, "verifyLead", "info1", Pipeline.VALID);
        staff.complete(deal, "planDeal", "sales1", Pipeline.PLAN);
        staff.complete(deal, "approvePlan", "manager1", Map.of("approved", "yes"));
        staff.complete(deal, "proposeDeal", "sales1", Pipeline.OFFER);
        staff.complete(deal, "negotiateDeal", "sales1", Pipeline.ANSWER);
        return number;
    }

    private String won() {
        var number = negotiating();
        is(
                sales.post(
                        "/api/deals/" + number + "/outcome",
                        """
                        {"outcome": "WON", "reason": "PRICE", "words": "Signed",
                         "contract": {"number": "HT-1", "termMonths": 12, "value": 520000.00,
                                      "prepaid": true}}
                        """),
                200);
        time.runDueJobs();
        return number;
    }

    private static List<String> actions(Api.Answer answer) {
        return StreamSupport.stream(answer.at("allowed").spliterator(), false)
                .map(action -> action.path("action").asText())
                .toList();
    }

    // Leads

    @Test
    void aLeadIsScoredInTheAnswerToItsCall() {
        var answer = is(pms.post("/api/leads", LEAD), 201);
        assertThat(answer.text("number")).startsWith("DEA-2026-");
        assertThat(answer.header("Location")).isEqualTo(answer.text("href"));
        assertThat(answer.text("stage")).isEqualTo("LEAD");
        assertThat(answer.body().path("points").asInt()).isEqualTo(25 + 15 + 20 + 25 + 15);
        assertThat(answer.text("verdict")).isEqualTo("QUALIFY");
    }

    @Test
    void theSameLeadSentTwiceIsOne() {
        var keyed = pms.with("Idempotency-Key", "K-1");
        var first = is(keyed.post("/api/leads", LEAD), 201);
        var second = is(keyed.post("/api/leads", LEAD), 200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        problem(keyed.post("/api/leads", LEAD.replace("80", "90")), 422, "Idempotency-Key");
    }

    @Test
    void anExternalIdIsTakenOnce() {
        var lead = LEAD.replace("{\"source\"", "{\"externalId\": \"WEB-1\", \"source\"");
        var first = is(pms.post("/api/leads", lead), 201);
        assertThat(is(pms.post("/api/leads", lead), 200).text("number"))
                .isEqualTo(first.text("number"));
        problem(pms.post("/api/leads", lead.replace("80", "90")), 422, "externalId");
    }

    @Test
    void aSecondLeadOfTheCustomerIsToldWhereItIsHandled() {
        var first = started();
        var second = is(pms.post("/api/leads", LEAD.replace("陈立", "王芳")), 201);
        assertThat(second.text("linkedTo")).isEqualTo(first);
        assertThat(second.text("stage")).isEqualTo("LINKED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "\"source\": \"OWN_RESEARCH\" # \"source\": \"RUMOUR\" # 400 # source",
                "\"source\": \"OWN_RESEARCH\", # ~~ # 400 # source",
                "\"words\": \"About 80 room nights a month.\", # ~~ # 400 # words",
                "\"words\" # \"word\" # 400 # word",
                "\"need\": \"CLEAR\" # \"need\": \"VERY\" # 400 # need",
                "520000.00 # -1 # 400 # yearlyVolume",
                "520000.00 # 1.005 # 400 # yearlyVolume",
                "\"2026-03-20\" # \"20.3.2026\" # 400 # expectedCloseOn",
                "\"contact\" # \"customerId\": \"CUS-999999\", \"contact\" # 404 # customerId",
                "+86 21 5550 0103 # telephone # 400 # contact.phone"
            })
    void aLeadThatIsNotRightIsRefusedByItsFieldAndNothingIsKept(
            String right, String wrong, int status, String field) {
        var before = RowCounts.of(jdbc);
        assertThat(LEAD).contains(right);
        problem(pms.post("/api/leads", LEAD.replace(right, wrong)), status, field);
        assertThat(RowCounts.of(jdbc)).isEqualTo(before);
    }

    @Test
    void aLeadOfNobodyIsRefused() {
        problem(
                pms.post("/api/leads", "{\"source\": \"COLD\", \"words\": \"Somebody asked\"}"),
                400,
                "contact");
    }

    @Test
    void leadsAreListedUntilTheyAreDeals() {
        var number = started();
        assertThat(is(sales.get("/api/leads?owner=sales1"), 200).body().path("total").asInt())
                .isEqualTo(1);
        staff.complete(
                new dev.innkeeper.common.CaseNumber(number), "verifyLead", "info1", Pipeline.VALID);
        assertThat(sales.get("/api/leads").body().path("total").asInt()).isZero();
    }

    // Reading

    @Test
    void aDealIsReadWithItsStoryTasksAndWhatOneMayDo() {
        var number = negotiating();
        var deal = is(sales.get("/api/deals/" + number), 200);
        assertThat(deal.text("stage")).isEqualTo("NEGOTIATING");
        assertThat(deal.at("stages"))
                .extracting(stage -> stage.path("stage").asText())
                .containsExactly("LEAD", "QUALIFIED", "PLANNED", "PROPOSED", "NEGOTIATING");
        assertThat(deal.at("timeLine"))
                .extracting(event -> event.path("event").asText())
                .contains("LEAD_RECEIVED", "LEAD_VERIFIED", "STAGE_ENTERED", "DEAL_GRADED");
        assertThat(deal.at("tasks"))
                .extracting(task -> task.path("step").asText())
                .contains("closeDeal");
        assertThat(actions(deal)).contains("FOLLOW_UP", "DECIDE_OUTCOME").doesNotContain("PAY");
        assertThat(deal.at("contact").path("phone").asText()).isEqualTo("+86 21 5550 0103");
        for (JsonNode event : deal.at("timeLine")) {
            if (event.hasNonNull("decision")) {
                is(sales.get(event.path("decision").asText()), 200);
            }
        }
    }

    @Test
    void financeReadsADealWithoutItsContact() {
        var deal = is(Api.at(port).as("finance1").get("/api/deals/" + started()), 200);
        assertThat(deal.body().path("contactHidden").asBoolean()).isTrue();
        assertThat(deal.body().has("contact")).isFalse();
    }

    @Test
    void dealsAreListedByStageOwnerGradeAndStalled() {
        var number = negotiating();
        assertThat(total("stage=NEGOTIATING&owner=sales1&grade=A&stalled=false")).isEqualTo(1);
        assertThat(total("stage=PLANNED")).isZero();
        assertThat(total("q=" + number)).isEqualTo(1);
        time.advance(Duration.ofDays(14));
        assertThat(total("stalled=true")).isEqualTo(1);
        problem(sales.get("/api/deals?stages=LEAD"), 400, "stages");
    }

    private int total(String query) {
        return is(sales.get("/api/deals?" + query), 200).body().path("total").asInt();
    }

    @ParameterizedTest
    @CsvSource({"rooms1,403", "editor1,403", "auditor1,200", "keyaccount1,200", "pms,200"})
    void dealsAreForThoseWhoSellAndAnswerForIt(String user, int status) {
        is(Api.at(port).as(user).get("/api/deals"), status);
        is(Api.at(port).as(user).get("/api/leads"), status);
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        problem(sales.get("/api/deals/DEA-2026-999999"), 404, "number");
        problem(sales.get("/api/deals/12"), 400, "number");
    }

    // What callers add

    @Test
    void aFollowUpGradesTheDeal() {
        var number = negotiating();
        var answer =
                is(
                        sales.post(
                                "/api/deals/" + number + "/follow-ups",
                                """
                                {"words": "They wait", "need": "CLEAR",
                                 "expectedCloseOn": "2026-05-20"}
                                """),
                        200);
        assertThat(answer.text("grade")).isEqualTo("B");
        problem(
                sales.post("/api/deals/" + number + "/follow-ups", "{\"words\": \"?\"}"),
                400,
                "need");
        problem(
                sales.post(
                        "/api/deals/" + started2() + "/follow-ups",
                        "{\"words\": \"too early\", \"need\": \"CLEAR\"}"),
                409,
                "");
    }

    private String started2() {
        return is(
                        pms.post(
                                "/api/leads",
                                LEAD.replace("Ruikang", "Hengyuan")
                                        .replace("+86 21 5550 0103", "+86 21 5550 0104")),
                        201)
                .text("number");
    }

    @Test
    void anOutcomeNamesWhatIsMissing() {
        var number = negotiating();
        var answer =
                is(
                        sales.post(
                                "/api/deals/" + number + "/outcome",
                                "{\"outcome\": \"WON\", \"words\": \"Signed\","
                                        + " \"contract\": {\"number\": \"HT-1\"}}"),
                        200);
        assertThat(answer.text("stage")).isEqualTo("NEGOTIATING");
        assertThat(answer.at("missing"))
                .extracting(JsonNode::asText)
                .containsExactly("TERM", "CREDIT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"outcome\": \"LEAD\", \"words\": \"x\"} # 400 # outcome",
                "{\"outcome\": \"LOST\", \"words\": \"x\", \"reason\": \"WEATHER\"} # 400 # reason",
                "{\"outcome\": \"LOST\", \"reason\": \"PRICE\"} # 400 # words",
                "{\"outcome\": \"WON\", \"words\": \"x\"} # 409 # ~"
            })
    void anOutcomeThatCannotBeIsRefused(String body, int status, String field) {
        problem(
                sales.post("/api/deals/" + started() + "/outcome", body),
                status,
                field.equals("~") ? "" : field);
    }

    @Test
    void aPaymentCountsOnceByItsReference() {
        var number = won();
        var finance = Api.at(port).as("finance1");
        var payment = "{\"reference\": \"ICBC-1\", \"amount\": 43333.33}";
        is(finance.post("/api/deals/" + number + "/payments", payment), 200);
        is(finance.post("/api/deals/" + number + "/payments", payment), 200);
        var deal = sales.get("/api/deals/" + number);
        assertThat(deal.at("payments")).hasSize(1);
        assertThat(deal.at("contract").path("firstPaymentAt").asText()).isNotBlank();
        is(sales.post("/api/deals/" + number + "/payments", payment), 403);
        problem(
                finance.post(
                        "/api/deals/" + number + "/payments",
                        "{\"reference\": \"ICBC-2\", \"amount\": 0}"),
                400,
                "amount");
        problem(finance.post("/api/deals/" + started2() + "/payments", payment), 409, "");
    }

    @Test
    void aContractIsCancelledOnce() {
        var number = won();
        var path = "/api/deals/" + number + "/cancellation";
        problem(sales.post(path, "{}"), 400, "reason");
        is(sales.post(path, "{\"reason\": \"They move\"}"), 200);
        problem(sales.post(path, "{\"reason\": \"Again\"}"), 409, "");
        assertThat(actions(sales.get("/api/deals/" + number))).doesNotContain("CANCEL", "PAY");
    }

    @Test
    void aDealIsGivenToSomebodyOfSalesByWhoMay() {
        var number = negotiating();
        var path = "/api/deals/" + number + "/owner";
        problem(sales.post(path, "{\"owner\": \"rooms1\", \"reason\": \"x\"}"), 400, "owner");
        is(sales.post(path, "{\"owner\": \"sales1\", \"reason\": \"Mine\"}"), 200);
        is(pms.post(path, "{\"owner\": \"sales1\", \"reason\": \"x\"}"), 403);
    }

    @Test
    void aCommentIsOnTheTimeLine() {
        var number = started();
        is(sales.post("/api/deals/" + number + "/comments", "{\"text\": \"Nice people\"}"), 200);
        assertThat(sales.get("/api/deals/" + number).at("timeLine"))
                .anySatisfy(e -> assertThat(e.path("note").asText()).isEqualTo("Nice people"));
        is(
                Api.at(port)
                        .as("auditor1")
                        .post("/api/deals/" + number + "/comments", "{\"text\": \"x\"}"),
                403);
    }

    // Credit

    @Test
    void aCustomerOnHoldBringsNoLead() {
        var customer = is(pms.post("/api/leads", LEAD), 201).text("customerId");
        is(
                Api.at(port)
                        .as("finance1")
                        .put(
                                "/api/customers/" + customer + "/credit-hold",
                                "{\"hold\": true, \"reason\": \"Overdue\"}"),
                200);
        var other = is(pms.post("/api/leads", LEAD.replace("Contract rate", "Banquet")), 201);
        assertThat(other.text("verdict")).isEqualTo("DISCARD");
    }
}
