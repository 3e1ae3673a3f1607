package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two files of one customer become one, and two again. */
@InnkeeperTest
class MergeIT {

    /** What is written down of a merge itself, and of the keys of both: it tells of no customer. */
    private static final List<String> OF_THE_MERGE =
            List.of("customer_event", "idempotent_request");

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;

    private Api house;
    private Api information;
    private OneGuest guest;
    private String wang;
    private String li;

    @BeforeEach
    void twoFiles() {
        house = Api.at(port);
        information = house.as("info1");
        guest = new OneGuest(house, jdbc);
        wang = guest.entered("王丽", "华东贸易", "13800138000", "wang@example.com");
        li = guest.entered("Li Wang", "East Trade", "13900139000", "li@example.com");
    }

    private Api.Answer merge(String survivor, String other) {
        return information.post(
                "/api/customers/" + survivor + "/merge",
                "{\"other\": \"" + other + "\", \"reason\": \"She said so\"}");
    }

    private Api.Answer undo(Api.Answer merge) {
        return information.post(
                merge.text("href") + "/undo", "{\"reason\": \"It was her sister\"}");
    }

    private static Api.Answer is(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    private void knownToEveryFeature(String customer) {
        guest.stays(customer);
        guest.owes(customer);
        guest.compensated(customer, guest.complains(customer, "Too loud"));
        guest.buys(customer);
        guest.hasCredit(customer);
        guest.caredFor(customer);
        is(
                information.put(
                        "/api/customers/" + customer + "/consents/GREETINGS",
                        "{\"given\": true, \"how\": \"SPOKEN\"}"),
                200);
    }

    /** All rows of a customer, by table, without what counts their changes. */
    private Map<String, List<String>> rows(String customer) {
        Map<String, List<String>> rows = new TreeMap<>();
        jdbc.queryForList(
                        """
                        SELECT table_name FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND column_name = 'customer_id'
                        """,
                        String.class)
                .forEach(
                        table -> {
                            var found =
                                    jdbc
                                            .queryForList(
                                                    "SELECT * FROM `"
                                                            + table
                                                            + "` WHERE customer_id = ?",
                                                    customer)
                                            .stream()
                                            .map(
                                                    row -> {
                                                        row.remove("version");
                                                        return row.toString();
                                                    })
                                            .sorted()
                                            .toList();
                            if (!found.isEmpty()) {
                                rows.put(table, found);
                            }
                        });
        return rows;
    }

    private Map<String, Object> profile(String customer) {
        var row = jdbc.queryForMap("SELECT * FROM customer WHERE id = ?", customer);
        row.remove("version");
        return row;
    }

    @Test
    void everyRowOfEveryFeatureMovesAndComesBack() {
        knownToEveryFeature(li);
        var before = rows(li);
        assertThat(before.keySet())
                .contains(
                        "stay",
                        "invoice",
                        "payment",
                        "complaint",
                        "complaint_compensation",
                        "deal",
                        "partner_registration",
                        "credit_account",
                        "credit_terms",
                        "care_case",
                        "credit_review",
                        "credit_event",
                        "credit_check",
                        "dunning",
                        "dunning_action",
                        "customer_consent",
                        "customer_contact");
        var profileOfLi = profile(li);
        var ofWang = rows(wang);
        var profileOfWang = profile(wang);

        var merge = is(merge(wang, li), 200);

        assertThat(rows(li)).as("nothing is left behind").isEmpty();
        assertThat(merge.at("moved.stay").asInt()).isEqualTo(3);
        assertThat(profile(wang))
                .containsEntry("complaints", 1)
                .containsEntry("open_complaints", 1);

        is(undo(merge), 200);

        var after = rows(li);
        var events = after.remove("customer_event");
        assertThat(events).containsAll(before.remove("customer_event"));
        assertThat(after).isEqualTo(before);
        assertThat(profile(li)).isEqualTo(profileOfLi);
        assertThat(profile(wang)).isEqualTo(profileOfWang);
        var wangAfter = rows(wang);
        OF_THE_MERGE.forEach(
                table -> {
                    wangAfter.remove(table);
                    ofWang.remove(table);
                });
        assertThat(wangAfter).isEqualTo(ofWang);
    }

    @Test
    void whatCameSinceStaysWithTheSurvivor() {
        guest.stays(li);
        var merge = is(merge(wang, li), 200);
        guest.stays(wang);
        var complaint = guest.complains(li, "Too loud again");

        is(undo(merge), 200);

        assertThat(rows(li).get("stay")).hasSize(3);
        assertThat(rows(wang).get("stay")).hasSize(3);
        assertThat(
                        jdbc.queryForObject(
                                "SELECT customer_id FROM complaint WHERE number = ?",
                                String.class,
                                complaint))
                .isEqualTo(wang);
        assertThat(profile(wang)).containsEntry("complaints", 1);
        assertThat(profile(li)).containsEntry("complaints", 0);
    }

    @Test
    void whatWasClosedMeanwhileIsClosedAfterwards() {
        var complaint = guest.complains(li, "Too loud");
        var merge = is(merge(wang, li), 200);
        is(
                house.as("pms")
                        .post(
                                "/api/complaints/" + complaint + "/withdrawal",
                                "{\"reason\": \"Settled\"}"),
                200);
        assertThat(profile(wang)).containsEntry("open_complaints", 0);

        is(undo(merge), 200);

        assertThat(profile(li)).containsEntry("complaints", 1).containsEntry("open_complaints", 0);
        assertThat(profile(wang)).containsEntry("complaints", 0);
    }

    @Test
    void theSurvivorIsAnsweredWhereverTheOtherIsAskedFor() {
        is(merge(wang, li), 200);

        var read = is(information.get("/api/customers/" + li), 308);
        assertThat(read.header("Location")).isEqualTo("/api/customers/" + wang);
        var file = is(information.get("/api/customers/" + wang), 200);
        assertThat(file.text("merged.0.id")).isEqualTo(li);
        assertThat(file.at("sections.contacts.items").findValuesAsText("value"))
                .contains("13800138000", "13900139000", "li@example.com");
        assertThat(information.get("/api/customers").at("items").findValuesAsText("id"))
                .contains(wang)
                .doesNotContain(li);
        var known =
                is(
                        house.as("pms")
                                .post(
                                        "/api/complaints",
                                        """
                                        {"channel": "WEB", "text": "Loud",
                                         "guest": {"phone": "139 0013 9000"}}
                                        """),
                        201);
        assertThat(
                        house.as("lobby1")
                                .get("/api/complaints/" + known.text("number"))
                                .text("customer.id"))
                .isEqualTo(wang);
        var changed =
                is(
                        information.put(
                                "/api/customers/" + li + "/tier",
                                "{\"tier\": \"KEY_ACCOUNT\", \"reason\": \"x\"}"),
                        409);
        assertThat(changed.text("remedy")).contains(wang);
    }

    @Test
    void theSurvivorKeepsItsOwnNameAndGainsWhatItLacked() {
        jdbc.update("UPDATE customer SET registration_number = '9132 0500' WHERE id = ?", li);

        is(merge(wang, li), 200);

        assertThat(profile(wang))
                .containsEntry("contact_name", "王丽")
                .containsEntry("registration_number", "9132 0500");
    }

    @Test
    void whatSomebodyChangedSinceIsNotTakenBack() {
        jdbc.update("UPDATE customer SET registration_number = '9132 0500' WHERE id = ?", li);
        var merge = is(merge(wang, li), 200);
        jdbc.update("UPDATE customer SET registration_number = '777' WHERE id = ?", wang);

        is(undo(merge), 200);

        assertThat(profile(wang)).containsEntry("registration_number", "777");
    }

    @Test
    void mergedAgainItIsTheSameMerge() {
        var first = is(merge(wang, li), 200);

        assertThat(is(merge(wang, li), 200).text("number")).isEqualTo(first.text("number"));
        assertThat(information.get("/api/customers/merges").at("total").asInt()).isEqualTo(1);
    }

    @Test
    void aMergeOfMergedCustomersIsUndoneInTheOppositeOrder() {
        var zhao = guest.entered("赵", "Zhao", "13700137000", "zhao@example.com");
        guest.stays(li);
        var first = is(merge(wang, li), 200);
        var second = is(merge(zhao, wang), 200);

        assertThat(is(information.get("/api/customers/" + li), 308).header("Location"))
                .as("one step leads to the survivor")
                .endsWith(zhao);
        assertThat(is(undo(first), 409).text("remedy")).contains(second.text("number"));
        is(undo(second), 200);
        is(undo(first), 200);

        assertThat(rows(li).get("stay")).hasSize(3);
        assertThat(is(undo(first), 409).text("detail")).contains("info1");
    }

    @Test
    void isRefusedWhereItMeansNothing() {
        assertThat(is(merge(wang, wang), 400).text("field")).isEqualTo("other");
        assertThat(is(merge(wang, "CUS-999999"), 404).text("field")).isEqualTo("other");
        assertThat(is(merge("CUS-999999", wang), 404).text("field")).isEqualTo("id");
        is(merge(wang, li), 200);
        var zhao = guest.entered("赵", "Zhao", "13700137000", "zhao@example.com");
        assertThat(is(merge(zhao, li), 409).text("remedy")).contains(wang);
        is(information.get("/api/customers/merges/999"), 404);
        is(
                house.as("rooms1")
                        .post(
                                "/api/customers/" + wang + "/merge",
                                "{\"other\": \"" + zhao + "\", \"reason\": \"x\"}"),
                403);
    }

    @Test
    void twoCreditsBecomeOneAndTheOldTermsStayReadable() {
        guest.hasCredit(wang);
        guest.hasCredit(li);

        var merge = is(merge(wang, li), 200);

        assertThat(due(wang)).as("the next night").isEqualTo("2026-03-02");
        assertThat(due(li)).as("never again").isEqualTo("9999-12-31");
        assertThat(
                        is(house.as("finance1").get("/api/customers/" + wang), 200)
                                .at("sections.credit.total")
                                .asInt())
                .isEqualTo(2);
        is(undo(merge), 200);
        assertThat(due(li)).isEqualTo("2026-03-02");
    }

    private String due(String customer) {
        return jdbc.queryForObject(
                "SELECT next_review_on FROM credit_account WHERE customer_id = ?",
                String.class,
                customer);
    }

    @Test
    void anOpenReviewOrDunningOfTheOtherIsFinishedFirst() {
        guest.hasCredit(li);
        jdbc.update(
                "UPDATE credit_account SET open_review = 'CRV-2026-000007' WHERE customer_id = ?",
                li);

        var refused = is(merge(wang, li), 409);

        assertThat(refused.text("detail")).contains("CRV-2026-000007", li);
        assertThat(refused.text("remedy")).contains("merge " + wang + " into " + li);
        is(merge(li, wang), 200);
    }

    @Test
    void aHoldIsNotLostByAMerge() {
        guest.hasCredit(wang);
        guest.hasCredit(li);
        jdbc.update("UPDATE credit_account SET hold = TRUE WHERE customer_id = ?", li);

        assertThat(is(merge(wang, li), 409).text("remedy")).contains(wang, li);
    }

    @Test
    void duplicatesAreFoundByWhatTheyHaveInCommon() {
        is(
                house.as("pms")
                        .post(
                                "/api/complaints",
                                """
                                {"channel": "WEB", "text": "Loud",
                                 "guest": {"phone": "13800138000", "email": "li@example.com"}}
                                """),
                201);

        var likely = duplicate("");
        assertThat(likely.text("items.0.strength")).isEqualTo("LIKELY");
        assertThat(likely.text("items.0.one.id")).isEqualTo(wang);
        assertThat(likely.text("items.0.other.id")).isEqualTo(li);
        assertThat(likely.text("items.0.matches.0.kind")).isEqualTo("EMAIL");

        jdbc.update("UPDATE customer SET registration_number = '9132-0500' WHERE id = ?", li);
        jdbc.update("UPDATE customer SET registration_number = '91320500' WHERE id = ?", wang);
        assertThat(duplicate("").text("items.0.strength")).isEqualTo("CERTAIN");

        is(merge(wang, li), 200);
        assertThat(information.get("/api/customers/duplicates").at("total").asInt()).isZero();
    }

    @Test
    void theSameCompanyAloneIsAWeakHintThatIsShownOnRequest() {
        guest.entered("李伟", "华东 贸易", "13700137000", "wei@example.com");

        assertThat(information.get("/api/customers/duplicates").at("total").asInt()).isZero();
        assertThat(duplicate("?weak=true").text("items.0.strength")).isEqualTo("WEAK");
    }

    private Api.Answer duplicate(String query) {
        var answer = is(information.get("/api/customers/duplicates" + query), 200);
        assertThat(answer.at("total").asInt()).as(answer.toString()).isEqualTo(1);
        return answer;
    }
}
