package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.Browser;
import dev.innkeeper.support.InnkeeperTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of customers as people see them. */
@InnkeeperTest
class CustomerPageIT {

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;

    private OneGuest guest;
    private String wang;

    @BeforeEach
    void aGuest() {
        guest = new OneGuest(Api.at(port), jdbc);
        wang = guest.entered("王丽", "华东贸易", "+86 138 0013 8000", "wang@example.com");
    }

    private static void signIn(Browser browser, String user, String path) {
        browser.go(path);
        browser.see(By.name("username")).sendKeys(user);
        browser.see(By.name("password")).sendKeys(user + "-demo");
        browser.click(By.cssSelector("button[type=submit]"));
    }

    private void knownToAll() {
        guest.stays(wang);
        guest.owes(wang);
        guest.complains(wang, "隔壁太吵，一晚没睡好。");
        guest.buys(wang);
        guest.hasCredit(wang);
    }

    @Test
    void showsTheWholeFileToWhoLooksAfterTheAccountInBothLanguages() {
        knownToAll();
        try (Browser browser = Browser.open(port, "en")) {
            signIn(browser, "keyaccount1", "/customers/" + wang);
            browser.seeText("王丽 · 华东贸易");
            browser.see(By.cssSelector("#months[role=img][aria-label]"));
            assertThat(browser.text())
                    .contains(
                            "1,500.50",
                            "+86 138 0013 8000",
                            "20 days overdue",
                            "in dispute",
                            "隔壁太吵",
                            "20,000",
                            "Finances 80 × 30 % = 24",
                            "Reviewed because: Review due",
                            "Approved by finance1",
                            "Pays well",
                            "Told: Sales, Finance",
                            "Customer entered")
                    .doesNotContain("undefined", "NaN", "Not shown to your departments");
            browser.screenshot("customer-en");

            browser.see(By.cssSelector("[data-language=zh]")).click();
            browser.seeText("入住与消费");
            assertThat(browser.text())
                    .contains("逾期20天", "盈利的大客户", "已通知：销售部、财务部", "客户建档")
                    .doesNotContain("undefined", "NaN", "Stays and spend");
            browser.screenshot("customer-zh");
        }
    }

    @Test
    void namesWhatADepartmentDoesNotSee() {
        knownToAll();
        try (Browser browser = Browser.open(port, "en")) {
            signIn(browser, "rooms1", "/customers/" + wang);
            browser.seeText("王丽 · 华东贸易");
            assertThat(browser.text())
                    .contains("Not shown to your departments", "Invoices", "Credit terms")
                    .doesNotContain("20,000", "20 days overdue");
            browser.screenshot("customer-rooms");
        }
    }

    @Test
    void financeSeesWhatIsOwedAndNotHowToReachTheGuest() {
        knownToAll();
        try (Browser browser = Browser.open(port, "zh-CN")) {
            signIn(browser, "finance1", "/customers/" + wang);
            browser.seeText("逾期20天");
            assertThat(browser.text()).contains("华东贸易").doesNotContain("138 0013", "王丽");
            browser.screenshot("customer-finance");
        }
    }

    @Test
    void findsACustomerByWhatIsKnown() {
        try (Browser browser = Browser.open(port, "en")) {
            signIn(browser, "lobby1", "/customers");
            browser.seeText("Customers found: 1");
            browser.see(By.name("q")).sendKeys("138 0013", Keys.ENTER);
            browser.seeText("Customers found: 1");
            browser.screenshot("customers-en");
            browser.see(By.linkText(wang)).click();
            browser.seeText("王丽 · 华东贸易");
            browser.seeText("Nothing yet.");
            browser.screenshot("customer-empty");

            browser.go("/customers?q=nobody");
            browser.seeText("There is no such customer.");
            browser.see(By.name("q")).clear();
            browser.see(By.name("q")).sendKeys("CUS-999999", Keys.ENTER);
            browser.seeText("There is no customer with this id.");
            browser.see(By.id("again"));
        }
    }

    @Test
    void leadsFromAMergedCustomerToTheOneItIsPartOf() {
        var li = guest.entered("Li", "East", "13900139000", "li@example.com");
        Api.at(port)
                .as("info1")
                .post(
                        "/api/customers/" + wang + "/merge",
                        "{\"other\": \"" + li + "\", \"reason\": \"One\"}");
        try (Browser browser = Browser.open(port, "en")) {
            signIn(browser, "info1", "/customers/" + li);
            browser.seeText(li + " was merged into " + wang);
            assertThat(browser.text()).contains("王丽 · 华东贸易");
        }
    }

    @Test
    void loadsNothingFromElsewhere() {
        try (Browser browser = Browser.open(port, "en")) {
            signIn(browser, "manager1", "/customers/" + wang);
            browser.seeText("王丽 · 华东贸易");
            assertThat(browser.loaded())
                    .isNotEmpty()
                    .allSatisfy(
                            address ->
                                    assertThat(address.toString())
                                            .startsWith("http://localhost:" + port + "/"));
        }
    }
}
