package dev.innkeeper.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many complaints in one request: bad rows are reported, the rest is taken. */
@InnkeeperTest
class ComplaintBatchIT {

    private static final String BATCH = "/api/complaints/batch";

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;
    private Api pms;

    @BeforeEach
    void caller() {
        pms = Api.at(port).as("pms");
    }

    private Api.Answer csv(String file) {
        return csv(file.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private Api.Answer csv(byte[] file, String type) {
        return pms.send("POST", BATCH, type, HttpRequest.BodyPublishers.ofByteArray(file));
    }

    private int complaints() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM complaint", Integer.class);
    }

    private static void counts(Api.Answer answer, int started, int linked, int repeated, int no) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("started").asInt()).as(answer.toString()).isEqualTo(started);
        assertThat(answer.at("linked").asInt()).as(answer.toString()).isEqualTo(linked);
        assertThat(answer.at("repeated").asInt()).as(answer.toString()).isEqualTo(repeated);
        assertThat(answer.at("refused").asInt()).as(answer.toString()).isEqualTo(no);
        assertThat(answer.at("rows").asInt()).isEqualTo(started + linked + repeated + no);
    }

    @Test
    void takesGoodRowsOfJsonAndNamesWhatIsWrongWithTheRest() {
        var answer =
                pms.post(
                        BATCH,
                        """
                        [
                          {"externalId": "R1", "channel": "WEB", "text": "太吵"},
                          {"externalId": "R2", "channel": "FAX", "text": "a"},
                          {"externalId": "R3", "channel": "WEB", "txt": "a"},
                          "words",
                          {"externalId": "R5", "channel": "WEB", "text": "a",
                           "receivedAt": "9999-01-01T00:00:00Z"},
                          {"externalId": "R6", "channel": "WEB", "text": "Slow breakfast"}
                        ]
                        """);
        counts(answer, 2, 0, 0, 4);
        assertThat(answer.text("results.0.complaint.number")).startsWith("CMP-");
        assertThat(answer.text("results.0.complaint.severity")).isNotBlank();
        assertThat(answer.text("results.1.problems.0.field")).isEqualTo("channel");
        assertThat(answer.text("results.1.problems.0.remedy")).contains("WEB");
        assertThat(answer.text("results.2.problems.0.remedy")).contains("\"text\"");
        assertThat(answer.text("results.2.externalId")).isEqualTo("R3");
        assertThat(answer.at("results.3.line").asInt()).isEqualTo(5);
        assertThat(answer.text("results.4.problems.0.field")).isEqualTo("receivedAt");
        assertThat(complaints()).isEqualTo(2);
    }

    @Test
    void takesCsvWithIdAndTextOnly() {
        var answer = csv("id,text\nR1,早餐的牛奶是酸的\nR2,\nR3,\"loud, and\nlong\"\n");
        counts(answer, 2, 0, 0, 1);
        assertThat(answer.text("results.1.problems.0.field")).isEqualTo("text");
        assertThat(answer.at("results.1.line").asInt()).isEqualTo(3);
        assertThat(answer.text("results.2.externalId")).isEqualTo("R3");
        assertThat(answer.at("results.2.line").asInt()).isEqualTo(4);
    }

    @Test
    void takesARowOnceHoweverOftenTheFileIsSent() {
        var file = "id,text\nR1,The lift is stuck\nR2,No towels in the room\n";
        counts(csv(file), 2, 0, 0, 0);
        var rows = RowCounts.of(jdbc);
        counts(csv(file), 0, 0, 2, 0);
        assertThat(RowCounts.of(jdbc)).isEqualTo(rows);
        counts(csv(file.replace("towels", "soap") + "R3,No light\n"), 1, 0, 1, 1);
        var nameless = "text\nThe door sticks\n";
        pms = pms.with("Idempotency-Key", "file-1");
        counts(csv(nameless), 1, 0, 0, 0);
        counts(csv(nameless), 0, 0, 1, 0);
    }

    @Test
    void readsTheEncodingThatIsNamedAndReportsRowsThatAreNotInIt() {
        var file = "id,text\nR1,空调坏了一整晚\n";
        counts(
                csv(file.getBytes(Charset.forName("GB18030")), "text/csv;charset=GB18030"),
                1,
                0,
                0,
                0);
        var wrong = csv(file.getBytes(Charset.forName("GB18030")), "text/csv");
        counts(wrong, 0, 0, 0, 1);
        assertThat(wrong.text("results.0.problems.0.remedy")).contains("UTF-8");
        assertThat(csv(new byte[] {1}, "text/csv;charset=klingon").status()).isEqualTo(415);
    }

    @Test
    void refusesAFileThatCannotBeMeant() {
        var rows = RowCounts.of(jdbc);
        for (var file :
                new String[] {
                    "", "\n", "id\nR1\n", "id,text,phon\nR1,a,1\n", "\u0000\u0001\u0002"
                }) {
            var answer = csv(file);
            assertThat(answer.status()).as(file + answer).isEqualTo(400);
            assertThat(answer.text("remedy")).isNotBlank();
        }
        for (var json : new String[] {"", "{}", "17", "[", "[{\"channel\":", "nonsense"}) {
            var answer = pms.post(BATCH, json);
            assertThat(answer.status()).as(json + answer).isEqualTo(400);
            assertThat(answer.text("remedy")).isNotBlank();
        }
        assertThat(Api.at(port).as("auditor1").post(BATCH, "[]").status()).isEqualTo(403);
        assertThat(
                        pms.send(
                                        "POST",
                                        BATCH,
                                        "application/xml",
                                        HttpRequest.BodyPublishers.ofString("<a/>"))
                                .status())
                .isEqualTo(415);
        assertThat(RowCounts.of(jdbc)).isEqualTo(rows);
    }

    @Test
    void takesWhatCameBeforeTheFileBroke() {
        var answer =
                pms.post(
                        BATCH,
                        "[{\"channel\":\"WEB\",\"text\":\"The lift is stuck\"},\n"
                                + "{\"channel\":\"WEB\" oops");
        counts(answer, 1, 0, 0, 0);
        assertThat(answer.at("stopped.line").asInt()).isEqualTo(2);
        assertThat(answer.text("stopped.remedy")).isNotBlank();
        assertThat(complaints()).isEqualTo(1);
    }

    @Test
    void takesNoMoreThanABoundedNumberOfBytes() {
        var rows = RowCounts.of(jdbc);
        var answer =
                csv(
                        ("id,text\nR1," + "a".repeat(34_000_000)).getBytes(StandardCharsets.UTF_8),
                        "text/csv");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(RowCounts.of(jdbc)).isEqualTo(rows);
    }

    @Test
    void joinsRowsOfTheSameGuest() {
        var answer =
                csv(
                        """
                        id,text,category,phone
                        R1,The lift is stuck,FACILITIES,13800138000
                        R2,The lift is stuck again,FACILITIES,138 0013 8000
                        """);
        counts(answer, 1, 1, 0, 0);
        assertThat(answer.text("results.1.complaint.linkedTo"))
                .isEqualTo(answer.text("results.0.complaint.number"));
    }

    @Test
    void takesAnEmptyArray() {
        counts(pms.post(BATCH, "[]"), 0, 0, 0, 0);
    }
}
