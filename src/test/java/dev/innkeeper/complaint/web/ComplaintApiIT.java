package dev.innkeeper.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import dev.innkeeper.support.TimeMachine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What callers do with complaints, over real HTTP on the real database. */
@InnkeeperTest
class ComplaintApiIT {

    private static final String COMPLAINTS = "/api/complaints";
    private static final String BROKEN_AIR =
            """
            {"channel": "LOBBY", "category": "FACILITIES", "harm": "INCONVENIENCE",
             "text": "The air conditioning was broken all night.",
             "guest": {"name": "王丽", "phone": "+86 138 0013 8000"},
             "amountInDispute": 680.50, "reference": "Room 1808"}
            """;

    @Autowired private JdbcTemplate jdbc;
    @Autowired private TimeMachine time;
    @LocalServerPort private int port;
    private Api pms;
    private Api lobby;
    private Api manager;

    @BeforeEach
    void callers() {
        pms = Api.at(port).as("pms");
        lobby = Api.at(port).as("lobby1");
        manager = Api.at(port).as("manager1");
    }

    private static void is(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    private static List<String> actions(Api.Answer answer) {
        return StreamSupport.stream(answer.at("allowed").spliterator(), false)
                .map(action -> action.path("action").asText())
                .toList();
    }

    private String started(String body) {
        var answer = pms.post(COMPLAINTS, body);
        is(answer, 201);
        return answer.text("number");
    }

    @Test
    void gradesAComplaintAtOnceAndSaysWhereItIs() {
        var answer = pms.post(COMPLAINTS, BROKEN_AIR);
        is(answer, 201);
        assertThat(answer.text("number")).matches("CMP-2026-\\d{6}");
        assertThat(answer.header("Location")).isEqualTo(answer.text("href"));
        assertThat(answer.text("severity")).isEqualTo("S3");
        assertThat(answer.text("department")).isEqualTo("rooms-service");
        assertThat(answer.text("ownerGroup")).isEqualTo("rooms-service");
        assertThat(answer.text("acknowledgeBy")).startsWith("2026-03-02T04:00:0");
        assertThat(answer.text("resolveBy")).isNotBlank();
    }

    @Test
    void showsEverythingAboutAComplaint() {
        var answer = lobby.get(COMPLAINTS + "/" + started(BROKEN_AIR));
        is(answer, 200);
        assertThat(answer.text("guest.name")).isEqualTo("王丽");
        assertThat(answer.at("amountInDispute").decimalValue()).isEqualByComparingTo("680.50");
        assertThat(answer.text("reference")).isEqualTo("Room 1808");
        assertThat(answer.at("clocks").findValuesAsText("clock"))
                .containsExactlyInAnyOrder("ACKNOWLEDGE", "RESOLVE");
        assertThat(answer.at("clocks.0.ledger.0.mark").asText()).isEqualTo("STARTED");
        assertThat(answer.at("timeLine")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(answer.at("timeLine").findValuesAsText("decision"))
                .allMatch(href -> href.startsWith("/api/decisions/"))
                .isNotEmpty();
        assertThat(answer.at("tasks").findValuesAsText("step")).contains("acknowledgeComplaint");
        assertThat(actions(answer))
                .contains("MESSAGE", "WITHDRAW", "ATTACH")
                .doesNotContain("REGRADE");
        assertThat(actions(manager.get(COMPLAINTS + "/" + answer.text("summary.number"))))
                .contains("REGRADE");
    }

    @Test
    void everyDecisionThatItNamesCanBeRead() {
        var answer = lobby.get(COMPLAINTS + "/" + started(BROKEN_AIR));
        for (String href : answer.at("timeLine").findValuesAsText("decision")) {
            is(lobby.get(href), 200);
        }
    }

    @Test
    void speaksTheLanguageOfTheCaller() {
        var address = COMPLAINTS + "/" + started(BROKEN_AIR);
        var english = lobby.get(address);
        var chinese = lobby.with("Accept-Language", "zh-CN").get(address);
        assertThat(english.text("timeLine.0.what")).matches("[\\x20-\\x7E]+");
        assertThat(chinese.text("timeLine.0.what")).matches(".*\\p{IsHan}.*");
        assertThat(english.toString()).doesNotContain(" | ");
    }

    @Test
    void triagesWhereOnlyWordsAreGiven() {
        var answer =
                pms.post(COMPLAINTS, Map.of("channel", "WEB", "text", "早餐的牛奶是酸的，吃完以后上吐下泻，去了医院。"));
        is(answer, 201);
        assertThat(answer.text("severity")).isEqualTo("S1");
        assertThat(answer.text("category")).isEqualTo("FOOD_SAFETY");
    }

    @Test
    void joinsASecondComplaintOfTheSameGuestToTheFirst() {
        var first = started(BROKEN_AIR);
        var second = pms.post(COMPLAINTS, BROKEN_AIR.replace("all night", "again"));
        is(second, 201);
        assertThat(second.text("linkedTo")).isEqualTo(first);
        assertThat(second.text("status")).isEqualTo("LINKED");
        var details = lobby.get(second.text("href"));
        assertThat(details.text("links.0.other")).isEqualTo(first);
        assertThat(details.at("tasks")).isEmpty();
    }

    @Test
    void listsFiltersAndPages() {
        for (int n = 0; n < 5; n++) {
            started(
                    "{\"channel\":\"WEB\",\"category\":\"NOISE\",\"text\":\"Noise no. "
                            + n
                            + "\"}");
            time.advance(Duration.ofMinutes(1));
        }
        var grave =
                started("{\"channel\":\"WEB\",\"category\":\"FOOD_SAFETY\",\"text\":\"glass\"}");
        var page = lobby.get(COMPLAINTS + "?category=NOISE&size=2&sort=RECEIVED_OLDEST_FIRST");
        is(page, 200);
        assertThat(page.at("total").asInt()).isEqualTo(5);
        assertThat(page.at("items").findValuesAsText("excerpt"))
                .containsExactly("Noise no. 0", "Noise no. 1");
        var next = lobby.get(page.text("next"));
        assertThat(next.at("items").findValuesAsText("excerpt"))
                .containsExactly("Noise no. 2", "Noise no. 3");
        assertThat(lobby.get(next.text("next")).at("next").isMissingNode()).isTrue();
        var gravest = lobby.get(COMPLAINTS + "?severity=S1&severity=S2&sort=MOST_URGENT_FIRST");
        assertThat(gravest.at("items").findValuesAsText("number")).containsExactly(grave);
        assertThat(lobby.get(COMPLAINTS + "?q=" + grave).at("total").asInt()).isEqualTo(1);
        assertThat(lobby.get(COMPLAINTS + "?status=CLOSED").at("items")).isEmpty();
        assertThat(lobby.get(COMPLAINTS + "?overdue=true").at("items")).isEmpty();
        time.advance(Duration.ofDays(1));
        assertThat(lobby.get(COMPLAINTS + "?overdue=true").at("total").asInt()).isEqualTo(6);
        assertThat(
                        lobby.get(
                                        COMPLAINTS
                                                + "?ownerGroup=rooms-service&receivedFrom=2026-03-02T02:02:00Z")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void notesAMessageFromTheGuest() {
        var address = COMPLAINTS + "/" + started(BROKEN_AIR);
        is(pms.post(address + "/messages", "{\"channel\":\"WECHAT\",\"text\":\"还没有人来！\"}"), 200);
        assertThat(lobby.get(address).text("messages.0.text")).isEqualTo("还没有人来！");
    }

    @Test
    void withdrawsOnceAndThenNothingMoreIsPossible() {
        var address = COMPLAINTS + "/" + started(BROKEN_AIR);
        var answer = pms.post(address + "/withdrawal", "{\"reason\":\"Settled on the spot\"}");
        is(answer, 200);
        assertThat(answer.text("status")).isEqualTo("WITHDRAWN");
        var details = lobby.get(address);
        assertThat(details.at("tasks")).isEmpty();
        assertThat(actions(details)).doesNotContain("WITHDRAW", "REGRADE");
        var again = pms.post(address + "/withdrawal", "{\"reason\":\"Again\"}");
        is(again, 409);
        assertThat(again.text("remedy")).isNotBlank();
        is(manager.post(address + "/regrade", "{\"severity\":\"S1\",\"reason\":\"Late\"}"), 409);
    }

    @Test
    void letsTheManagerRegrade() {
        var address = COMPLAINTS + "/" + started(BROKEN_AIR);
        var answer =
                manager.post(
                        address + "/regrade",
                        "{\"severity\":\"S1\",\"reason\":\"Guest of honour\"}");
        is(answer, 200);
        assertThat(answer.text("severity")).isEqualTo("S1");
        assertThat(lobby.get(address).at("severityOverridden").asBoolean()).isTrue();
        assertThat(lobby.get(address).at("clocks").findValuesAsText("state")).contains("REPLACED");
    }

    @Test
    void keepsComments() {
        var address = COMPLAINTS + "/" + started(BROKEN_AIR);
        is(lobby.post(address + "/comments", "{\"text\":\"Housekeeping looks\"}"), 200);
        assertThat(lobby.get(address).at("timeLine").findValuesAsText("note"))
                .contains("Housekeeping looks");
    }

    @Test
    void keepsAttachmentsAndGivesThemAsDownloadsOnly() {
        var address = COMPLAINTS + "/" + started(BROKEN_AIR);
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] words = "It was 35 degrees.".getBytes(StandardCharsets.UTF_8);
        var stored = pms.postFile(address + "/attachments", "../../房间.txt", words);
        is(stored, 201);
        assertThat(stored.text("name")).isEqualTo("房间.txt");
        assertThat(lobby.get(address).text("documents.0.id")).isEqualTo(stored.text("id"));
        var document = lobby.get(stored.header("Location"));
        is(document, 200);
        assertThat(document.bytes()).isEqualTo(words);
        assertThat(document.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%E6%88%BF%E9%97%B4.txt");
        assertThat(document.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(document.header("Content-Security-Policy")).contains("sandbox");
        assertThat(document.header("Cache-Control")).contains("no-store");
        var html = pms.postFile(address + "/attachments", "page.html", page);
        if (html.status() == 201) {
            assertThat(lobby.get(html.header("Location")).header("Content-Type"))
                    .doesNotContain("html");
        } else {
            assertThat(html.text("remedy")).isNotBlank();
        }
    }

    @Test
    void refusesAnAttachmentThatIsTooLargeEmptyOrOfNobody() {
        var address = COMPLAINTS + "/" + started(BROKEN_AIR);
        var before = RowCounts.of(jdbc);
        var large = pms.postFile(address + "/attachments", "a.txt", new byte[12_000_000]);
        is(large, 413);
        assertThat(large.text("remedy")).isNotBlank();
        assertThat(pms.postFile(address + "/attachments", "a.txt", new byte[0]).status())
                .isIn(400, 422);
        assertThat(
                        pms.postFile(
                                        COMPLAINTS + "/CMP-2026-999999/attachments",
                                        "a.txt",
                                        "words".getBytes(StandardCharsets.UTF_8))
                                .status())
                .isEqualTo(404);
        is(
                Api.at(port)
                        .as("auditor1")
                        .postFile(address + "/attachments", "a.txt", new byte[9]),
                403);
        assertThat(RowCounts.of(jdbc)).isEqualTo(before);
    }

    @Test
    void showsContactsOnlyToThoseWhoNeedThem() {
        var address = COMPLAINTS + "/" + started(BROKEN_AIR);
        for (String user : List.of("lobby1", "callcentre1", "auditor1", "manager1")) {
            var seen = Api.at(port).as(user).get(address);
            assertThat(seen.text("guest.phone")).as(user).isEqualTo("+86 138 0013 8000");
            assertThat(seen.at("guestHidden").asBoolean()).isFalse();
        }
        for (String user : List.of("pms", "quality1", "finance1")) {
            var seen = Api.at(port).as(user).get(address);
            is(seen, 200);
            assertThat(seen.toString()).as(user).doesNotContain("138 0013").doesNotContain("王丽");
            assertThat(seen.at("guestHidden").asBoolean()).isTrue();
            assertThat(Api.at(port).as(user).get(COMPLAINTS).toString()).doesNotContain("王丽");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE complaint; --",
                "<script>alert(document.cookie)</script><img src=x onerror=alert(1)>",
                "\u202Bשלום عليكم\u202C mixed",
                "العربية من اليمين إلى اليسار",
                "😡👨‍👩‍👧‍👦🏨 𠮷野家",
                "${7*7} #{T(java.lang.Runtime).getRuntime().exec('id')} {{7*7}}",
                "=cmd|'/c calc'!A1",
                "%s %n \\ \" ' ` \t\r\nline two",
                "../../../etc/passwd",
                "a | b || c"
            })
    void keepsHostileWordsAsTheyAre(String words) {
        var line = words.replaceAll("[\\r\\n\\t\\u202A-\\u202E]", " ").strip();
        var answer =
                pms.post(
                        COMPLAINTS,
                        Map.of(
                                "externalId", line,
                                "channel", "WEB",
                                "text", words,
                                "remedySought", words,
                                "reference", line,
                                "guest", Map.of("name", line, "company", line, "weChat", line)));
        is(answer, 201);
        var read = lobby.get(answer.text("href"));
        is(read, 200);
        assertThat(read.text("text")).isEqualTo(words.strip());
        assertThat(read.text("remedySought")).isEqualTo(words.strip());
        assertThat(read.text("reference")).isEqualTo(line);
        assertThat(read.text("guest.name")).isEqualTo(line);
        assertThat(read.text("summary.externalId")).isEqualTo(line);
        var listed = lobby.get(COMPLAINTS);
        assertThat(listed.text("items.0.guest")).isEqualTo(line);
        assertThat(listed.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(
                        pms.post(
                                        answer.text("href") + "/messages",
                                        Map.of("channel", "WEB", "text", words))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheLongestText() {
        var text = "😡".repeat(20_000);
        var answer = pms.post(COMPLAINTS, Map.of("channel", "WEB", "text", text));
        is(answer, 201);
        assertThat(lobby.get(answer.text("href")).text("text")).isEqualTo(text);
    }

    @Test
    void readsAndTiersTheCustomer() {
        var address = COMPLAINTS + "/" + started(BROKEN_AIR);
        JsonNode customer = lobby.get(address).at("customer");
        var href = customer.path("href").asText();
        assertThat(lobby.get(href).text("phone")).isEqualTo("+86 138 0013 8000");
        var information = Api.at(port).as("info1");
        var tier =
                information.put(
                        href + "/tier",
                        "{\"tier\":\"KEY_ACCOUNT\",\"reason\":\"Contract signed\"}");
        is(tier, 200);
        assertThat(tier.text("tier")).isEqualTo("KEY_ACCOUNT");
        assertThat(tier.at("timeLine").findValuesAsText("note")).contains("Contract signed");
        assertThat(
                        lobby.get("/api/customers?q=王丽".replace("王丽", "%E7%8E%8B%E4%B8%BD"))
                                .at("total")
                                .asInt())
                .isEqualTo(1);
        assertThat(lobby.get("/api/customers?tier=KEY_ACCOUNT").text("items.0.name"))
                .isEqualTo("王丽");
        assertThat(
                        lobby.get(COMPLAINTS + "?customerId=" + customer.path("id").asText())
                                .at("total")
                                .asInt())
                .isEqualTo(1);
        is(lobby.put(href + "/tier", "{\"tier\":\"KEY_ACCOUNT\",\"reason\":\"a\"}"), 403);
        is(
                Api.at(port)
                        .as("auditor1")
                        .put(href + "/tier", "{\"tier\":\"KEY_ACCOUNT\",\"reason\":\"a\"}"),
                403);
        is(information.put(href + "/tier", "{\"tier\":\"GOLD\",\"reason\":\"a\"}"), 400);
        is(
                information.put(
                        "/api/customers/CUS-999999/tier",
                        "{\"tier\":\"KEY_ACCOUNT\",\"reason\":\"a\"}"),
                404);
        assertThat(Api.at(port).as("finance1").get(href).toString()).doesNotContain("138 0013");
        is(Api.at(port).as("finance1").get("/api/customers?q=W"), 403);
    }
}
