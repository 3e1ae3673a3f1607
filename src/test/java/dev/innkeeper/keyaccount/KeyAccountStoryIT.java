package dev.innkeeper.keyaccount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.process.Pipeline;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.Staff;
import dev.innkeeper.support.TimeMachine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whole stories, by REST and the tasks of the Tasklist, as customers are told them. */
@InnkeeperTest
class KeyAccountStoryIT {

    private static final String LEAD =
            """
            {"source": "PARTNER", "partnerId": "%s", "contact": {"company": "%s"},
             "product": "Conference", "words": "Twelve fairs a year.", "need": "CLEAR",
             "budgetKnown": true, "decisionMakerKnown": true,
             "expectedCloseOn": "2026-03-20", "owner": "sales1"}
            """;

    @Autowired private Staff staff;
    @Autowired private TimeMachine time;
    @LocalServerPort private int port;
    private Api pms;
    private Api sales;
    private Api finance;

    @BeforeEach
    void callers() {
        pms = Api.at(port).as("pms");
        sales = Api.at(port).as("sales1");
        finance = Api.at(port).as("finance1");
    }

    private static Api.Answer is(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    private void complete(
            CaseNumber number, String task, String user, Map<String, Object> answers) {
        staff.complete(number, task, user, answers);
        time.runDueJobs();
    }

    private String partner() {
        return is(
                        sales.post(
                                "/api/partners",
                                """
                                {"kind": "AGENT", "name": "Huitong Consulting",
                                 "payTo": "ICBC 6222"}
                                """),
                        201)
                .text("id");
    }

    private CaseNumber negotiating(String lead) {
        var number = new CaseNumber(is(pms.post("/api/leads", lead), 201).text("number"));
        complete(number, "verifyLead", "info1", Pipeline.VALID);
        complete(number, "planDeal", "sales1", Pipeline.PLAN);
        complete(number, "approvePlan", "manager1", Map.of("approved", "yes"));
        complete(number, "proposeDeal", "sales1", Pipeline.OFFER);
        complete(number, "negotiateDeal", "sales1", Pipeline.ANSWER);
        return number;
    }

    private void review(CaseNumber deal, String reason) {
        complete(
                deal,
                "writeReview",
                "sales1",
                Map.of(
                        "reason1", reason,
                        "competitor", "Grand Hotel",
                        "decidedAt", "NEGOTIATING",
                        "account", "The price decided it on the last day.",
                        "toRepeat", "The site visit.",
                        "toAvoid", "Offering late.",
                        "topics", "Asking for the budget"));
        complete(
                deal,
                "askCustomer",
                "callcentre1",
                Map.of(
                        "reached", "yes",
                        "words", "It was the price.",
                        "satisfaction", 6,
                        "wouldBuyAgain", "yes"));
        complete(deal, "acceptReview", "manager1", Map.of("accepted", "yes"));
    }

    @Test
    void aLeadOfAPartnerEndsInAPaidReward() {
        var partner = partner();
        is(
                sales.post(
                        "/api/partners/" + partner + "/registrations",
                        """
                        {"prospect": {"company": "Jinji Lake Expo"}, "project": "Fairs"}
                        """),
                201);
        time.advance(Duration.ofHours(1));
        var lead = is(pms.post("/api/leads", LEAD.formatted(partner, "Jinji Lake Expo")), 201);
        assertThat(lead.body().path("points").asInt()).isEqualTo(25 + 15 + 20 + 15);
        var deal = new CaseNumber(lead.text("number"));
        complete(deal, "verifyLead", "info1", Pipeline.VALID);
        complete(deal, "planDeal", "sales1", Pipeline.PLAN);
        complete(deal, "approvePlan", "manager1", Map.of("approved", "yes"));
        complete(deal, "proposeDeal", "sales1", Pipeline.OFFER);
        complete(deal, "negotiateDeal", "sales1", Pipeline.ANSWER);
        complete(deal, "closeDeal", "sales1", Pipeline.CONTRACT);

        var reward = new CaseNumber(reward(deal).path("number").asText());
        assertThat(reward(deal).path("state").asText()).isEqualTo("REGISTERED");
        assertThat(staff.candidates(reward, "approveReward")).containsExactly("general-manager");
        complete(reward, "approveReward", "gm1", Map.of("approved", "yes"));
        assertThat(reward(deal).path("state").asText()).isEqualTo("APPROVED");

        review(deal, "PRICE");
        assertThat(reward(deal).path("state").asText()).isEqualTo("APPROVED");
        is(
                finance.post(
                        "/api/deals/" + deal + "/payments",
                        "{\"reference\": \"ICBC-1\", \"amount\": 33333.33}"),
                200);
        time.runDueJobs();
        assertThat(reward(deal).path("state").asText()).isEqualTo("EARNED");

        is(sales.post("/api/rewards/" + reward + "/claim", "{}"), 200);
        time.runDueJobs();
        assertThat(reward(deal).path("state").asText()).isEqualTo("PAYABLE");
        complete(reward, "payReward", "finance1", Map.of("amount", 12000, "bankReference", "T-1"));
        assertThat(reward(deal).path("state").asText()).isEqualTo("PAID");
        assertThat(reward(deal).path("amount").decimalValue()).isEqualByComparingTo("12000.00");
    }

    private JsonNode reward(CaseNumber deal) {
        var rewards = is(finance.get("/api/rewards?deal=" + deal), 200).at("items");
        assertThat(rewards).hasSize(1);
        return rewards.get(0);
    }

    @Test
    void theLessonOfALostDealIsFoundAgain() {
        var deal =
                negotiating(
                        LEAD.formatted("", "Boya Software")
                                .replace("\"partnerId\": \"\", ", "")
                                .replace("PARTNER", "OWN_RESEARCH"));
        is(
                sales.post(
                        "/api/deals/" + deal + "/outcome",
                        """
                        {"outcome": "LOST", "reason": "PRICE", "words": "12 % dearer",
                         "competitor": "Grand Hotel"}
                        """),
                200);
        time.runDueJobs();
        review(deal, "PRICE");
        for (var query :
                new String[] {
                    "reason=PRICE", "competitor=Grand Hotel", "product=Conference", "outcome=LOST"
                }) {
            var lessons =
                    is(sales.get("/api/lessons?" + query.replace(" ", "%20")), 200).at("items");
            assertThat(lessons).as(query).hasSize(1);
            assertThat(lessons.get(0).path("deal").asText()).isEqualTo(deal.value());
        }
        assertThat(sales.get("/api/lessons?reason=LOCATION").at("items")).isEmpty();
        assertThat(is(sales.get("/api/training-topics"), 200).at("items")).hasSize(1);
    }
}
