package dev.innkeeper.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.customer.imports.ImportWorker;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files over real HTTP: received, followed, read about in both languages. */
@InnkeeperTest
class ImportApiIT {

    private static final String HEADER = "number,customerId,issuedOn,dueOn,amount,settledOn\n";
    private static final String GOOD = "I1,C1,2026-01-01,2026-01-31,100,\n";

    @Autowired private ImportWorker worker;
    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;
    private Api pms;

    @BeforeEach
    void caller() {
        pms = Api.at(port).as("pms");
    }

    private Api.Answer send(Api by, String query, String file) {
        return by.send(
                "POST",
                "/api/imports" + query,
                "text/csv",
                HttpRequest.BodyPublishers.ofString(file));
    }

    private Api.Answer send(String query, String file) {
        return send(pms, query, file);
    }

    @Test
    void aFileIsReceivedAndFollowedUntilItIsDone() {
        var received = send("?kind=INVOICES&file=open.csv", HEADER + GOOD + "I2,C1,x,,-1,\n");

        assertThat(received.status()).as(received.toString()).isEqualTo(202);
        String number = received.text("number");
        assertThat(number).matches("IMP-2026-\\d{6}");
        assertThat(received.header("Location")).isEqualTo("/api/imports/" + number);
        assertThat(received.text("state")).isEqualTo("RECEIVED");
        assertThat(received.at("allowed.cancellation").asBoolean()).isTrue();
        assertThat(received.at("percent").asInt()).isZero();

        worker.work();
        var done = pms.get("/api/imports/" + number);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text("state")).isEqualTo("DONE");
        assertThat(done.text("file")).isEqualTo("open.csv");
        assertThat(done.at("percent").asInt()).isEqualTo(100);
        assertThat(done.at("rows").asInt()).isEqualTo(2);
        assertThat(done.at("taken").asInt()).isEqualTo(1);
        assertThat(done.at("refused").asInt()).isEqualTo(1);
        assertThat(done.at("rowsPerSecond").asDouble()).isPositive();
        assertThat(done.text("sentBy")).isEqualTo("pms");
        assertThat(done.at("allowed.cancellation").asBoolean()).isFalse();

        var problems = pms.get(done.text("problemsHref") + "?size=1");
        assertThat(problems.at("total").asInt()).isEqualTo(3);
        assertThat(problems.at("items.0.line").asInt()).isEqualTo(3);
        assertThat(problems.text("items.0.field")).isEqualTo("issuedOn");
        assertThat(problems.text("items.0.remedy")).contains("parameter dates").doesNotContain("|");
        var chinese =
                pms.with("Accept-Language", "zh-CN").get("/api/imports/" + number + "/problems");
        assertThat(chinese.text("items.1.message")).isEqualTo("缺少此项。");

