package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person asks what is held on them, and that it be erased. */
@InnkeeperTest
class ErasureIT {

    private static final String NAME = "Zhangsan";
    private static final String COMPANY = "Bluemoon";
    private static final String PHONE = "13712345678";
    private static final String ADDRESS = "zhang@bluemoon.example";

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;

    private Api house;
    private OneGuest guest;
    private String zhang;

    @BeforeEach
    void aGuest() {
        house = Api.at(port);
        guest = new OneGuest(house, jdbc);
        zhang = guest.entered(NAME, COMPANY, PHONE, ADDRESS);
    }

    private static Api.Answer is(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    private Api.Answer ask() {
        return house.as("info1")
                .post(
                        "/api/customers/" + zhang + "/erasure",
                        "{\"reason\": \"Asked by letter of 1 March\"}");
    }

    private Api.Answer judge(String user, Api.Answer request, boolean approved) {
        return house.as(user)
                .post(
                        request.text("href") + "/approval",
                        "{\"approved\": " + approved + ", \"words\": \"Checked\"}");
    }

    private Api.Answer erased() {
        return is(judge("manager1", is(ask(), 201), true), 200);
    }

    private String about(String text) {
        return text + ", says " + NAME + " of " + COMPANY + ", " + PHONE;
    }

    /** Says and sends the name wherever people write; everything is over in the end. */
    private void leavesTracesEverywhere() {
        guest.stays(zhang);
        guest.paid(zhang);
        var complaint = guest.complains(zhang, about("Too loud"));
        var address = "/api/complaints/" + complaint;
        var pms = house.as("pms");
        is(
                pms.post(
                        address + "/messages",
                        "{\"channel\": \"WEB\", \"text\": \"" + about("Still") + "\"}"),
                200);
        is(
                house.as("lobby1")
                        .post(address + "/comments", "{\"text\": \"" + about("I called") + "\"}"),
                200);
        is(
                pms.postFile(
                        address + "/attachments",
                        NAME + ".txt",
                        about("A letter").getBytes(StandardCharsets.UTF_8)),
                201);
        is(pms.post(address + "/withdrawal", "{\"reason\": \"" + about("We spoke") + "\"}"), 200);
        var deal = guest.buys(zhang);
        jdbc.update(
                """
                INSERT INTO deal_follow_up (number, at, actor, words, next_step, need, chance, grade)
                VALUES (?, '2026-03-01', 'sales1', ?, ?, 'CLEAR', TRUE, 'A')
                """,
                deal,
                about("Met"),
                about("Meet again"));
        is(
                house.as("sales1")
                        .post(
                                "/api/deals/" + deal + "/outcome",
                                """
                                {"outcome": "DISCARDED", "reason": "NO_NEED", "words": "%s"}
                                """
                                        .formatted(about("Lost interest"))),
                200);
        is(
                house.as("info1")
                        .put(
                                "/api/customers/" + zhang + "/tier",
                                "{\"tier\": \"LOYAL_REGULAR\", \"reason\": \""
                                        + about("Often here")
                                        + "\"}"),
                200);
        is(
                house.as("info1")
                        .put(
                                "/api/customers/" + zhang + "/consents/MARKETING",
                                "{\"given\": true, \"how\": \"WRITTEN\", \"words\": \""
                                        + about("Form")
                                        + "\"}"),
                200);
    }

    /** Where in the whole database a word stands. */
    private List<String> traces(String word) {
        List<String> found = new ArrayList<>();
        jdbc.query(
                """
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = DATABASE() AND extra NOT LIKE '%GENERATED%' AND data_type IN
                    ('char', 'varchar', 'text', 'mediumtext', 'longtext', 'blob', 'mediumblob',
                     'longblob', 'varbinary', 'json')
                """,
                row -> {
                    var table = row.getString("table_name");
                    var column = row.getString("column_name");
                    var rows =
                            jdbc.queryForObject(
                                    "SELECT COUNT(*) FROM `%s` WHERE INSTR(CONVERT(`%s` USING"
                                                    .formatted(table, column)
                                            + " utf8mb4), ?) > 0",
                                    Long.class,
                                    word);
                    if (rows > 0) {
                        found.add(table + "." + column);
                    }
                });
        return found;
    }

    @Test
    void leavesNoTraceOfThePersonAnywhereInTheDatabase() {
        leavesTracesEverywhere();
        assertThat(traces(NAME))
                .as("the name is there before")
                .contains(
                        "customer.contact_name",
                        "complaint.text",
                        "complaint_message.text",
                        "case_event.note",
                        "case_document.content",
                        "deal.reason_words",
                        "notification.args",
                        "decision.facts",
                        "deal_follow_up.words",
                        "customer_event.note");
        assertThat(traces(PHONE)).contains("customer_contact.contact");

        erased();

        for (var word : List.of(NAME, COMPANY, PHONE, ADDRESS)) {
            assertThat(traces(word)).as(word).isEmpty();
        }
    }

    @Test
    void leavesNoTraceOfThoseMergedIntoThePerson() {
        var other = guest.entered(NAME + " Li", COMPANY + " Ltd", "13712345679", "li@x.example");
        is(
                house.as("info1")
                        .post(
                                "/api/customers/" + zhang + "/merge",
                                "{\"other\": \"" + other + "\", \"reason\": \"" + NAME + " too\"}"),
                200);

        erased();

        for (var word : List.of(NAME, COMPANY, PHONE, "13712345679", "li@x.example")) {
            assertThat(traces(word)).as(word).isEmpty();
        }
        assertThat(is(house.as("info1").get("/api/customers/" + other), 308).header("Location"))
                .endsWith(zhang);
    }

    @Test
    void figuresStayAsTheyWere() {
        leavesTracesEverywhere();
        var complaints = house.as("manager1").get("/api/complaints").at("total").asInt();
        var funnel = house.as("manager1").get("/api/deals/figures").at("outcomes");
        var spend = file().at("sections.stays.summary.spend");
        var paid = file().at("sections.payments.summary.paid");

        erased();

        assertThat(house.as("manager1").get("/api/complaints").at("total").asInt())
                .isEqualTo(complaints);
        assertThat(house.as("manager1").get("/api/deals/figures").at("outcomes")).isEqualTo(funnel);
        assertThat(file().at("sections.stays.summary.spend")).isEqualTo(spend);
        assertThat(file().at("sections.payments.summary.paid")).isEqualTo(paid);
        assertThat(file().body().has("erasedAt")).isTrue();
        assertThat(file().body().has("name")).isFalse();
    }

    private Api.Answer file() {
        return is(house.as("manager1").get("/api/customers/" + zhang), 200);
    }

    @Test
    void saysWhatWasErasedAndWhatWasKeptAndWhy() {
        guest.paid(zhang);

        var erasure = erased();

        assertThat(erasure.text("state")).isEqualTo("DONE");
        assertThat(erasure.text("requestedBy")).isEqualTo("info1");
        assertThat(erasure.text("judgedBy")).isEqualTo("manager1");
        assertThat(section(erasure, "contacts").path("erased").asInt()).isPositive();
        assertThat(section(erasure, "invoices").path("kept").asText())
                .contains("vouchers", "1 invoices");
        assertThat(is(house.as("auditor1").get(erasure.text("href")), 200).body())
                .isEqualTo(erasure.body());
        assertThat(
                        house.as("auditor1")
                                .with("Accept-Language", "zh")
                                .get(erasure.text("href"))
                                .toString())
                .contains("凭证");
    }

    private static JsonNode section(Api.Answer erasure, String name) {
        for (var section : erasure.at("sections")) {
            if (section.path("section").asText().equals(name)) {
                return section;
            }
        }
        throw new AssertionError("No section " + name + " in " + erasure);
    }

    @Test
    void keepsTheNameAsLongAsAnOpenCaseNeedsIt() {
        var open = guest.complains(zhang, about("Too loud"));
        var over = guest.complains(zhang, about("Cold soup, joined to the first"));
        var asked = is(ask(), 201);
        assertThat(section(asked, "complaints").path("kept").asText()).contains(open);

        var erasure = is(judge("manager1", asked, true), 200);

        assertThat(section(erasure, "complaints").path("kept").asText())
                .contains(open)
                .doesNotContain(over);
        assertThat(section(erasure, "contacts").path("kept").asText()).isNotBlank();
        assertThat(file().text("name")).isEqualTo(NAME);
        var lobby = house.as("lobby1");
        assertThat(lobby.get("/api/complaints/" + open).toString()).contains("Too loud");
        assertThat(lobby.get("/api/complaints/" + over).toString()).doesNotContain("Cold soup");

        is(
                house.as("pms")
                        .post(
                                "/api/complaints/" + open + "/withdrawal",
                                "{\"reason\": \"Settled\"}"),
                200);
        erased();
        assertThat(traces(NAME)).isEmpty();
    }

    @Test
    void anUnpaidInvoiceKeepsTheNameAndADealItsOwnFile() {
        guest.owes(zhang);
        var deal = guest.buys(zhang);

        var erasure = erased();

        assertThat(section(erasure, "invoices").path("kept").asText()).contains("2 invoices");
        assertThat(section(erasure, "deals").path("kept").asText()).contains(deal);
        assertThat(file().text("name")).isEqualTo(NAME);
    }

    @Test
    void isApprovedByAManagerWhoDidNotAskForIt() {
        var asked =
                is(
                        house.as("manager1")
                                .post(
                                        "/api/customers/" + zhang + "/erasure",
                                        "{\"reason\": \"By letter\"}"),
                        201);

        assertThat(is(judge("manager1", asked, true), 403).text("remedy")).contains("manager");
        is(judge("info1", asked, true), 403);
        is(judge("auditor1", asked, true), 403);
        assertThat(file().text("name")).isEqualTo(NAME);
        is(judge("manager2", asked, true), 200);
        assertThat(is(judge("gm1", asked, true), 409).text("detail")).contains("manager2");
    }

    @Test
    void aRefusedRequestErasesNothingAndSaysWhy() {
        var asked = is(ask(), 201);
        assertThat(is(ask(), 409).text("remedy")).isNotBlank();
        var without =
                house.as("manager1")
                        .post(asked.text("href") + "/approval", "{\"approved\": false}");
        assertThat(is(without, 400).text("field")).isEqualTo("words");

        var refused = is(judge("manager1", asked, false), 200);

        assertThat(refused.text("state")).isEqualTo("REFUSED");
        assertThat(refused.text("judgement")).isEqualTo("Checked");
        assertThat(file().text("name")).isEqualTo(NAME);
        is(ask(), 201);
    }

    @Test
    void anErasedCustomerIsNotChangedOrMergedAndComesBackAsANewOne() {
        erased();
        var other = guest.entered("Li", "Li", "13900139000", "li@example.com");

        is(
                house.as("info1")
                        .put(
                                "/api/customers/" + zhang + "/tier",
                                "{\"tier\": \"KEY_ACCOUNT\", \"reason\": \"x\"}"),
                409);
        is(
                house.as("info1")
                        .post(
                                "/api/customers/" + other + "/merge",
                                "{\"other\": \"" + zhang + "\", \"reason\": \"x\"}"),
                409);
        assertThat(guest.entered(NAME, COMPANY, PHONE, ADDRESS)).isNotEqualTo(zhang);
        is(house.as("info1").get("/api/customers/erasures/999"), 404);
    }

    @Test
    void everythingThatIsHeldCanBeTakenAlong() {
        leavesTracesEverywhere();

        var export = is(house.as("info1").get("/api/customers/" + zhang + "/export"), 200);

        assertThat(export.header("Content-Disposition")).contains(zhang + ".json");
        assertThat(export.at("customer_contact").findValuesAsText("contact"))
                .contains(PHONE, ADDRESS);
        assertThat(export.at("stay")).hasSize(3);
        assertThat(export.text("stay.0.arrived_on")).isEqualTo("2026-02-10");
        assertThat(export.text("customer.0.first_seen_at")).startsWith("2026-03-02T02:");
        assertThat(export.text("complaint.0.text")).contains("Too loud");
        assertThat(export.text("complaint_message.0.text")).contains("Still");
        assertThat(
                        new String(
                                Base64.getDecoder().decode(export.text("case_document.0.content")),
                                StandardCharsets.UTF_8))
                .contains("A letter");
        assertThat(export.text("deal_follow_up.0.words")).contains("Met");
        assertThat(file().at("timeLine").get(file().at("timeLine").size() - 1).path("event"))
                .as("who took it is on the time line")
                .hasToString("\"EXPORTED\"");
        is(house.as("rooms1").get("/api/customers/" + zhang + "/export"), 403);
        is(house.as("auditor1").get("/api/customers/" + zhang + "/export"), 403);
    }
}
