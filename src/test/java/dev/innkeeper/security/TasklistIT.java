package dev.innkeeper.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Browser;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person of a department sees and does in the Tasklist, in both languages. */
@InnkeeperTest
class TasklistIT {

    private static final String COMPLAINT =
            """
            {
              "channel": "LOBBY",
              "guest": {"name": "王丽 Wang Li", "phone": "+86 138 0013 8000"},
              "reference": "Room 1808",
              "inHouse": true,
              "category": "FACILITIES",
              "dimension": "TANGIBLES",
              "harm": "INCONVENIENCE",
              "text": "The air conditioning was broken all night and nobody came. 空调坏了一整晚，没有人来修。",
              "remedySought": "One night's rate back",
              "amountInDispute": 680.00
            }
            """;

    @Autowired private TaskService tasks;
    @Autowired private TimeMachine time;
    @LocalServerPort private int port;

    @BeforeEach
    void aGuestComplains() throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString("pms:pms-demo".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://localhost:"
                                                                + port
                                                                + "/api/complaints"))
                                        .header("Authorization", "Basic " + credentials)
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(COMPLAINT))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        time.runDueJobs();
    }

    @Test
    void theHandlerAcknowledgesInEnglish() {
        acknowledge(
                new Words(
                        "en",
                        "My department's",
                        "Acknowledge and apologise",
                        "Complaint handling",
                        "What you told the guest",
                        "Complete",
                        "Investigate",
                        "My tasks",
                        "Please fill this in.",
                        "Create task"));
    }

    @Test
    void theHandlerAcknowledgesInChinese() {
        acknowledge(
                new Words(
                        "zh-CN",
                        "本部门的任务",
                        "确认收到并致歉",
                        "投诉处理",
                        "您对客人说了什么",
                        "完成",
                        "调查核实",
                        "我的任务",
                        "请填写此项。",
                        "创建任务"));
    }

    private record Words(
            String language,
            String list,
            String task,
            String process,
            String question,
            String complete,
            String next,
            String mine,
            String missing,
            String sealed) {}

    private void acknowledge(Words words) {
        String picture = "tasklist-" + words.language().substring(0, 2);
        try (Browser browser = Browser.open(port, words.language())) {
            signIn(browser, picture, "rooms1");
            browser.seeText(words.list()).click();
            browser.seeText(words.task()).click();
            assertThat(
                            browser.see(By.cssSelector(".column-center .tasks-list li.active"))
                                    .getText())
                    .contains("CMP-2026-", "S3");
            browser.click(By.cssSelector(".assignee.set-value [ng-click], button.claim"));
            browser.seeText(words.question());
            browser.screenshot(picture + "-acknowledge");
            assertThat(browser.text())
                    .contains(words.list(), words.task(), words.process(), words.mine())
                    .contains("CMP-2026-")
                    .doesNotContain(words.sealed());
            // The language that comes last decides how dates read.
            assertThat(browser.loaded())
                    .map(String::valueOf)
                    .filteredOn(address -> address.contains("/locales/"))
                    .singleElement()
                    .asString()
                    .contains("/locales/" + words.language().substring(0, 2) + ".json");
            WebElement answer =
                    browser.see(By.cssSelector("textarea:not([readonly]):not([disabled])"));
            answer.sendKeys("x", Keys.BACK_SPACE, Keys.TAB);
            browser.seeText(words.missing());
            browser.screenshot(picture + "-missing");
            answer.sendKeys("We are sorry. 非常抱歉。");
            browser.click(
                    By.xpath("//button[contains(normalize-space(.), '" + words.complete() + "')]"));
            browser.seeText(words.next());
            browser.seeText(words.list()).click();
            browser.seeText(words.next()).click();
            browser.see(By.cssSelector(".fjs-form-field"));
            browser.screenshot(picture + "-investigate");
        }
        assertThat(tasks.createTaskQuery().taskDefinitionKey("acknowledgeComplaint").count())
                .isZero();
        assertThat(tasks.createTaskQuery().taskDefinitionKey("investigateComplaint").count())
                .isEqualTo(1);
    }

    private static void signIn(Browser browser, String picture, String user) {
        browser.go("/camunda/app/tasklist/default/");
        browser.see(By.cssSelector("input[type=password]"));
        browser.screenshot(picture + "-sign-in");
        browser.see(By.cssSelector("input[type=text]")).sendKeys(user);
        browser.see(By.cssSelector("input[type=password]")).sendKeys(user + "-demo");
        browser.click(By.cssSelector("button[type=submit]"));
        browser.see(By.cssSelector(".filters, [cam-tasklist-filters]"));
    }
}
