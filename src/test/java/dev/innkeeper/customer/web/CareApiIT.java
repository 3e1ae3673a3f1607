package dev.innkeeper.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.Guests;
import dev.innkeeper.customer.StayDesk;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.Staff;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Care and grading over real HTTP. */
@InnkeeperTest
class CareApiIT {

    private static final String CASES = "/api/care-cases";

    @Autowired private CustomerDesk customers;
    @Autowired private StayDesk stays;
    @Autowired private Staff staff;
    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;
    private Guests guests;
    private Api callCentre;

    @BeforeEach
    void openTheHouse() {
        guests = new Guests(customers, stays, jdbc);
        callCentre = Api.at(port).as("callcentre1");
    }

    private static Map<String, Object> request(String guest, String cause) {
        return Map.of("customerId", guest, "cause", cause, "words", "上次入住时空调有噪音");
    }

    private Api.Answer started() {
        var answer = callCentre.post(CASES, request(guests.lost(200, "12000"), "LOST"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private String offered() {
        var number = started().text("number");
        var care = new CaseNumber(number);
        staff.complete(
                care,
                "callCustomer",
                "callcentre1",
                Map.of("reached", "yes", "reason", "PRICE", "words", "太贵"));
        staff.complete(care, "makeOffer", "callcentre1", Map.of("voucher", "WB-1"));
        return number;
    }

    private static void problem(Api.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @Test
    void aCaseIsStartedByHandAndReadAgain() {
        var started = started();

        assertThat(started.text("state")).isEqualTo("TO_CALL");
        assertThat(started.text("callers.0")).isEqualTo("call-centre");
        assertThat(started.text("offer")).isEqualTo("VOUCHER");
        assertThat(started.at("worth").asInt()).isEqualTo(300);
        assertThat(started.header("Location")).isEqualTo(CASES + "/" + started.text("number"));
        var read =
                Api.at(port)
                        .as("auditor1")
                        .with("Accept-Language", "zh")
                        .get(started.header("Location"));
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(read.text("words")).isEqualTo("上次入住时空调有噪音");
        assertThat(read.text("tasks.0.step")).isEqualTo("callCustomer");
        assertThat(read.text("tasks.0.name")).isEqualTo("致电客户并了解原因");
        assertThat(read.text("timeLine.1.reasons.0")).isNotBlank();
        var decision = Api.at(port).as("auditor1").get(read.text("timeLine.1.decision"));
        assertThat(decision.status()).as(decision.toString()).isEqualTo(200);
    }

    @Test
    void theListIsNarrowedByWhatIsAsked() {
        String number = offered();
        started();

        assertThat(callCentre.get(CASES).at("total").asInt()).isEqualTo(2);
        var waiting = callCentre.get(CASES + "?state=WAITING&cause=LOST&size=1");
        assertThat(waiting.at("total").asInt()).isEqualTo(1);
        assertThat(waiting.text("items.0.number")).isEqualTo(number);
        assertThat(waiting.text("items.0.reason")).isEqualTo("PRICE");
        assertThat(callCentre.get(CASES + "?outcome=RETURNED").at("total").asInt()).isZero();
        assertThat(
                        callCentre
                                .get(CASES + "?customerId=" + waiting.text("items.0.customerId"))
                                .at("total")
                                .asInt())
                .isEqualTo(1);
        assertThat(callCentre.get(CASES + "?openedFrom=2026-03-03T00:00:00Z").at("total").asInt())
                .isZero();
        assertThat(callCentre.get(CASES + "?size=1").text("next")).contains("page=1");
    }

    @Test
    void anAnswerEndsTheCaseOnce() {
        String address = CASES + "/" + offered();
        var keyed = Api.at(port).as("pms").with("Idempotency-Key", "answer-1");
        var body = Map.of("accepted", true, "words", "下周入住");

        var answered = keyed.post(address + "/answer", body);

        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
        assertThat(answered.text("outcome")).isEqualTo("ACCEPTED");
        assertThat(keyed.post(address + "/answer", body).header("Idempotency-Replayed"))
                .isEqualTo("true");
        problem(callCentre.post(address + "/answer", body), 409, "");
        assertThat(callCentre.get(address).text("answerWords")).isEqualTo("下周入住");
    }

    @Test
    void aCaseIsWithdrawnWithAReason() {
        String address = CASES + "/" + started().text("number");
        var manager = Api.at(port).as("manager1");

        problem(manager.post(address + "/withdrawal", Map.of()), 400, "reason");
        problem(callCentre.post(address + "/withdrawal", Map.of("reason", "No")), 403, "");
        var withdrawn = manager.post(address + "/withdrawal", Map.of("reason", "客户要求"));

        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(manager.get(address).at("tasks")).isEmpty();
        problem(manager.post(address + "/withdrawal", Map.of("reason", "Again")), 409, "");
    }

    @Test
    void aSecondCaseIsRefusedWithTheNumberOfTheFirst() {
        String guest = guests.lost(200, "12000");
        String first = callCentre.post(CASES, request(guest, "LOST")).text("number");

        var second = callCentre.post(CASES, request(guest, "LOST"));

        problem(second, 409, "");
        assertThat(second.text("detail")).contains(first);
        Api.at(port)
                .as("manager1")
                .post(CASES + "/" + first + "/withdrawal", Map.of("reason", "Later"));
        problem(callCentre.post(CASES, request(guest, "LOST")), 409, "");
    }

    @Test
    void theSameKeyStartsOneCase() {
        String guest = guests.lost(200, "12000");
        var keyed = callCentre.with("Idempotency-Key", "care-1");
        var first = keyed.post(CASES, request(guest, "LOST"));
        var again = keyed.post(CASES, request(guest, "LOST"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("number")).isEqualTo(first.text("number"));
        problem(keyed.post(CASES, request(guest, "ABSENT")), 422, "Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, '', 400, words",
        "BIRTHDAY, 祝福, 400, cause",
        "RAIN, 祝福, 400, cause",
        "ABSENT, 问候, 422, cause",
    })
    void whatCannotBeStartedNamesTheField(String cause, String words, int status, String field) {
        String guest = guests.lost(200, "12000");

        problem(
                callCentre.post(CASES, Map.of("customerId", guest, "cause", cause, "words", words)),
                status,
                field);
        assertThat(callCentre.get(CASES).at("total").asInt()).isZero();
    }

    @Test
    void whoIsNotThereIsUnknown() {
        problem(callCentre.post(CASES, request("CUS-999999", "LOST")), 404, "customerId");
        problem(callCentre.get(CASES + "/CAR-2026-999999"), 404, "number");
        problem(callCentre.get(CASES + "/CAR-1"), 400, "number");
        problem(
                callCentre.post(CASES + "/CAR-2026-999999/answer", Map.of("accepted", true)),
                404,
                "number");
        problem(
                Api.at(port).as("info1").post("/api/customers/CUS-999999/grading", ""),
                404,
                "customerId");
    }

    @Test
    void whoMayNotIsTold() {
        String address = CASES + "/" + offered();

        problem(Api.at(port).as("sales1").post(CASES, request("CUS-000001", "LOST")), 403, "");
        problem(Api.at(port).as("finance1").get(CASES), 403, "");
        problem(
                Api.at(port).as("rooms1").post(address + "/answer", Map.of("accepted", true)),
                403,
                "");
        problem(callCentre.post(address + "/answer", Map.of()), 400, "accepted");
        problem(callCentre.post("/api/customers/CUS-000001/grading", ""), 403, "");
    }

    @Test
    void aCustomerIsGradedOnRequestWithReasons() {
        String guest = guests.guest();
        guests.visit(guest, 10, "300");

        var graded =
                Api.at(port)
                        .as("info1")
                        .with("Accept-Language", "zh")
                        .post("/api/customers/" + guest + "/grading", "");

        assertThat(graded.status()).as(graded.toString()).isEqualTo(200);
        assertThat(graded.text("valueClass")).isEqualTo("A");
        assertThat(graded.text("lifeCycle")).isEqualTo("ACQUISITION");
        assertThat(graded.text("tierLabel")).isEqualTo("发展潜力的小客户");
        assertThat(graded.at("lifeTimeValue").decimalValue()).isEqualByComparingTo("270");
        assertThat(graded.at("reasons")).isNotEmpty();
        var decision = Api.at(port).as("auditor1").get(graded.text("decision"));
        assertThat(decision.text("caseNumber")).isEqualTo(guest);
    }
}
