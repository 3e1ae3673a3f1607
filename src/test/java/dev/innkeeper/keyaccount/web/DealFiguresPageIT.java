package dev.innkeeper.keyaccount.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.Browser;
import dev.innkeeper.support.InnkeeperTest;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of figures as people see it. */
@InnkeeperTest
class DealFiguresPageIT {

    private static final String DEALS =
            """
            id,owner,product,company,stage,engagedOn,closedOn,value
            D1,Ann,GTX Pro,Cancity,WON,2026-01-01,2026-01-11,1000
            D2,Ann,Suite,Isdom,WON,2026-01-01,2026-01-31,500.50
            D3,Bob,Suite,Cancity,LOST,2026-01-01,2026-01-05,
            D4,Bob,Suite,Isdom,QUALIFIED,2026-02-01,,7
            """;

    @LocalServerPort private int port;

    @BeforeEach
    void dealsOfThePast() {
        Api.at(port)
                .as("pms")
                .send(
                        "POST",
                        "/api/deals/import",
                        "text/csv",
                        HttpRequest.BodyPublishers.ofString(DEALS));
    }

    @Test
    void showsFiguresBesideChartsAndFollowsTheFilter() {
        try (Browser browser = Browser.open(port, "en")) {
            signIn(browser, "sales1");
            browser.seeText("66.67 %");
            browser.see(By.cssSelector("#funnel-chart[role=img][aria-label]"));
            browser.see(By.id("product-chart"));
            assertThat(browser.text())
                    .contains("2 won, 1 lost", "14.67 d", "median 10.00 d", "Qualified", "1,500.50")
                    .doesNotContain("undefined", "NaN");
            assertThat(browser.see(By.cssSelector("#product tbody")).getText())
                    .contains("Suite 1 1 50.0 % 500.50", "GTX Pro 1 0 100.0 % 1,000");
            browser.screenshot("figures-en");

            browser.see(By.name("owner")).sendKeys("Bob", Keys.ENTER);
            browser.seeText("0 won, 1 lost");

            browser.see(By.cssSelector("[data-language=zh]")).click();
            browser.seeText("赢单0，丢单1");
            browser.screenshot("figures-zh");
        }
    }

    @Test
    void speaksTheLanguageOfTheBrowser() {
        try (Browser browser = Browser.open(port, "zh-CN")) {
            signIn(browser, "manager1");
            browser.seeText("赢单2，丢单1");
            assertThat(browser.text()).contains("大客户销售漏斗：统计", "已确认", "未评级");
            browser.see(By.id("reset"));
        }
    }

    @Test
    void saysSoWhereThereIsNothingToCount() {
        try (Browser browser = Browser.open(port, "en")) {
            signIn(browser, "auditor1");
            browser.seeText("66.67 %");
            browser.go("/figures/deals?from=2020-01-01&to=2020-01-31");
            browser.seeText("No deal was closed or entered a stage in this period.");
            browser.seeGone(By.id("funnel-chart"));
            browser.screenshot("figures-empty");
        }
    }

    @Test
    void tellsWhoMayNotReadItWhomToAsk() {
        try (Browser browser = Browser.open(port, "en")) {
            signIn(browser, "lobby1");
            browser.seeText("Your groups do not allow this.");
            browser.see(By.id("again"));
            browser.seeGone(By.id("figures"));
        }
    }

    private static void signIn(Browser browser, String user) {
        browser.go("/figures/deals");
        browser.see(By.name("username")).sendKeys(user);
        browser.see(By.name("password")).sendKeys(user + "-demo");
        browser.click(By.cssSelector("button[type=submit]"));
        browser.see(By.id("filter"));
    }
}
