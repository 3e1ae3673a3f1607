package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.Group;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole file of a customer: what it says, and to whom. */
@InnkeeperTest
class CustomerFileIT {

    @Autowired private JdbcTemplate jdbc;
    @Autowired private List<FilePart> parts;
    @LocalServerPort private int port;

    private Api house;
    private OneGuest guest;
    private String wang;

    @BeforeEach
    void aGuest() {
        house = Api.at(port);
        guest = new OneGuest(house, jdbc);
        wang = guest.entered("王丽", "华东贸易", "+86 138 0013 8000", "wang@example.com");
    }

    private Api.Answer file(String user) {
        var answer = house.as(user).get("/api/customers/" + wang);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    @Test
    void holdsWhatEveryFeatureKnowsOfTheCustomer() {
        guest.stays(wang);
        guest.owes(wang);
        var complaint = guest.complains(wang, "Too loud");
        guest.compensated(wang, complaint);
        var deal = guest.buys(wang);
        guest.hasCredit(wang);
        guest.caredFor(wang);

        var file = file("manager1");

        assertThat(file.text("name")).isEqualTo("王丽");
        assertThat(file.text("sections.contacts.items.0.value")).isEqualTo("+86 138 0013 8000");
        assertThat(file.at("sections.contacts.items.0.preferred").asBoolean()).isTrue();
        assertThat(file.text("sections.company.summary.company")).isEqualTo("华东贸易");
        assertThat(file.at("sections.stays.summary.stays").asInt()).isEqualTo(2);
        assertThat(file.at("sections.stays.summary.spend").decimalValue())
                .isEqualByComparingTo("1500.50");
        assertThat(file.at("sections.stays.total").asInt()).isEqualTo(3);
        assertThat(file.text("sections.stays.items.0.arrivedOn")).isEqualTo("2026-02-10");
        assertThat(file.at("sections.invoices.summary.open").decimalValue())
                .isEqualByComparingTo("850");
        assertThat(file.at("sections.invoices.summary.overdue").decimalValue())
                .as("what is in dispute is not overdue")
                .isEqualByComparingTo("800");
        assertThat(file.at("sections.invoices.summary.oldestDaysOverdue").asInt()).isEqualTo(20);
        assertThat(file.at("sections.payments.summary.paid").decimalValue())
                .isEqualByComparingTo("70");
        assertThat(file.text("sections.complaints.items.0.number")).isEqualTo(complaint);
        assertThat(file.at("sections.complaints.summary.compensated").decimalValue())
                .isEqualByComparingTo("120");
        assertThat(file.text("sections.deals.items.0.number")).isEqualTo(deal);
        assertThat(file.text("sections.rewards.items.0.deal")).isEqualTo(deal);
        assertThat(file.at("sections.credit.summary.limit").asInt()).isEqualTo(20_000);
        assertThat(file.text("sections.credit.items.0.approvedBy")).isEqualTo("finance1");
        assertThat(texts(file.at("sections.credit.items.0.told")))
                .containsExactly("Sales", "Finance");
        assertThat(file.text("sections.care.items.0.outcome")).isEqualTo("ACCEPTED");
        assertThat(file.text("sections.care.items.0.offer")).isEqualTo("VOUCHER");
        assertThat(file.text("sections.credit.items.0.factors.0.label")).isEqualTo("Finances");
        assertThat(file.at("sections.credit.items.0.factors.0.contribution").asInt()).isEqualTo(24);
        assertThat(file.text("sections.grade.summary.tierLabel"))
                .isEqualTo("Promising small customer");
        assertThat(file.at("timeLine").findValuesAsText("event")).contains("CUSTOMER_ENTERED");
    }

    @Test
    void spendIsShownForEachOfTwelveMonths() {
        guest.stays(wang);

        var months = file("rooms1").at("sections.stays.summary.byMonth");

        assertThat(months.findValuesAsText("month"))
                .hasSize(12)
                .startsWith("2025-04")
                .endsWith("2026-03");
        assertThat(months.get(2).path("amount").decimalValue()).isEqualByComparingTo("300");
        assertThat(months.get(10).path("amount").decimalValue()).isEqualByComparingTo("1200.50");
        assertThat(months.get(11).path("amount").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void isThereForACustomerOfWhomNothingIsKnown() {
        var file = file("manager1");

        assertThat(file.at("sections.stays.items")).isEmpty();
        assertThat(file.at("sections.invoices.summary.open").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(file.at("sections.credit.items")).isEmpty();
        assertThat(file.at("sections.credit").has("summary")).isFalse();
    }

    @Test
    void tellsOfAGradeOnlyThoseWhoSeeGradesAndInTheirLanguage() {
        guest.stays(wang);
        var graded = house.as("info1").post("/api/customers/" + wang + "/grading", "{}");
        assertThat(graded.status()).as(graded.toString()).isEqualTo(200);

        assertThat(file("rooms1").at("timeLine").findValuesAsText("event"))
                .doesNotContain("GRADED");
        assertThat(house.as("rooms1").get("/api/customers/" + wang + "/time-line").text("total"))
                .isEqualTo("1");
        var seen = file("keyaccount1").at("timeLine").toString();
        assertThat(seen).contains("GRADED", "margin").doesNotContain("毛利", " | ");
        assertThat(
                        house.as("keyaccount1")
                                .with("Accept-Language", "zh")
                                .get("/api/customers/" + wang)
                                .at("timeLine")
                                .toString())
                .contains("毛利")
                .doesNotContain("margin", " | ");
    }

    @Test
    void namesAsHiddenWhatAGroupDoesNotNeedAndWhoSeesIt() {
        guest.owes(wang);
        guest.hasCredit(wang);

        var file = file("rooms1");

        var credit = file.at("sections.credit");
        assertThat(credit.path("hidden").asBoolean()).isTrue();
        assertThat(texts(credit.path("shownTo"))).contains("Finance").doesNotContain("Quality");
        assertThat(credit.has("items")).isFalse();
        assertThat(file.at("sections.invoices.hidden").asBoolean()).isTrue();
        assertThat(file.at("sections.stays.hidden").asBoolean()).isFalse();
        var list = house.as("rooms1").get("/api/customers/" + wang + "/sections/credit");
        assertThat(list.status()).isEqualTo(403);
        assertThat(list.text("remedy")).contains("Finance");
    }

    @Test
    void financeSeesWhomItBillsButNotHowToReachThem() {
        var file = file("finance1");

        assertThat(file.text("company")).isEqualTo("华东贸易");
        assertThat(file.text("sections.company.summary.company")).isEqualTo("华东贸易");
        assertThat(file.at("sections.contacts.hidden").asBoolean()).isTrue();
        assertThat(file.toString()).doesNotContain("138 0013", "wang@example.com", "王丽");
    }

    @Test
    void qualityAndMachinesDoNotLearnWhoTheCustomerIs() {
        for (var user : List.of("quality1", "pms")) {
            assertThat(file(user).toString())
                    .as(user)
                    .doesNotContain("138 0013", "wang@example.com", "王丽", "华东贸易");
        }
    }

    @Test
    void everySectionIsForSomebodyAndTheAuditorSeesAll() {
        for (var section : FileSection.values()) {
            assertThat(section.readers()).as(section.name()).contains(Group.AUDITOR);
            assertThat(section.readers())
                    .as(section.name())
                    .doesNotContainAnyElementsOf(
                            EnumSet.of(Group.RULE_EDITOR, Group.RULE_APPROVER));
        }
        assertThat(parts).extracting(FilePart::section).doesNotHaveDuplicates();
        file("auditor1").at("sections").forEach(CustomerFileIT::isShown);
    }

    private static void isShown(JsonNode section) {
        assertThat(section.path("hidden").asBoolean()).as(section.toString()).isFalse();
    }

    @Test
    void aSectionShowsTheLatestTwentyAndItsListTheRest() {
        for (var n = 0; n < 9; n++) {
            guest.stays(wang);
        }
        var section = file("rooms1").at("sections.stays");
        assertThat(section.path("items")).hasSize(20);
        assertThat(section.path("total").asInt()).isEqualTo(27);

        var rooms = house.as("rooms1");
        var first = rooms.get(section.path("href").asText() + "?size=10");
        var second = rooms.get(first.text("next"));
        var third = rooms.get(second.text("next"));

        List<String> ids = new ArrayList<>();
        for (var page : List.of(first, second, third)) {
            ids.addAll(page.at("items").findValuesAsText("id"));
        }
        assertThat(ids).hasSize(27).doesNotHaveDuplicates();
        assertThat(third.body().has("next")).isFalse();
        var days = first.at("items").findValuesAsText("arrivedOn");
        assertThat(days).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        var file =
                house.as("manager1").with("Accept-Language", "zh-CN").get("/api/customers/" + wang);

        assertThat(file.text("sections.stays.label")).isEqualTo("入住与消费");
        assertThat(file.text("sections.grade.summary.tierLabel")).isEqualTo("发展潜力的小客户");
        assertThat(file.text("timeLine.0.what")).isEqualTo("客户建档");
    }

    @Test
    void saysWhereASectionIsNotKnown() {
        var answer = house.as("rooms1").get("/api/customers/" + wang + "/sections/shoes");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("remedy")).contains("stays", "complaints");
    }

    private static List<String> texts(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false).map(JsonNode::asText).toList();
    }
}
