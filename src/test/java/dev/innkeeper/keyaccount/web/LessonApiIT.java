package dev.innkeeper.keyaccount.web;

import static dev.innkeeper.keyaccount.SampleDeals.CALL_CENTRE;
import static dev.innkeeper.keyaccount.SampleDeals.MANAGER;
import static dev.innkeeper.keyaccount.SampleDeals.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.CustomerAnswer;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.ReviewDesk;
import dev.innkeeper.keyaccount.SampleDeals;
import dev.innkeeper.keyaccount.Verdict;
import dev.innkeeper.keyaccount.WrittenReview;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reviews and lessons over real HTTP. */
@InnkeeperTest
class LessonApiIT {

    @Autowired private DealDesk deals;
    @Autowired private ReviewDesk reviews;
    @LocalServerPort private int port;
    private CaseNumber deal;
    private Api sales;

    @BeforeEach
    void aDealIsLost() {
        deal = new SampleDeals(deals).lost("Meetings", "Hilton");
        reviews.open(deal);
        sales = Api.at(port).as("sales1");
    }

    private void learn() {
        reviews.write(
                deal,
                new WrittenReview(
                        List.of("PRICE", "TIMING"),
                        "Hilton",
                        Money.of(300_000),
                        Money.of(260_000),
                        null,
                        Stage.NEGOTIATING,
                        "客户一直在比价",
                        "The site visit",
                        "Speaking with the assistant only",
                        List.of("谈判技巧")),
                SALES);
        reviews.ask(deal, new CustomerAnswer(true, "They were cheaper", 5, true), CALL_CENTRE);
        reviews.judge(deal, new Verdict(true, ""), MANAGER);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void problem(Api.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @Test
    void aReviewIsReadWhileItIsWrittenAndAfter() {
        var open = sales.get("/api/deals/" + deal + "/review");
        assertThat(open.status()).as(open.toString()).isEqualTo(200);
        assertThat(open.text("state")).isEqualTo("TO_WRITE");
        assertThat(open.text("dueAt")).isEqualTo("2026-03-09T10:00:00Z");
        assertThat(open.at("customer").isMissingNode()).isTrue();
        learn();

        var accepted = sales.with("Accept-Language", "zh").get("/api/deals/" + deal + "/review");

        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("reasons.0.code")).isEqualTo("PRICE");
        assertThat(accepted.text("reasons.0.label")).isEqualTo("价格过高");
        assertThat(accepted.at("priceGap").asDouble()).isEqualTo(15.4);
        assertThat(accepted.at("ourPrice").asInt()).isEqualTo(300_000);
        assertThat(accepted.text("customer.words")).isEqualTo("They were cheaper");
        assertThat(accepted.text("customer.askedBy")).isEqualTo("callcentre1");
        assertThat(accepted.text("judgedBy")).isEqualTo("manager1");
    }

    @Test
    void aLessonIsFoundAgain() {
        assertThat(sales.get("/api/lessons").at("total").asInt()).isZero();
        learn();
        for (var filter :
                List.of(
                        "product=meet",
                        "competitor=Hilton",
                        "reason=TIMING",
                        "outcome=LOST",
                        "text=" + encoded("比价 谈判"),
                        "from=2026-03-01T00:00:00Z&to=2026-03-03T00:00:00Z",
                        "product=M&competitor=H&reason=PRICE&outcome=LOST&text=visit")) {
            var found = Api.at(port).as("lobby1").get("/api/lessons?" + filter);
            assertThat(found.status()).as(found.toString()).isEqualTo(200);
            assertThat(found.text("items.0.deal")).as(filter).isEqualTo(deal.value());
            assertThat(found.text("items.0.reasons.1.code")).isEqualTo("TIMING");
            assertThat(found.text("items.0.href")).isEqualTo("/api/deals/" + deal + "/review");
        }
        for (var filter :
                List.of(
                        "product=Wedding",
                        "competitor=Hyatt",
                        "reason=RELATION",
                        "outcome=WON",
                        "text=" + encoded("婚宴"),
                        "to=2026-03-01T00:00:00Z")) {
            assertThat(sales.get("/api/lessons?" + filter).at("total").asInt()).as(filter).isZero();
        }
    }

    @Test
    void topicsToTrainAreCollected() {
        learn();

        var topics = Api.at(port).as("quality1").get("/api/training-topics");

        assertThat(topics.text("items.0.topic")).isEqualTo("谈判技巧");
        assertThat(topics.at("items.0.times").asInt()).isEqualTo(1);
        assertThat(topics.text("items.0.lastDeal")).isEqualTo(deal.value());
    }

    @Test
    void whatIsWrongIsNamed() {
        problem(sales.get("/api/lessons?reason=MONEY"), 400, "reason");
        assertThat(sales.get("/api/lessons?reason=MONEY").text("remedy")).contains("PRICE");
        problem(sales.get("/api/lessons?outcome=GONE"), 400, "outcome");
        problem(sales.get("/api/lessons?from=yesterday"), 400, "from");
        problem(sales.get("/api/lessons?text=" + "x".repeat(201)), 400, "text");
        problem(sales.get("/api/lessons?rival=Hilton"), 400, "rival");
        problem(sales.get("/api/lessons?size=201"), 400, "size");
        problem(sales.get("/api/training-topics?page=-1"), 400, "page");
        problem(sales.get("/api/deals/DEA-2026-999999/review"), 404, "number");
    }

    @Test
    void aReviewIsForThoseWhoSellAndAnswerForIt() {
        problem(Api.at(port).as("lobby1").get("/api/deals/" + deal + "/review"), 403, "");
        problem(Api.at(port).as("callcentre1").get("/api/deals/" + deal + "/review"), 403, "");
        assertThat(Api.at(port).as("auditor1").get("/api/deals/" + deal + "/review").status())
                .isEqualTo(200);
        assertThat(Api.at(port).as("editor1").get("/api/lessons").status()).isEqualTo(403);
        assertThat(Api.at(port).get("/api/lessons").status()).isEqualTo(401);
    }
}
