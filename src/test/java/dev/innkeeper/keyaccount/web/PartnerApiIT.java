package dev.innkeeper.keyaccount.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.RewardDesk;
import dev.innkeeper.keyaccount.SoldDeals;
import dev.innkeeper.keyaccount.process.RewardProcess;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Partners and their rewards over real HTTP. */
@InnkeeperTest
class PartnerApiIT {

    private static final String AGENT =
            """
            {"kind": "AGENT", "name": "远航国际旅行社", "payTo": "中国银行 6217",
             "contact": {"name": "陈明", "phone": "+86 139 0000 8888"}}
            """;
    private static final String PROSPECT =
            """
            {"prospect": {"company": "Galaxy Technology"}, "project": "Annual meeting"}
            """;
    private static final String WORDS = "{\"words\": \"Dated by hand\"}";

    @Autowired private DealDesk dealDesk;
    @Autowired private RewardDesk rewards;
    @Autowired private RewardProcess process;
    @Autowired private TimeMachine time;
    @Autowired private InnkeeperClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private JdbcTemplate tables;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transactions;
    @LocalServerPort private int port;

    private SoldDeals deals;
    private Api sales;
    private Api auditor;

    @BeforeEach
    void deals() {
        deals = new SoldDeals(dealDesk, jdbc, events, transactions, clock);
        sales = Api.at(port).as("sales1");
        auditor = Api.at(port).as("auditor1");
    }

    @Test
    void aPartnerIsRegisteredOncePerKeyAndReadByWhoNeedsIt() {
        Api pms = Api.at(port).as("pms").with("Idempotency-Key", "K-1");
        var first = pms.post("/api/partners", AGENT);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        String address = first.header("Location");
        assertThat(address).isEqualTo(first.text("href")).startsWith("/api/partners/PAR-");

        var again = pms.post("/api/partners", AGENT);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        problem(
                pms.post("/api/partners", "{\"kind\": \"AGENT\", \"name\": \"Another\"}"),
                422,
                "Idempotency-Key");
        assertThat(sales.get("/api/partners").at("total").asInt()).isEqualTo(1);

        var forSales = sales.get(address);
        assertThat(forSales.text("contact.phone")).isEqualTo("+86 139 0000 8888");
        assertThat(forSales.body().has("payTo")).isFalse();
        var forFinance = Api.at(port).as("finance1").get(address);
        assertThat(forFinance.body().has("contact")).isFalse();
        assertThat(forFinance.at("contactHidden").asBoolean()).isTrue();
        assertThat(forFinance.text("payTo")).isEqualTo("中国银行 6217");
        var forMachines = Api.at(port).as("pms").get(address);
        assertThat(forMachines.body().has("contact")).isFalse();
        assertThat(forMachines.body().has("payTo")).isFalse();
        problem(Api.at(port).as("lobby1").get(address), 403, "");
        problem(Api.at(port).get(address), 401, "");
    }

    @Test
    void partnersAreListedInPages() {
        for (String name : List.of("Bao", "An", "Cai")) {
            sales.post("/api/partners", "{\"kind\": \"AGENT\", \"name\": \"%s\"}".formatted(name));
        }

        var first = sales.get("/api/partners?size=2");
        assertThat(first.at("total").asInt()).isEqualTo(3);
        assertThat(names(first)).containsExactly("An", "Bao");
        assertThat(names(sales.get(first.text("next")))).containsExactly("Cai");
        assertThat(names(sales.get("/api/partners?name=b"))).containsExactly("Bao");
        assertThat(names(sales.get("/api/partners?kind=INFORMANT"))).isEmpty();
        assertThat(names(sales.get("/api/partners?openFinding=false"))).hasSize(3);
        problem(sales.get("/api/partners?kind=FRIEND"), 400, "kind");
        problem(sales.get("/api/partners?size=201"), 400, "size");
        problem(sales.get("/api/partners?colour=red"), 400, "colour");
    }

