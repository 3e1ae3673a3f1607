package dev.innkeeper.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that can be wrong with a request, over real HTTP; nothing of it may be stored. */
@InnkeeperTest
class ComplaintErrorsIT {

    private static final String COMPLAINTS = "/api/complaints";
    private static final String UNKNOWN = COMPLAINTS + "/CMP-2026-999999";

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;
    private Api pms;
    private Map<String, Long> before;

    @BeforeEach
    void countRows() {
        pms = Api.at(port).as("pms");
        before = RowCounts.of(jdbc);
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(RowCounts.of(jdbc)).isEqualTo(before);
    }

    private static void problem(Api.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("remedy")).as(answer.toString()).isNotBlank();
        assertThat(answer.text("type")).startsWith("urn:innkeeper:problem:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "channel # {'text':'a'}",
                "text # {'channel':'WEB'}",
                "text # {'channel':'WEB','text':null}",
                "text # {'channel':'WEB','text':'  '}",
                "text # {'channel':'WEB','text':12}",
                "text # {'channel':'WEB','text':['a']}",
                "text # {'channel':'WEB','text':{'a':1}}",
                "channel # {'channel':'web','text':'a'}",
                "channel # {'channel':'','text':'a'}",
                "channel # {'channel':0,'text':'a'}",
                "kind # {'channel':'WEB','text':'a','kind':'PRAISE'}",
                "category # {'channel':'WEB','text':'a','category':'FOOD'}",
                "harm # {'channel':'WEB','text':'a','harm':'DEATH'}",
                "dimension # {'channel':'WEB','text':'a','dimension':'LUCK'}",
                "receivedAt # {'channel':'WEB','text':'a','receivedAt':'yesterday'}",
                "receivedAt # {'channel':'WEB','text':'a','receivedAt':'2026-02-30T10:00:00Z'}",
                "receivedAt # {'channel':'WEB','text':'a','receivedAt':'2026-02-20T10:00:00'}",
                "receivedAt # {'channel':'WEB','text':'a','receivedAt':1771580000}",
                "receivedAt # {'channel':'WEB','text':'a','receivedAt':'1999-12-31T23:59:59Z'}",
                "receivedAt # {'channel':'WEB','text':'a','receivedAt':'9999-12-31T23:59:59Z'}",
                "receivedAt #"
                        + " {'channel':'WEB','text':'a','receivedAt':'+999999999-12-31T23:59:59Z'}",
                "receivedAt # {'channel':'WEB','text':'a','receivedAt':'2026-03-02T02:11:00Z'}",
                "eventStart # {'channel':'WEB','text':'a','eventStart':'9999-01-01T00:00:00Z'}",
                "eventEnd # {'channel':'WEB','text':'a','eventEnd':'0001-01-01T00:00:00Z'}",
                "checkOutAt # {'channel':'WEB','text':'a','checkOutAt':'2099-01-01T00:00:00Z'}",
                "inHouse # {'channel':'WEB','text':'a','inHouse':'perhaps'}",
                "inHouse # {'channel':'WEB','text':'a','inHouse':1}",
                "publiclyVisible # {'channel':'WEB','text':'a','publiclyVisible':'yes'}",
                "amountInDispute # {'channel':'WEB','text':'a','amountInDispute':-0.01}",
                "amountInDispute # {'channel':'WEB','text':'a','amountInDispute':0.001}",
                "amountInDispute # {'channel':'WEB','text':'a','amountInDispute':1e999999}",
                "amountInDispute # {'channel':'WEB','text':'a','amountInDispute':1e-999999}",
                "amountInDispute # {'channel':'WEB','text':'a','amountInDispute':10000000000000}",
                "amountInDispute # {'channel':'WEB','text':'a','amountInDispute':'twelve'}",
                "guest # {'channel':'WEB','text':'a','guest':'Wang'}",
                "guest.email # {'channel':'WEB','text':'a','guest':{'email':'no address'}}",
                "guest.phone # {'channel':'WEB','text':'a','guest':{'phone':'call me'}}",
                "guest.name # {'channel':'WEB','text':'a','guest':{'name':'a\\nb'}}",
                "guest.name # {'channel':'WEB','text':'a','guest':{'name':'a\\u202Eb'}}",
                "text # {'channel':'WEB','text':'a\\u0000b'}",
                "text # {'channel':'WEB','text':'a\\u001bb'}",
                "text # {'channel':'WEB','text':'a\\ud83db'}",
                "externalId # {'channel':'WEB','text':'a','externalId':''}",
                "guest.age # {'channel':'WEB','text':'a','guest':{'age':12}}",
                "customerId # {'channel':'WEB','text':'a','customerId':'CUS-999999'}"
            })
    void namesTheFieldThatIsWrong(String field, String body) {
        var answer = pms.post(COMPLAINTS, body.replace('\'', '"'));
        if (field.equals("customerId")) {
            assertThat(answer.status()).isIn(400, 404, 422);
            problem(answer, answer.status(), field);
        } else {
            problem(answer, 400, field);
        }
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var answer =
                pms.post(
                        COMPLAINTS,
                        """
                        {"text": " ", "receivedAt": "1970-01-01T00:00:00Z", "amountInDispute": -1}
                        """);
        problem(answer, 400, "amountInDispute");
        assertThat(answer.body().path("errors").findValuesAsText("field"))
                .containsExactly("amountInDispute", "channel", "receivedAt", "text");
    }

    @Test
    void offersTheNearestKnownField() {
        var answer = pms.post(COMPLAINTS, "{\"chanel\": \"WEB\", \"text\": \"a\"}");
        problem(answer, 400, "chanel");
        assertThat(answer.text("remedy")).contains("\"channel\"");
        assertThat(answer.body().path("line").asInt()).isEqualTo(1);
    }

    @Test
    void listsTheCodesThatAreAllowed() {
        var answer = pms.post(COMPLAINTS, "{\"channel\": \"FAX\", \"text\": \"a\"}");
        problem(answer, 400, "channel");
        assertThat(answer.text("detail")).contains("FAX");
        assertThat(answer.text("remedy")).contains("CALL_CENTRE, EMAIL");
    }

    @Test
    void saysWhereUnreadableJsonBreaks() {
        var answer = pms.post(COMPLAINTS, "{\n  \"channel\": \"WEB\",\n  \"text\": \"a\n}");
        problem(answer, 400, "text");
        assertThat(answer.body().path("line").asInt()).isEqualTo(3);
        assertThat(answer.body().path("column").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "{",
                "[]",
                "null",
                "\"text\"",
                "17",
                "{\"channel\":\"WEB\",\"text\":\"a\"} trailing",
                "{\"channel\":\"WEB\",\"channel\":\"WEB\",\"text\":\"a\"}",
                "<complaint/>",
                "{'channel':'WEB'}",
                "{\"channel\":\"WEB\",\"text\":\"a\",}",
                "{\"channel\":\"WEB\",\"text\":\"a\" /* comment */}"
            })
    void refusesWhatIsNoJsonObject(String body) {
        var answer = pms.post(COMPLAINTS, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @Test
    void refusesAnEmptyBody() {
        problem(pms.post(COMPLAINTS, ""), 400, "");
    }

    @Test
    void refusesDeepNesting() {
        for (var deep :
                new String[] {
                    "{\"a\":".repeat(5000) + "1" + "}".repeat(5000),
                    "{\"channel\":\"WEB\",\"text\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
                    "[".repeat(5000)
                }) {
            var answer = pms.post(COMPLAINTS, deep);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.text("remedy")).isNotBlank();
        }
    }

    @Test
    void refusesAnotherEncodingThanUtf8() {
        byte[] gbk = "{\"channel\":\"WEB\",\"text\":\"空调坏了\"}".getBytes(Charset.forName("GB18030"));
        var answer =
                pms.send(
                        "POST",
                        COMPLAINTS,
                        "application/json",
                        HttpRequest.BodyPublishers.ofByteArray(gbk));
        problem(answer, 400, "text");
        assertThat(answer.text("detail")).contains("UTF-8");
    }

    @Test
    void countsCharactersAndNotBytes() {
        var answer = pms.post(COMPLAINTS, Map.of("channel", "WEB", "text", "😡".repeat(20_001)));
        problem(answer, 400, "text");
        assertThat(answer.text("detail")).contains("20001").contains("20000");
    }

    @Test
    void refusesTenMegabytesWhetherAnnouncedOrNot() {
        var body =
                ("{\"channel\":\"WEB\",\"text\":\"" + "a".repeat(10_000_000) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
        problem(
                pms.send(
                        "POST",
                        COMPLAINTS,
                        "application/json",
                        HttpRequest.BodyPublishers.ofByteArray(body)),
                413,
                "");
        var streamed =
                pms.send(
                        "POST",
                        COMPLAINTS,
                        "application/json",
                        HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body)));
        assertThat(streamed.status()).as(streamed.toString()).isIn(400, 413);
        assertThat(streamed.text("remedy")).isNotBlank();
    }

    @Test
    void refusesAnotherMediaTypeAndNamesTheRightOne() {
        var answer =
                pms.send(
                        "POST",
                        COMPLAINTS,
                        "text/plain",
                        HttpRequest.BodyPublishers.ofString("it was loud"));
        problem(answer, 415, "Content-Type");
        assertThat(answer.text("remedy")).contains("application/json");
    }

    @Test
    void offersOnlyJson() {
        problem(pms.with("Accept", "application/xml").get(COMPLAINTS), 406, "Accept");
    }

    @Test
    void asksWhoIsThere() {
        var answer = Api.at(port).get(COMPLAINTS);
        problem(answer, 401, "");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        problem(Api.at(port).as("nobody").get(COMPLAINTS), 401, "");
    }

    @Test
    void refusesWhoMayNot() {
        var body = "{\"channel\":\"WEB\",\"text\":\"a\"}";
        problem(Api.at(port).as("auditor1").post(COMPLAINTS, body), 403, "");
        problem(Api.at(port).as("editor1").post(COMPLAINTS, body), 403, "");
        problem(
                Api.at(port)
                        .as("lobby1")
                        .post(UNKNOWN + "/regrade", "{\"severity\":\"S1\",\"reason\":\"a\"}"),
                403,
                "");
    }

    @Test
    void knowsNoSuchAddressOrCase() {
        problem(pms.get("/api/complaints/CMP-2026-999999/nothing"), 404, "");
        assertThat(pms.get(UNKNOWN).status()).isEqualTo(404);
        assertThat(pms.get(UNKNOWN).text("remedy")).isNotBlank();
        assertThat(pms.post(UNKNOWN + "/messages", "{\"channel\":\"WEB\",\"text\":\"a\"}").status())
                .isEqualTo(404);
        assertThat(pms.get(UNKNOWN + "/attachments/1").status()).isEqualTo(404);
        problem(pms.get(COMPLAINTS + "/12"), 400, "number");
        problem(pms.get(COMPLAINTS + "/'%20OR%201=1"), 400, "number");
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        var answer = pms.send("DELETE", UNKNOWN, null, HttpRequest.BodyPublishers.noBody());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
        assertThat(answer.text("remedy")).contains("GET");
    }

    @ParameterizedTest
    @CsvSource({
        "size=0, size",
        "size=201, size",
        "size=many, size",
        "page=-1, page",
        "page=2147483647, page",
        "sort=LOUDEST, sort",
        "severity=S9, severity",
        "status=OPEN, status",
        "ownerGroup=kitchen, ownerGroup",
        "receivedFrom=yesterday, receivedFrom",
        "receivedTo=9999-01-01T00:00:00Z, receivedTo",
        "overdue=perhaps, overdue",
        "severty=S1, severty"
    })
    void namesTheQueryParameterThatIsWrong(String query, String field) {
        problem(pms.get(COMPLAINTS + "?" + query), 400, field);
    }

    @Test
    void refusesAKeyThatIsNone() {
        var body = "{\"channel\":\"WEB\",\"text\":\"a\"}";
        problem(
                pms.with("Idempotency-Key", "k".repeat(201)).post(COMPLAINTS, body),
                400,
                "Idempotency-Key");
    }

    @Test
    void answersInChineseWhereAsked() {
        var answer = pms.with("Accept-Language", "zh-CN").post(COMPLAINTS, "{\"channel\":\"FAX\"}");
        problem(answer, 400, "channel");
        assertThat(answer.text("remedy")).startsWith("请使用以下之一");
        assertThat(answer.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(Api.at(port).with("Accept-Language", "zh").get(COMPLAINTS).text("detail"))
                .contains("密码");
    }
}
