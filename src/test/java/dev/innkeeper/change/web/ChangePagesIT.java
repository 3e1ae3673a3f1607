package dev.innkeeper.change.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.Browser;
import dev.innkeeper.support.InnkeeperTest;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager changes a rule in a browser, a second person agrees, and it is taken back. */
@InnkeeperTest
class ChangePagesIT {

    private static final String SEVERITY = "rules/complaint/grading/severity.drl.csv";
    private static final By AMOUNT = By.cssSelector("[data-cell=G17]");
    private static final String TITLE = "Disputes from 4,000 on <script>alert(1)</script>";

    @LocalServerPort private int port;

    private static void signIn(Browser browser, String user, String path) {
        browser.go(path);
        browser.send(By.name("username"), user);
        browser.send(By.name("password"), user + "-demo");
        browser.click(By.cssSelector("button[type=submit]"));
    }

    private static void press(Browser browser, String words) {
        browser.click(By.xpath("//section[not(@hidden)]//button[text()='" + words + "']"));
    }

    private static void openFile(Browser browser, String path) {
        browser.see(By.cssSelector("option[value='" + path + "']"));
        new Select(browser.see(By.id("live-file"))).selectByValue(path);
    }

    private static void type(Browser browser, By cell, String text) {
        browser.send(cell, Keys.chord(Keys.CONTROL, "a"), text);
    }

    private void changedBy(String user, long draft, String text) {
        var api = Api.at(port).as(user);
        var version = api.get("/api/drafts/" + draft).at("version").asInt();
        var saved =
                api.put(
                        "/api/drafts/" + draft + "/file?path=" + SEVERITY,
                        "{\"version\": " + version + ", \"text\": \"" + text + "\"}");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    }

    @Test
    void aCellIsChangedCheckedMendedApprovedLiveAndRolledBack() {
        try (Browser editor = Browser.open(port, "en");
                Browser approver = Browser.open(port, "zh-CN")) {
            signIn(editor, "editor1", "/changes");
            editor.send(By.name("title"), TITLE);
            editor.click(By.cssSelector("#new-draft button"));
            editor.seeText("This draft changes no file yet.");
            assertThat(editor.read(By.id("name"))).isEqualTo(TITLE);

            openFile(editor, SEVERITY);
            assertThat(editor.value(AMOUNT)).isEqualTo("5000");
            type(editor, AMOUNT, "4000");
            press(editor, "Save");
            editor.seeText("Saved: version 2.");

            editor.click(By.linkText("Differences"));
            editor.see(
                    By.xpath(
                            "//*[@class='added'][.='+A large amount in dispute is at least"
                                    + " S2,,,,,,4000,\"S2, The amount in dispute is large |"
                                    + " 争议金额较大\"']"));
            editor.click(By.linkText("Check"));
            press(editor, "Check now");
            editor.seeText("errors: 2");
            assertThat(editor.read(By.className("beside"))).contains("Expected", "S3", "Got", "S2");
            editor.screenshot("changes-check-en");

            press(editor, "scenarios.yaml, scenario \"4,999.99 in dispute is normal\"");
            editor.send(
                    By.cssSelector(".code textarea"),
                    Keys.ARROW_DOWN,
                    Keys.ARROW_DOWN,
                    Keys.END,
                    Keys.ARROW_LEFT,
                    Keys.BACK_SPACE.toString().repeat("4999.99".length()),
                    "3999.99");
            press(editor, "Save");
            editor.seeText("Saved: version 3.");
            editor.click(By.linkText("Check"));
            press(editor, "Check now");
            editor.seeText("checks passed");

            editor.click(By.linkText("Decide"));
            press(editor, "Ask for approval");
            editor.seeText("Say why.");
            editor.send(By.cssSelector("#decision textarea"), "So decided on Monday");
            press(editor, "Ask for approval");
            editor.seeText("waits for approval");

            signIn(approver, "approver1", "/changes");
            approver.click(By.cssSelector("#drafts a"));
            approver.click(By.linkText("审批"));
            approver.send(By.cssSelector("#decision textarea"), "同意");
            press(approver, "批准");
            approver.seeText("已成为版本2。");
            assertThat(severity()).contains(",4000,");

            approver.go("/changes/releases/1#roll-back");
            approver.send(By.cssSelector("#roll-back-form [name=comment]"), "太多案件");
            press(approver, "恢复此版本");
            approver.seeText("版本3");
            approver.go("/changes/log");
            approver.seeText("So decided on Monday");
            assertThat(approver.text())
                    .contains("太多案件", "回滚", "批准", "申请审批", "保存文件")
                    .doesNotContain("undefined", "NaN");
            approver.screenshot("changes-log-zh");
            assertThat(severity()).contains(",5000,").doesNotContain(",4000,");
            assertThat(editor.loaded())
                    .allSatisfy(
                            address ->
                                    assertThat(address.toString())
                                            .startsWith("http://localhost:" + port + "/"));
        }
    }

    private String severity() {
        return Api.at(port)
                .as("editor1")
                .get("/api/releases/live/file?path=" + SEVERITY)
                .toString();
    }

    @Test
    void whoIsSecondIsToldAndKeepsTheText() {
        var begun = Api.at(port).as("editor1").post("/api/drafts", "{\"title\": \"Two\"}");
        long draft = begun.at("id").asLong();
        try (Browser browser = Browser.open(port, "en")) {
            signIn(browser, "editor1", "/changes/drafts/" + draft);
            openFile(browser, SEVERITY);
            type(browser, AMOUNT, "4500");
            changedBy("editor1", draft, "RuleSet,complaint.grading");
            press(browser, "Save");

            browser.seeText("Somebody else saved meanwhile");
            assertThat(browser.value(AMOUNT)).isEqualTo("4500");
            press(browser, "Show theirs beside mine");
            browser.seeText("Saved by editor1");
            browser.screenshot("changes-conflict-en");
            press(browser, "Keep mine as a draft of my own");
            browser.seeText("Two (editor1)");
            browser.click(By.xpath("//button[text()='" + SEVERITY + "']"));
            browser.see(AMOUNT);
            assertThat(browser.value(AMOUNT)).isEqualTo("4500");
        }
    }

    @Test
    void aManagerLooksAndAnybodyElseIsToldThatTheirGroupsDoNotAllowIt() {
        try (Browser manager = Browser.open(port, "en");
                Browser lobby = Browser.open(port, "en")) {
            signIn(manager, "manager1", "/changes");
            manager.seeText("There is no such draft.");
            manager.seeGone(By.id("new-draft"));
            manager.screenshot("changes-en");

            signIn(lobby, "lobby1", "/changes");
            lobby.seeText("None of your groups may do this.");
            lobby.seeGone(By.id("drafts"));
        }
    }
}