    @Test
    void aRewardIsTakenFromTheRegistrationToTheClaim() {
        String partner = sales.post("/api/partners", AGENT).header("Location");
        var prospect = sales.post(partner + "/registrations", PROSPECT);
        assertThat(prospect.status()).as(prospect.toString()).isEqualTo(201);
        assertThat(prospect.at("backdated").asBoolean()).isFalse();
        clock.advance(Duration.ofMinutes(1));
        CaseNumber deal = deals.lead("Galaxy Technology");

        var listed = sales.get("/api/rewards?deal=" + deal);
        assertThat(listed.at("total").asInt()).isEqualTo(1);
        String reward = listed.text("items.0.href");
        assertThat(listed.text("items.0.state")).isEqualTo("REGISTERED");
        problem(claim(sales, reward), 409, "");

        earn(deal, new CaseNumber(listed.text("items.0.number")));
        var earned = sales.get(reward);
        assertThat(earned.text("summary.state")).isEqualTo("EARNED");
        assertThat(earned.text("summary.amount")).isEqualTo("3000.0");
        assertThat(earned.text("allowed.0.action")).isEqualTo("CLAIM");
        assertThat(earned.text("allowed.0.href")).isEqualTo(reward + "/claim");
        assertThat(earned.text("links.0.kind")).isEqualTo("REWARDS");
        assertThat(earned.text("links.0.other")).isEqualTo(deal.value());
        assertThat(sales.get("/api/rewards?due=true").at("total").asInt()).isEqualTo(1);
        assertThat(auditor.get(reward).at("allowed")).isEmpty();

        Api keyed = sales.with("Idempotency-Key", "C-1");
        var claimed = claim(keyed, reward);
        assertThat(claimed.status()).as(claimed.toString()).isEqualTo(200);
        assertThat(claimed.text("claimedAt")).isNotBlank();
        time.runDueJobs();
        assertThat(claim(keyed, reward).header("Idempotency-Replayed")).isEqualTo("true");
        problem(claim(sales, reward), 409, "");

        var payable = Api.at(port).as("finance1").with("Accept-Language", "zh").get(reward);
        assertThat(payable.text("summary.state")).isEqualTo("PAYABLE");
        assertThat(payable.text("tasks.0.step")).isEqualTo("payReward");
        assertThat(payable.text("tasks.0.name")).isEqualTo("支付奖励");
        assertThat(payable.text("allowed.0.action")).isEqualTo("PAY");
        List<String> events = new ArrayList<>();
        payable.at("timeLine").forEach(entry -> events.add(entry.path("event").asText()));
        assertThat(events).contains("REWARD_JUDGED", "REWARD_APPROVED", "REWARD_CLAIMED");
        assertThat(auditor.get(payable.text("timeLine.1.decision")).status())
                .as("the decision can be read")
                .isEqualTo(200);
        assertThat(sales.get("/api/rewards?state=PAYABLE&partner=" + partner.substring(14)))
                .satisfies(found -> assertThat(found.at("total").asInt()).isEqualTo(1));
        assertThat(sales.get(partner).text("rewards.0.state")).isEqualTo("PAYABLE");
    }

