package dev.innkeeper.creditreview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.creditreview.process.CreditOffice;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What callers do with credit reviews, over real HTTP on the real database. */
@InnkeeperTest
class CreditReviewApiIT {

    private static final String REVIEWS = "/api/credit-reviews";

    @Autowired private TimeMachine time;
    @LocalServerPort private int port;
    private CreditOffice office;
    private Api finance;
    private String customer;

    @BeforeEach
    void callers(@Autowired AutowireCapableBeanFactory beans) {
        office = beans.createBean(CreditOffice.class);
        finance = as("finance1");
        customer = office.goodCustomer();
    }

    private Api as(String user) {
        return Api.at(port).as(user);
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

    private String request(String more) {
        return "{\"customerId\": \"%s\", \"words\": \"The director left\"%s}"
                .formatted(customer, more);
    }

    private String requested() {
        return is(finance.post(REVIEWS, request("")), 201).text("number");
    }

    // Asking for a review

    @Test
    void aReviewIsAskedForOnceUnderAKey() {
        var keyed = finance.with("Idempotency-Key", "review-1");
        var first = is(keyed.post(REVIEWS, request("")), 201);
        assertThat(first.text("number")).matches("CRV-2026-\\d{6}");
        assertThat(first.at("joined").asBoolean()).isFalse();
        assertThat(first.header("Location")).isEqualTo(REVIEWS + "/" + first.text("number"));

        var again = is(keyed.post(REVIEWS, request("")), 200);
        assertThat(again.text("number")).isEqualTo(first.text("number"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        is(keyed.post(REVIEWS, request(", \"cause\": \"OWNERSHIP\"")), 422);

        var joined = is(finance.post(REVIEWS, request(", \"cause\": \"OWNERSHIP\"")), 201);
        assertThat(joined.text("number")).isEqualTo(first.text("number"));
        assertThat(joined.at("joined").asBoolean()).isTrue();
        assertThat(texts(is(finance.get(first.text("href")), 200).at("reasons"), "cause"))
                .containsExactly("REQUEST", "OWNERSHIP");
    }

    @Test
    void whatCannotBeAskedForIsRefusedByTheNameOfItsField() {
        problem(finance.post(REVIEWS, "{\"words\": \"x\"}"), 400, "customerId");
        problem(
                finance.post(REVIEWS, "{\"customerId\": \"CUS-999999\", \"words\": \"x\"}"),
                404,
                "customerId");
        problem(finance.post(REVIEWS, "{\"customerId\": \"" + customer + "\"}"), 400, "words");
        problem(
                finance.post(REVIEWS, "{\"customerId\": \"" + customer + "\", \"words\": \" \"}"),
                400,
                "words");
        problem(finance.post(REVIEWS, request(", \"cause\": \"DUE\"")), 422, "cause");
        problem(finance.post(REVIEWS, request(", \"cause\": \"WHIM\"")), 400, "cause");
        problem(finance.post(REVIEWS, request(", \"asOf\": \"2026-03-03\"")), 400, "asOf");
        problem(finance.post(REVIEWS, request(", \"asOf\": \"soon\"")), 400, "asOf");
        problem(finance.post(REVIEWS, request(", \"reason\": \"x\"")), 400, "reason");
        is(finance.post(REVIEWS, "no json"), 400);
        is(finance.with("Idempotency-Key", "with blank").post(REVIEWS, request("")), 400);
        assertThat(is(finance.get(REVIEWS), 200).at("total").asInt()).isZero();
    }

    @Test
    void onlyTheirGroupsAskAndRead() {
        is(as("sales1").post(REVIEWS, request("")), 403);
        is(as("auditor1").post(REVIEWS, request("")), 403);
        is(as("rooms1").get(REVIEWS), 403);
        is(Api.at(port).get(REVIEWS), 401);
        var number = requested();
        is(as("auditor1").get(REVIEWS + "/" + number), 200);
        is(as("rooms1").get(REVIEWS + "/" + number), 403);
        is(as("rooms1").get("/api/customers/" + customer + "/credit"), 403);
    }

    // Reading

    @Test
    void aReviewThatIsNotThereIsUnknown() {
        problem(finance.get(REVIEWS + "/CRV-2026-999999"), 404, "number");
        problem(finance.get(REVIEWS + "/nonsense"), 400, "number");
        is(finance.get("/api/customers/CUS-999999/credit"), 404);
    }

    @Test
    void reviewsAreListedByStateCustomerAndWhatIsLate() {
        var first = requested();
        var other = office.reviewed(office.goodCustomer()).number.value();

        assertThat(numbers("")).containsExactly(other, first);
        assertThat(numbers("?state=OPENED,ASSESSING")).containsExactly(first);
        assertThat(numbers("?state=APPLIED")).containsExactly(other);
        assertThat(numbers("?customerId=" + customer)).containsExactly(first);
        assertThat(numbers("?dueBy=2026-01-05")).containsExactly(first);
        assertThat(numbers("?dueBy=2026-01-04")).isEmpty();
        var page = is(finance.get(REVIEWS + "?size=1"), 200);
        assertThat(page.at("total").asInt()).isEqualTo(2);
        assertThat(texts(is(finance.get(page.text("next")), 200).at("items"), "number"))
                .containsExactly(first);
        problem(finance.get(REVIEWS + "?state=ASLEEP"), 400, "state");
        problem(finance.get(REVIEWS + "?size=0"), 400, "size");
        problem(finance.get(REVIEWS + "?customer=x"), 400, "customer");
        problem(finance.get(REVIEWS + "?dueBy=soon"), 400, "dueBy");
    }

    /** A changed limit, to factors, rules, approver and told departments, by REST alone. */
    @Test
    void aChangedLimitIsTracedToWhatItRestsOn() {
        office.reviewed(customer);
        time.advance(Duration.ofDays(1));
        office.review(customer, CreditOffice.KEY_ACCOUNTS)
                .assessed(CreditOffice.WEAK_COMPANY, CreditOffice.WEAK_FINANCES)
                .complete("approveTerms", "gm1", CreditOffice.APPROVED);
        var auditor = as("auditor1");

        var credit = is(auditor.get("/api/customers/" + customer + "/credit"), 200);
        var now = credit.at("terms.items.0");
        var before = credit.at("terms.items.1");
        assertThat(now.path("movement").asText()).isEqualTo("DOWN");
        assertThat(credit.at("standing.limit").decimalValue())
                .isEqualByComparingTo(now.path("limit").decimalValue());
        assertThat(before.path("effectiveUntil").asText())
                .isEqualTo(now.path("effectiveFrom").asText());
        assertThat(now.path("approvedBy").asText()).isEqualTo("gm1");
        assertThat(now.path("told")).isNotEmpty();

        var review = is(auditor.get(now.path("reviewHref").asText()), 200);
        assertThat(review.at("granted").path("version").asInt()).isEqualTo(2);
        assertThat(review.at("before").path("limit").decimalValue())
                .isEqualByComparingTo(before.path("limit").decimalValue());
        assertThat(review.text("decidedBy")).isEqualTo("gm1");
        assertThat(review.at("told")).isEqualTo(now.path("told"));
        assertThat(
                        StreamSupport.stream(review.at("factors").spliterator(), false)
                                .map(factor -> factor.path("contribution").decimalValue())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .intValue())
                .isEqualTo(now.path("score").asInt());

        var decisions =
                StreamSupport.stream(review.at("timeLine").spliterator(), false)
                        .filter(entry -> entry.hasNonNull("decision"))
                        .toList();
        assertThat(decisions)
                .extracting(entry -> entry.path("event").asText())
                .containsExactly("CREDIT_SCORED", "TERMS_PROPOSED", "APPROVER_DECIDED");
        decisions.forEach(
                entry -> {
                    var decision = is(auditor.get(entry.path("decision").asText()), 200);
                    assertThat(decision.toString()).contains("creditreview/");
                    assertThat(entry.path("reasons")).isNotEmpty();
                });
        assertThat(is(as("keyaccount1").get("/api/notifications?limit=50"), 200).toString())
                .contains(review.text("number"));
    }

    @Test
    void aReviewSaysInTheLanguageOfTheReaderWhatTheyMayDo() {
        var number = requested();
        time.runDueJobs();
        var path = REVIEWS + "/" + number;

        var read = is(finance.get(path), 200);
        assertThat(texts(read.at("allowed"), "action"))
                .containsExactly("ASSESS_FINANCES", "WITHDRAW");
        assertThat(texts(read.at("tasks"), "step"))
                .containsExactlyInAnyOrder("assessCompany", "assessFinances");
        assertThat(texts(is(as("info1").get(path), 200).at("allowed"), "action"))
                .containsExactly("ASSESS_COMPANY");
        assertThat(is(as("auditor1").get(path), 200).at("allowed")).isEmpty();
        assertThat(
                        is(finance.with("Accept-Language", "zh").get(path), 200)
                                .at("timeLine.0")
                                .path("what")
                                .asText())
                .isEqualTo("信用核查已开启：申请核查");
    }

    // Withdrawing, commenting

    @Test
    void aReviewIsWithdrawnWithAReason() {
        var path = REVIEWS + "/" + requested() + "/withdrawal";
        problem(finance.post(path, "{}"), 400, "reason");
        problem(
                finance.post(path, "{\"reason\": \"x\", \"nextReviewOn\": \"2026-03-02\"}"),
                400,
                "nextReviewOn");
        is(as("keyaccount1").post(path, "{\"reason\": \"x\"}"), 403);
        is(as("auditor1").post(path, "{\"reason\": \"x\"}"), 403);

        var withdrawn =
                is(
                        finance.post(
                                path,
                                "{\"reason\": \"Accounts in May\", \"nextReviewOn\":"
                                        + " \"2026-05-04\"}"),
                        200);

        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.text("decisionWords")).isEqualTo("Accounts in May");
        assertThat(withdrawn.at("tasks")).isEmpty();
        problem(finance.post(path, "{\"reason\": \"again\"}"), 409, "");
        problem(
                finance.post(REVIEWS + "/CRV-2026-999999/withdrawal", "{\"reason\": \"x\"}"),
                404,
                "number");
        assertThat(
                        is(finance.get("/api/customers/" + customer + "/credit"), 200)
                                .at("standing.nextReviewOn")
                                .asText())
                .isEqualTo("2026-05-04");
    }

    @Test
    void whoAskedForAReviewMayWithdrawIt() {
        var asked = is(as("keyaccount1").post(REVIEWS, request("")), 201).text("href");
        is(as("keyaccount1").post(asked + "/withdrawal", "{\"reason\": \"My mistake\"}"), 200);
    }

    @Test
    void colleaguesCommentOnAReview() {
        var path = REVIEWS + "/" + requested() + "/comments";
        assertThat(
                        texts(
                                is(as("sales1").post(path, "{\"text\": \"They pay\"}"), 200)
                                        .at("timeLine"),
                                "note"))
                .contains("They pay");
        problem(finance.post(path, "{}"), 400, "text");
        is(as("rooms1").post(path, "{\"text\": \"x\"}"), 403);
        is(as("auditor1").post(path, "{\"text\": \"x\"}"), 403);
    }

    // Hold

    @Test
    void financeHoldsAndReleasesCreditWithAReason() {
        var path = "/api/customers/" + customer + "/credit-hold";
        problem(finance.put(path, "{\"hold\": true}"), 400, "reason");
        problem(finance.put(path, "{\"reason\": \"x\"}"), 400, "hold");
        is(as("keyaccount1").put(path, "{\"hold\": true, \"reason\": \"x\"}"), 403);
        problem(
                finance.put(
                        "/api/customers/CUS-999999/credit-hold",
                        "{\"hold\": true, \"reason\": \"x\"}"),
                404,
                "customerId");

        var held = is(finance.put(path, "{\"hold\": true, \"reason\": \"Overdue\"}"), 200);
        assertThat(held.at("hold").asBoolean()).isTrue();
        assertThat(held.text("heldBy")).isEqualTo("finance1");
        assertThat(is(finance.get("/api/customers/" + customer), 200).toString())
                .contains("\"hold\":true");

        var released = is(as("gm1").put(path, "{\"hold\": false, \"reason\": \"Paid\"}"), 200);
        assertThat(released.at("hold").asBoolean()).isFalse();
    }

    @Test
    void nobodySetsALimitByHand() {
        is(
                finance.put(
                        "/api/customers/" + customer + "/credit",
                        "{\"limit\": 200000, \"reason\": \"x\"}"),
                403);
    }

    private List<String> numbers(String query) {
        return texts(is(finance.get(REVIEWS + query), 200).at("items"), "number");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
