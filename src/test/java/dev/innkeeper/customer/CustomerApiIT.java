package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Entering customers, their profiles and their consents over REST. */
@InnkeeperTest
class CustomerApiIT {

    private static final String CUSTOMERS = "/api/customers";

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;

    private Api house;
    private Api information;
    private String wang;

    @BeforeEach
    void aCustomer() {
        house = Api.at(port);
        information = house.as("info1");
        wang =
                new OneGuest(house, jdbc)
                        .entered("王丽", "华东贸易", "+86 138 0013 8000", "wang@example.com");
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

    private String address() {
        return CUSTOMERS + "/" + wang;
    }

    private long version() {
        return is(information.get(address() + "/profile"), 200).at("version").asLong();
    }

    private Api.Answer change(Api by, String fields) {
        return by.put(
                address() + "/profile",
                """
                {"version": %d, "name": "王丽",
                 "contacts": [{"kind": "PHONE", "value": "13800138000"}] %s}
                """
                        .formatted(version(), fields));
    }

    @Test
    void aCustomerIsEnteredOnceHoweverOftenItIsSent() {
        var body =
                """
                {"externalId": "PMS-1", "name": "Anna", "language": "ENGLISH",
                 "contacts": [{"kind": "WECHAT", "value": "anna88"}]}
                """;
        var first = is(information.with("Idempotency-Key", "k1").post(CUSTOMERS, body), 201);
        var again = is(information.with("Idempotency-Key", "k1").post(CUSTOMERS, body), 200);

        assertThat(first.header("Location")).isEqualTo(CUSTOMERS + "/" + first.text("id"));
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(is(information.post(CUSTOMERS, body), 200).text("id"))
                .isEqualTo(first.text("id"));
        problem(information.post(CUSTOMERS, body.replace("Anna", "Anne")), 422, "externalId");
    }

    @Test
    void somebodyWhoIsThereAlreadyIsNamed() {
        var again =
                information.post(
                        CUSTOMERS,
                        """
                        {"name": "Wang", "contacts": [{"kind": "PHONE", "value": "13800138000"}]}
                        """);
        is(again, 409);
        assertThat(again.text("detail")).contains(wang);
    }

    @Test
    void aCompanyIsEnteredByItsNameAndRecognisedByIt() {
        is(information.post(CUSTOMERS, "{\"company\": \"苏州恒远\"}"), 201);

        is(information.post(CUSTOMERS, "{\"company\": \"苏州 恒远\"}"), 409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "contacts # {'name': 'Nobody'}",
                "contacts[0].value # {'contacts': [{'kind': 'PHONE'}]}",
                "contacts[0].kind # {'contacts': [{'kind': 'FAX', 'value': '1'}]}",
                "contacts # {'contacts': [{'kind': 'PHONE', 'value': '12'}]}",
                "email # {'contacts': [{'kind': 'EMAIL', 'value': 'nowhere'}]}",
                "contacts # {'contacts': [{'kind': 'PHONE', 'value': '55512345'}, {'kind':"
                        + " 'PHONE', 'value': '555 12345'}]}",
                "contacts # {'contacts': [{'kind': 'PHONE', 'value': '55512345', 'preferred':"
                        + " true}, {'kind': 'WECHAT', 'value': 'anna', 'preferred': true}]}",
                "registrationNumber # {'company': 'A', 'registrationNumber': '注册号'}",
                "tier # {'company': 'A', 'tier': 'GOLD'}",
                "colour # {'company': 'A', 'colour': 'red'}",
            })
    void whatCannotBeEnteredIsNamedByItsField(String field, String body) {
        problem(information.post(CUSTOMERS, body.replace('\'', '"')), 400, field);
    }

    @Test
    void aProfileIsChangedAsAWhole() {
        var changed =
                is(
                        information.put(
                                address() + "/profile",
                                """
                                {"version": %d, "name": "王丽丽", "company": "华东贸易",
                                 "registrationNumber": "91320500MA1XXXXX0X", "language": "CHINESE",
                                 "strategicAs": "REFERENCE", "contacts": [
                                    {"kind": "PHONE", "value": "139 0013 9000"},
                                    {"kind": "PHONE", "value": "138 0013 8000"},
                                    {"kind": "WECHAT", "value": "WangLi", "preferred": true}]}
                                """
                                        .formatted(version())),
                        200);

        assertThat(changed.text("name")).isEqualTo("王丽丽");
        var file = is(information.get(address()), 200);
        assertThat(file.text("phone")).isEqualTo("139 0013 9000");
        assertThat(file.body().has("email")).as("what is left out goes").isFalse();
        assertThat(file.at("sections.contacts.items").findValuesAsText("value"))
                .containsExactly("139 0013 9000", "138 0013 8000", "WangLi");
        assertThat(file.text("sections.profile.summary.strategicAsLabel")).isEqualTo("A reference");
        assertThat(file.at("timeLine").findValuesAsText("what"))
                .last()
                .asString()
                .contains("name", "contacts")
                .doesNotContain("王丽丽", "139");
        assertThat(
                        is(
                                        information.post(
                                                CUSTOMERS,
                                                """
                                                {"contacts": [{"kind": "EMAIL",
                                                  "value": "wang@example.com"}]}
                                                """),
                                        201)
                                .text("id"))
                .as("the address is free again")
                .isNotEqualTo(wang);
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() {
        var read = version();
        is(change(house.as("sales1"), ""), 200);

        var second =
                information.put(
                        address() + "/profile",
                        """
                        {"version": %d, "name": "X",
                         "contacts": [{"kind": "PHONE", "value": "13800138000"}]}
                        """
                                .formatted(read));

        is(second, 409);
        assertThat(second.text("detail")).contains("sales1", "Changed");
        assertThat(second.text("remedy")).isNotBlank();
        assertThat(is(information.get(address()), 200).text("name")).isEqualTo("王丽");
    }

    @Test
    void aContactOfAnotherCustomerIsNotTakenAway() {
        var other = new OneGuest(house, jdbc).entered("李", "Li", "13900139000", "li@example.com");

        var taken = change(information, "").status();
        var refused =
                information.put(
                        address() + "/profile",
                        """
                        {"version": %d, "name": "王丽",
                         "contacts": [{"kind": "PHONE", "value": "13900139000"}]}
                        """
                                .formatted(version()));

        assertThat(taken).isEqualTo(200);
        is(refused, 409);
        assertThat(refused.text("detail")).contains(other);
        assertThat(refused.text("remedy")).contains("merge");
        assertThat(is(information.get(address()), 200).text("phone")).isEqualTo("13800138000");
    }

    @Test
    void aBirthdayIsKeptForGreetingsOnlyAndAsLongAsTheyAreWanted() {
        problem(change(information, ", \"birthday\": \"1985-06-01\""), 422, "birthday");
        problem(change(information, ", \"preferences\": \"High floor\""), 422, "preferences");
        consent(house.as("lobby1"), "GREETINGS", true);
        consent(house.as("lobby1"), "PROFILING", true);

        is(
                change(
                        information,
                        ", \"birthday\": \"1985-06-01\", \"preferences\": \"High floor\""),
                200);
        var file = is(house.as("rooms1").get(address()), 200);
        assertThat(file.text("sections.profile.summary.birthday")).isEqualTo("1985-06-01");
        assertThat(file.text("sections.profile.summary.preferences")).isEqualTo("High floor");

        consent(house.as("callcentre1"), "GREETINGS", false);
        file = is(house.as("rooms1").get(address()), 200);
        assertThat(file.at("sections.profile.summary").has("birthday")).isFalse();
        assertThat(file.text("sections.profile.summary.preferences")).isEqualTo("High floor");
    }

    private Api.Answer consent(Api by, String purpose, boolean given) {
        return is(
                by.put(
                        address() + "/consents/" + purpose,
                        "{\"given\": " + given + ", \"how\": \"WRITTEN\", \"words\": \"Form 7\"}"),
                200);
    }

    @Test
    void aConsentSaysWhenByWhomAndHow() {
        consent(house.as("lobby1"), "MARKETING", true);
        consent(house.as("lobby1"), "MARKETING", true);
        consent(house.as("callcentre1"), "MARKETING", false);

        var file = is(information.get(address()), 200);
        var marketing = file.at("sections.consents.items").get(0);
        assertThat(marketing.path("purpose").asText()).isEqualTo("MARKETING");
        assertThat(marketing.path("given").asBoolean()).isFalse();
        assertThat(marketing.path("by").asText()).isEqualTo("callcentre1");
        assertThat(marketing.path("how").asText()).isEqualTo("WRITTEN");
        assertThat(marketing.path("words").asText()).isEqualTo("Form 7");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM customer_consent", Long.class))
                .as("the same said twice is one answer, another answer keeps the first")
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeKeptIsNamedByItsField() {
        consent(information, "GREETINGS", true);
        problem(change(information, ", \"birthday\": \"2027-01-01\""), 400, "birthday");
        problem(change(information, ", \"birthday\": \"1899-12-31\""), 400, "birthday");
        problem(change(information, ", \"birthday\": \"June\""), 400, "birthday");
        problem(change(information, ", \"strategicAs\": \"RICH\""), 400, "strategicAs");
        problem(information.put(address() + "/profile", "{\"name\": \"A\"}"), 400, "version");
        problem(
                information.put(address() + "/consents/MARKETING", "{\"given\": true}"),
                400,
                "how");
        problem(
                information.put(
                        address() + "/consents/NEWS", "{\"given\": true, \"how\": \"SPOKEN\"}"),
                400,
                "purpose");
        is(
                information.put(
                        CUSTOMERS + "/CUS-999999/consents/MARKETING",
                        "{\"given\": true, \"how\": \"SPOKEN\"}"),
                404);
        is(information.get(CUSTOMERS + "/CUS-999999"), 404);
        is(information.get(CUSTOMERS + "/CUS-999999/time-line"), 404);
    }

    @Test
    void onlyThoseWhoKeepTheFileChangeIt() {
        is(change(house.as("rooms1"), ""), 403);
        is(change(house.as("auditor1"), ""), 403);
        is(house.as("rooms1").post(CUSTOMERS, "{\"company\": \"A\"}"), 403);
        is(house.as("rooms1").get(address() + "/profile"), 403);
        is(
                house.as("finance1")
                        .put(
                                address() + "/consents/CREDIT",
                                "{\"given\": true, \"how\": \"SPOKEN\"}"),
                403);
        is(house.as("rooms1").get(CUSTOMERS + "/duplicates"), 403);
        is(house.as("auditor1").get(CUSTOMERS + "/duplicates"), 200);
    }
}