    @Test
    void claimsAtTheSameMomentAreOneClaim() throws Exception {
        String partner = sales.post("/api/partners", AGENT).header("Location");
        sales.post(partner + "/registrations", PROSPECT);
        clock.advance(Duration.ofMinutes(1));
        CaseNumber deal = deals.lead("Galaxy Technology");
        var listed = sales.get("/api/rewards?deal=" + deal);
        earn(deal, new CaseNumber(listed.text("items.0.number")));
        String reward = listed.text("items.0.href");
        Callable<Integer> claim = () -> claim(sales, reward).status();

        var threads = Executors.newFixedThreadPool(4);
        List<Integer> statuses = new ArrayList<>();
        try {
            for (var answer : threads.invokeAll(List.of(claim, claim, claim, claim))) {
                statuses.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void auditorsRecordAndCloseFindings() {
        String partner = sales.post("/api/partners", AGENT).header("Location");
        String deal = "/api/deals/" + deals.lead("Galaxy Technology");
        for (String subject : List.of(partner, deal)) {
            String findings = subject + "/audit-findings";
            problem(sales.post(findings, WORDS), 403, "");
            problem(auditor.post(findings, "{}"), 400, "words");
            var opened = auditor.post(findings, WORDS);
            assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
            assertThat(opened.at("open").asBoolean()).isTrue();
            String closure = findings + "/" + opened.text("id") + "/closure";
            problem(Api.at(port).as("gm1").post(closure, WORDS), 403, "");
            problem(auditor.post(findings + "/999999/closure", WORDS), 404, "finding");

            var closed = auditor.post(closure, "{\"words\": \"The original is there\"}");

            assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
            assertThat(closed.at("open").asBoolean()).isFalse();
            assertThat(closed.text("closingWords")).isEqualTo("The original is there");
            problem(auditor.post(closure, WORDS), 409, "");
        }
        assertThat(sales.get(partner).at("findings")).hasSize(1);
        assertThat(Api.at(port).as("finance1").get(deal + "/audit-findings").body()).hasSize(1);
        problem(Api.at(port).as("lobby1").get(deal + "/audit-findings"), 403, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "kind # {'name':'A'}",
                "kind # {'kind':'FRIEND','name':'A'}",
                "name # {'kind':'AGENT'}",
                "name # {'kind':'AGENT','name':' '}",
                "name # {'kind':'AGENT','name':'a\\nb'}",
                "contact.email # {'kind':'AGENT','name':'A','contact':{'email':'nowhere'}}",
                "contact.phone # {'kind':'AGENT','name':'A','contact':{'phone':'call me'}}",
                "contact.age # {'kind':'AGENT','name':'A','contact':{'age':1}}",
                "ourEmployee # {'kind':'AGENT','name':'A','ourEmployee':'perhaps'}",
                "employeeWords # {'kind':'AGENT','name':'A','ourEmployee':true}",
                "rank # {'kind':'AGENT','name':'A','rank':1}"
            })
    void namesTheFieldOfAPartnerThatIsWrong(String field, String body) {
        var before = RowCounts.of(tables);

        problem(sales.post("/api/partners", body.replace('\'', '"')), 400, field);

        assertThat(RowCounts.of(tables)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "400 # project # {'prospect':{'company':'A'}}",
                "400 # prospect # {'project':'A party'}",
                "400 # proof #"
                        + " {'prospect':{'company':'A'},'project':'x','at':'2026-02-20T10:00:00Z'}",
                "400 # at # {'prospect':{'company':'A'},'project':'x','at':'2026-03-09T10:00:00Z'}",
                "400 # at # {'prospect':{'company':'A'},'project':'x','at':'yesterday'}",
                "404 # customerId # {'customerId':'CUS-999999','project':'x'}"
            })
    void namesTheFieldOfAProspectThatIsWrong(int status, String field, String body) {
        String partner = sales.post("/api/partners", AGENT).header("Location");
        var before = RowCounts.of(tables);

        problem(sales.post(partner + "/registrations", body.replace('\'', '"')), status, field);

        assertThat(RowCounts.of(tables)).isEqualTo(before);
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaidToBeSo() {
        problem(sales.get("/api/partners/PAR-999999"), 404, "partnerId");
        problem(sales.post("/api/partners/PAR-999999/registrations", PROSPECT), 404, "partnerId");
        problem(auditor.post("/api/partners/PAR-999999/audit-findings", WORDS), 404, "partnerId");
        problem(sales.get("/api/rewards/REW-2026-999999"), 404, "number");
        problem(claim(sales, "/api/rewards/REW-2026-999999"), 404, "number");
        problem(sales.get("/api/rewards/one"), 400, "number");
        problem(sales.get("/api/rewards?state=RICH"), 400, "state");
        problem(claim(Api.at(port).as("finance1"), "/api/rewards/REW-2026-000001"), 403, "");
        problem(Api.at(port).as("finance1").post("/api/partners", AGENT), 403, "");
        problem(auditor.post("/api/partners", AGENT), 403, "");
        sales.post("/api/partners", AGENT);
        problem(sales.post("/api/partners", AGENT), 409, "");
    }

    private void earn(CaseNumber deal, CaseNumber reward) {
        deals.win(deal, Money.of(100_000));
        if (rewards.progress(reward).approverGroup() == null) {
            process.open(deal);
        }
        time.runDueJobs();
        Api manager = Api.at(port).as("manager2");
        String task = manager.get("/api/rewards/" + reward).text("tasks.0.id");
        assertThat(
                        manager.post(
                                        "/engine-rest/task/" + task + "/submit-form",
                                        "{\"variables\": {\"approved\": {\"value\": \"yes\"}}}")
                                .status())
                .isEqualTo(204);
        deals.firstPayment(deal);
        deals.reviewAccepted(deal);
        time.runDueJobs();
    }

    private static Api.Answer claim(Api by, String reward) {
        return by.post(reward + "/claim", "{\"words\": \"By e-mail\"}");
    }

    private static List<String> names(Api.Answer page) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : page.at("items")) {
            names.add(item.path("name").asText());
        }
        return names;
    }

    private static void problem(Api.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("remedy")).as(answer.toString()).isNotBlank();
    }
}
