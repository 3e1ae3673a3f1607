package dev.innkeeper.keyaccount.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.DealTaskView;
import dev.innkeeper.keyaccount.Lead;
import dev.innkeeper.keyaccount.StageView;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import dev.innkeeper.support.TimeMachine;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deals from before the service come in with their own dates, and start nothing. */
@InnkeeperTest
class DealImportIT {

    private static final String IMPORT = "/api/deals/import";
    private static final String HEADER =
            "id,owner,manager,product,company,sector,stage,engagedOn,closedOn,value\n";

    @Autowired private JdbcTemplate jdbc;
    @Autowired private DealDesk desk;
    @LocalServerPort private int port;
    private Api pms;

    @BeforeEach
    void caller() {
        pms = Api.at(port).as("pms");
    }

    private Api.Answer csv(String query, String rows) {
        return pms.send(
                "POST",
                IMPORT + query,
                "text/csv",
                HttpRequest.BodyPublishers.ofString(HEADER + rows));
    }

    private static void counts(Api.Answer answer, int imported, int repeated, int refused) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("imported").asInt()).as(answer.toString()).isEqualTo(imported);
        assertThat(answer.at("repeated").asInt()).as(answer.toString()).isEqualTo(repeated);
        assertThat(answer.at("refused").asInt()).as(answer.toString()).isEqualTo(refused);
        assertThat(answer.at("rows").asInt()).isEqualTo(imported + repeated + refused);
    }

    private DealTaskView deal(Api.Answer answer, int row) {
        return desk.view(new CaseNumber(answer.text("results." + row + ".deal.number")));
    }

    @Test
    void keepsTheDatesOfADealThatIsOver() {
        var answer =
                csv(
                        "",
                        "D1,Moses"
                            + " Frase,Dustin,GTX,Cancity,retail,WON,2016-10-20,2017-03-01,1054\n");
        counts(answer, 1, 0, 0);
        assertThat(answer.text("results.0.deal.stage")).isEqualTo("WON");
        var view = deal(answer, 0);
        var begun = Instant.parse("2016-10-19T16:00:00Z");
        var closed = Instant.parse("2017-02-28T16:00:00Z");
        assertThat(view.deal().imported()).isTrue();
        assertThat(view.deal().stage()).isEqualTo(Stage.WON);
        assertThat(view.deal().registeredAt()).isEqualTo(begun);
        assertThat(view.deal().closedAt()).isEqualTo(closed);
        assertThat(view.deal().value()).isEqualTo(Money.of(1054));
        assertThat(view.deal().owner()).isEqualTo("Moses Frase");
        assertThat(view.deal().company()).isEqualTo("Cancity");
        assertThat(view.stages())
                .containsExactly(
                        new StageView(Stage.QUALIFIED, begun, closed),
                        new StageView(Stage.WON, closed, null));
        assertThat(view.timeLine())
                .singleElement()
                .extracting(TimeLineEntry::event, TimeLineEntry::note)
                .containsExactly("IMPORTED", "Manager 经理: Dustin\nSector 行业: retail");
    }

    @Test
    void staysAsItCame() {
        var number =
                csv("", "D2,a,,GTX,Cancity,,NEGOTIATING,2016-10-20,,\n")
                        .text("results.0.deal.number");
        var answer =
                Api.at(port)
                        .as("sales1")
                        .post(
                                "/api/deals/" + number + "/outcome",
                                "{\"outcome\": \"LOST\", \"reason\": \"PRICE\", \"words\": \"x\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @Test
    void startsNoProcessNoClockAndNoNotice() {
        var before = RowCounts.of(jdbc);
        counts(
                csv(
                        "",
                        """
                        D1,a,,GTX,Cancity,,LOST,2016-10-20,2017-03-01,
                        D2,a,,GTX,Cancity,,NEGOTIATING,2016-10-20,,
                        """),
                2,
                0,
                0);
        var after = RowCounts.of(jdbc);
        assertThat(
                        after.keySet().stream()
                                .filter(table -> !after.get(table).equals(before.get(table))))
                .containsExactlyInAnyOrder(
                        "deal",
                        "deal_stage",
                        "case_event",
                        "customer",
                        "customer_contact",
                        "customer_event",
                        "idempotent_request");
    }

    @Test
    void takesTheWordsOfTheSourceForStagesAndDays() {
        var answer =
                csv(
                        "?dates=M/D/YYYY&stages=Prospecting=LEAD,Engaging=QUALIFIED",
                        """
                        D1,a,,GTX,Cancity,,Won,10/20/2016,3/1/2017,1054
                        D2,a,,GTX,Cancity,,Engaging,1/2/2017,,
                        D3,a,,GTX,Cancity,,prospecting,,,
                        """);
        counts(answer, 3, 0, 0);
        assertThat(deal(answer, 0).deal().closedAt()).isEqualTo("2017-02-28T16:00:00Z");
        assertThat(deal(answer, 1).deal().stage()).isEqualTo(Stage.QUALIFIED);
        assertThat(deal(answer, 1).deal().stageSince()).isEqualTo("2017-01-01T16:00:00Z");
        assertThat(deal(answer, 2).deal().stage()).isEqualTo(Stage.LEAD);
        assertThat(deal(answer, 2).deal().registeredAt())
                .isBetween(TimeMachine.START, TimeMachine.START.plusSeconds(60));
    }

    @Test
    void reportsDirtyRowsByLineAndTakesTheRest() {
        var answer =
                csv(
                        "",
                        """
                        D1,a,,GTX,Cancity,,WON,2016-10-20,2017-03-01,1054
                        D2,a,,GTX,Cancity,,WON,2016-10-20,,1
                        D3,a,,GTX,Cancity,,LEAD,2016-10-20,2017-03-01,1
                        D4,a,,GTX,Cancity,,WON,2017-03-02,2017-03-01,1
                        D5,a,,GTX,Cancity,,WON,,2017-03-01,1
                        D6,a,,GTX,Cancity,,Engaging,2016-10-20,,1
                        D7,a,,GTX,Cancity,,LEAD,10/20/2016,,1
                        D8,a,,GTX,Cancity,,LEAD,2016-02-30,,1
                        D9,a,,GTX,Cancity,,LEAD,2099-01-01,,1
                        D10,a,,GTX,Cancity,,LEAD,1999-12-31,,1
                        D11,a,,GTX,Cancity,,LEAD,2016-10-20,,-1
                        D12,a,,GTX,Cancity,,LEAD,2016-10-20,,much
                        D13,a,,GTX,Cancity,,LINKED,2016-10-20,,1
                        D14,a,,GTX,Cancity,,,2016-10-20,,1
                        D15,a,,GTX,Cancity,,LEAD,2016-10-20,,1,1
                        D16,a,,GTX,,,LEAD,2016-10-20,,1
                        """);
        counts(answer, 2, 0, 14);
        var fields =
                new String[] {
                    "closedOn",
                    "closedOn",
                    "closedOn",
                    "engagedOn",
                    "stage",
                    "engagedOn",
                    "engagedOn",
                    "engagedOn",
                    "engagedOn",
                    "value",
                    "value",
                    "stage",
                    "stage",
                    ""
                };
        for (int row = 0; row < fields.length; row++) {
            var at = "results." + (row + 1);
            assertThat(answer.at(at + ".line").asInt()).isEqualTo(row + 3);
            assertThat(answer.text(at + ".problems.0.field")).as(at).isEqualTo(fields[row]);
            assertThat(answer.text(at + ".problems.0.message")).as(at).isNotBlank();
            assertThat(answer.text(at + ".problems.0.remedy")).as(at).isNotBlank();
        }
        assertThat(answer.text("results.5.problems.0.remedy")).contains("QUALIFIED", "stages=");
        assertThat(answer.text("results.6.problems.0.remedy")).contains("dates");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM deal", Integer.class)).isEqualTo(2);
    }

    @Test
    void takesARowOnceHoweverOftenTheFileIsSent() {
        var file =
                "D1,a,,GTX,Cancity,,WON,2016-10-20,2017-03-01,1054\n"
                        + "D2,a,,GTX,Isdom,,LEAD,2016-10-20,,\n";
        var first = csv("", file);
        counts(first, 2, 0, 0);
        var rows = RowCounts.of(jdbc);
        var second = csv("", file);
        counts(second, 0, 2, 0);
        assertThat(second.text("results.0.deal.number"))
                .isEqualTo(first.text("results.0.deal.number"));
        assertThat(RowCounts.of(jdbc)).isEqualTo(rows);
        var other = csv("", file.replace("1054", "1055"));
        counts(other, 0, 1, 1);
        assertThat(other.text("results.0.problems.0.field")).isEqualTo("externalId");
        pms = Api.at(port).as("info1");
        counts(csv("", file), 2, 0, 0);
    }

    @Test
    void findsOpenDealsOfOneCompanyAndProductThatDifferentPeopleHunt() {
        var answer =
                csv(
                        "",
                        """
                        D1,Moses,,GTX Pro,Cancity,,LEAD,2016-10-20,,
                        D2,Anna,,GTXPro,CANCITY,,QUALIFIED,2016-10-21,,
                        D3,Anna,,gtx pro,Cancity,,LEAD,2016-10-22,,
                        D4,Anna,,GTX Plus,Cancity,,LEAD,2016-10-22,,
                        D5,Anna,,GTX Pro,Isdom,,LEAD,2016-10-22,,
                        D6,Vicki,,GTX Pro,Cancity,,WON,2016-10-22,2016-11-22,5
                        D7,Vicki,,GTX Pro,,,LEAD,2016-10-22,,
                        D8,Moses,,GTX Pro,,,LEAD,2016-10-22,,
                        """);
        counts(answer, 8, 0, 0);
        assertThat(answer.at("collisions").asInt()).isEqualTo(2);
        var first = answer.text("results.0.deal.number");
        assertThat(answer.at("results.1.deal.collidesWith").toString())
                .isEqualTo("[\"" + first + "\"]");
        assertThat(answer.at("results.2.deal.collidesWith").toString())
                .isEqualTo("[\"" + first + "\"]");
        for (int row : new int[] {0, 3, 4, 5, 6, 7}) {
            assertThat(answer.at("results." + row + ".deal.collidesWith")).isEmpty();
        }
        assertThat(deal(answer, 0).links())
                .extracting(CaseLink::kind)
                .containsExactly(CaseLink.Kind.COLLIDES_WITH, CaseLink.Kind.COLLIDES_WITH);
        assertThat(deal(answer, 2).links())
                .singleElement()
                .extracting(link -> link.other().value())
                .isEqualTo(first);
    }

    @Test
    void aNewLeadIsNotHandledInADealOfThePast() {
        csv("", "D1,Moses,,GTX Pro,Cancity,,LEAD,2016-10-20,,\n");
        var taken =
                desk.register(
                        new Lead(
                                null,
                                null,
                                LeadSource.COLD,
                                null,
                                null,
                                new Contact(null, "Cancity", null, null, null),
                                "GTX Pro",
                                "Rooms for a fair",
                                Need.CLEAR,
                                false,
                                false,
                                null,
                                Money.ZERO,
                                null,
                                null),
                        new Actor("sales1", Set.of(Group.SALES)));
        assertThat(taken.linkedToExisting()).isFalse();
    }

    @Test
    void takesJsonAsWell() {
        var answer =
                pms.post(
                        IMPORT,
                        """
                        [{"externalId": "D1", "stage": "WON", "company": "Cancity",
                          "engagedOn": "2016-10-20", "closedOn": "2017-03-01", "value": 12.5},
                         {"externalId": "D2", "stage": "WON", "closed": "2017-03-01"}]
                        """);
        counts(answer, 1, 0, 1);
        assertThat(answer.text("results.1.problems.0.remedy")).contains("closedOn");
    }

    @Test
    void refusesAFileThatCannotBeMeant() {
        var rows = RowCounts.of(jdbc);
        assertThat(csv("?dates=D.M.YYYY", "").text("field")).isEqualTo("dates");
        assertThat(csv("?stages=Engaging", "").text("field")).isEqualTo("stages");
        assertThat(csv("?stages=Engaging=SOMEWHERE", "").text("field")).isEqualTo("stages");
        var headless =
                pms.send(
                        "POST",
                        IMPORT,
                        "text/csv",
                        HttpRequest.BodyPublishers.ofString("id,company\nD1,Cancity\n"));
        assertThat(headless.status()).isEqualTo(400);
        assertThat(headless.text("field")).isEqualTo("stage");
        for (String user : new String[] {"sales1", "auditor1", "finance1", "gm1", "lobby1"}) {
            pms = Api.at(port).as(user);
            assertThat(csv("", "").status()).as(user).isEqualTo(403);
        }
        for (String user : new String[] {"info1", "manager1", "pms"}) {
            pms = Api.at(port).as(user);
            assertThat(csv("", "").status()).as(user).isEqualTo(200);
        }
        assertThat(RowCounts.of(jdbc)).isEqualTo(rows);
    }
}