        var list = pms.get("/api/imports?state=DONE");
        assertThat(list.at("total").asInt()).isEqualTo(1);
        assertThat(list.text("items.0.number")).isEqualTo(number);
        assertThat(pms.get("/api/imports?state=RUNNING").at("total").asInt()).isZero();
    }

    @Test
    void theSameFileAgainAnswersTheSameImport() {
        var first = send("?kind=INVOICES", HEADER + GOOD);
        var again = send("?kind=INVOICES", HEADER + GOOD);
        var otherwise = send("?kind=INVOICES&ignore=note", HEADER + GOOD);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("number")).isEqualTo(first.text("number"));
        assertThat(otherwise.status()).isEqualTo(202);
        worker.work();
        assertThat(pms.get(otherwise.header("Location")).at("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void theEncodingIsNamedWithTheFile() {
        var sent =
                pms.send(
                        "POST",
                        "/api/imports?kind=CUSTOMERS",
                        "text/csv;charset=GB18030",
                        HttpRequest.BodyPublishers.ofByteArray(
                                "externalId,name\nG1,王芳\n".getBytes(Charset.forName("GB18030"))));
        worker.work();

        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        assertThat(jdbc.queryForList("SELECT contact_name FROM customer", String.class))
                .containsExactly("王芳");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | kind",
                "?kind=DEALS                         | kind",
                "?kind=INVOICES&dates=DD.MM.YYYY     | dates",
                "?kind=INVOICES&system=a%20b         | system",
                "?kind=INVOICES&delimiter=x          | delimiter",
            })
    void refusesWhatItIsNotAskedRightly(String query, String field) {
        var answer = send(query, HEADER + GOOD);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("remedy")).isNotEmpty();
        nothingIsKept();
    }

    @Test
    void refusesAHeaderThatItCannotMeanBeforeAnythingIsKept() {
        var unknown = send("?kind=INVOICES", "number,customerId,issuedOn,dueOn,amount,setledOn\n");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("field")).isEqualTo("setledOn");
        assertThat(unknown.text("remedy")).contains("settledOn");

        var missing = send("?kind=PAYMENTS", "externalId,invoice,paidOn\n");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text("field")).isEqualTo("amount");

        var twice = send("?kind=INVOICES", "number,invoiceNumber,customerId\n");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.text("field")).isEqualTo("invoiceNumber");

        var empty = send("?kind=STAYS", "");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.text("remedy")).contains("header line");
        nothingIsKept();
    }

    @Test
    void refusesWhatIsNoCsv() {
        assertThat(pms.post("/api/imports?kind=INVOICES", "[]").status()).isEqualTo(415);
        var charset =
                pms.send(
                        "POST",
                        "/api/imports?kind=INVOICES",
                        "text/csv;charset=KLINGON",
                        HttpRequest.BodyPublishers.ofString(HEADER));
        assertThat(charset.status()).isEqualTo(415);
        nothingIsKept();
    }

    @Test
    void eachKindIsImportedByThoseWhoEnterIt() {
        assertThat(send(Api.at(port).as("finance1"), "?kind=CUSTOMERS", HEADER).status())
                .isEqualTo(403);
        assertThat(send(Api.at(port).as("info1"), "?kind=INVOICES", HEADER).status())
                .isEqualTo(403);
        assertThat(send(Api.at(port).as("auditor1"), "?kind=INVOICES", HEADER).status())
                .isEqualTo(403);
        assertThat(send(Api.at(port).as("sales1"), "?kind=STAYS", HEADER).status()).isEqualTo(403);
        assertThat(send(Api.at(port), "?kind=STAYS", HEADER).status()).isEqualTo(401);
        nothingIsKept();

        var sent = send(Api.at(port).as("finance1"), "?kind=INVOICES", HEADER + GOOD);
        assertThat(sent.status()).isEqualTo(202);
        String address = sent.header("Location");
        assertThat(Api.at(port).as("auditor1").get(address).status()).isEqualTo(200);
        assertThat(Api.at(port).as("rooms1").get(address).status()).isEqualTo(403);
        assertThat(Api.at(port).as("info1").post(address + "/cancellation", "").status())
                .as("who may not import invoices may not stop them")
                .isEqualTo(403);
    }

    @Test
    void anImportIsStopped() {
        var address = send("?kind=INVOICES", HEADER + GOOD).header("Location");

        var stopped = pms.post(address + "/cancellation", "");
        assertThat(stopped.status()).as(stopped.toString()).isEqualTo(200);
        assertThat(stopped.text("state")).isEqualTo("CANCELLED");
        assertThat(worker.work()).isZero();
        assertThat(pms.post(address + "/cancellation", "").status()).isEqualTo(200);

        var again = send("?kind=INVOICES", HEADER + GOOD).header("Location");
        worker.work();
        assertThat(pms.post(again + "/cancellation", "").status()).isEqualTo(409);
        assertThat(pms.post("/api/imports/IMP-2026-999999/cancellation", "").status())
                .isEqualTo(404);
        assertThat(pms.get("/api/imports/IMP-2026-999999/problems").status()).isEqualTo(404);
        assertThat(pms.get("/api/imports/seventeen").status()).isEqualTo(400);
    }

    @Test
    void saysWhyTheRestCannotBeRead() {
        String endless = "\"" + "x".repeat(1_200_000);
        var address = send("?kind=INVOICES", HEADER + GOOD + endless).header("Location");
        worker.work();

        var failed = pms.get(address);
        assertThat(failed.text("state")).isEqualTo("FAILED");
        assertThat(failed.at("stopped.line").asInt()).isEqualTo(3);
        assertThat(failed.text("stopped.remedy")).contains("quotation mark").doesNotContain("|");
        assertThat(failed.at("taken").asInt()).isEqualTo(1);
    }

    @Test
    void aFileMayBeLargerThanOtherBodies() {
        String file = HEADER + GOOD.repeat(80_000);

        var sent = send("?kind=INVOICES", file);

        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        assertThat(sent.at("bytes").asLong())
                .isEqualTo(file.getBytes(StandardCharsets.UTF_8).length);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM import_piece", Integer.class))
                .isEqualTo(3);
    }

    private void nothingIsKept() {
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM data_import", Integer.class)).isZero();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM import_piece", Integer.class))
                .isZero();
    }
}
