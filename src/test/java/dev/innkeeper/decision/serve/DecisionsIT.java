package dev.innkeeper.decision.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.Grade;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Json;
import dev.innkeeper.decision.Parcel;
import dev.innkeeper.decision.Rules;
import dev.innkeeper.decision.load.RuleFolder;
import dev.innkeeper.decision.scenario.ScenarioFile;
import dev.innkeeper.support.InnkeeperTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers are recorded with the case, explained in words and replayed from the record. */
@InnkeeperTest
class DecisionsIT {

    private static final String CASE = "CMP-2026-000777";

    @Autowired private Decisions decisions;
    @Autowired private DecisionRecords records;
    @Autowired private Replays replays;
    @Autowired private RuleBook book;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private MeterRegistry meters;
    @Autowired private Clock clock;
    @Autowired private MockMvc mvc;

    private static Facts facts() {
        var file = new ScenarioFile(ComplaintDecisions.GRADING, "scenarios.yaml");
        file.read(
                new RuleFolder(Path.of("rules"))
                        .read("complaint/grading")
                        .files()
                        .get("scenarios.yaml"));
        return file.scenarios().stream()
                .filter(scenario -> scenario.name().startsWith("4,999.99"))
                .findFirst()
                .orElseThrow()
                .given();
    }

    private Decided<Grade> grade() {
        return decisions.decide(ComplaintDecisions.GRADING, facts(), CASE);
    }

    private static MockHttpServletRequestBuilder auditor(MockHttpServletRequestBuilder request) {
        return request.with(httpBasic("auditor1", "auditor1-demo"));
    }

    @Test
    void keepsNothingOfALook() {
        long kept = jdbc.sql("SELECT COUNT(*) FROM decision").query(Long.class).single();

        var seen = decisions.look(ComplaintDecisions.GRADING, facts());

        assertThat(jdbc.sql("SELECT COUNT(*) FROM decision").query(Long.class).single())
                .isEqualTo(kept);
        assertThat(seen).isEqualTo(grade().result());
    }

    @Test
    void recordsAnAnswerInTheTransactionOfTheCase() {
        transaction.executeWithoutResult(
                status -> {
                    grade();
                    status.setRollbackOnly();
                });
        assertThat(records.ofCase(CASE, 0, 10).total()).isZero();

        var before = clock.instant().minusMillis(1);
        var decided = transaction.execute(status -> grade());
        assertThat(records.ofCase(CASE, 0, 10).items())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.id()).isEqualTo(decided.id());
                            assertThat(one.name()).isEqualTo("complaint/grading");
                            assertThat(one.headline())
                                    .isEqualTo(decided.result().severity().name());
                            assertThat(one.decidedAt()).isBetween(before, clock.instant());
                            assertThat(one.micros()).isPositive();
                        });
        assertThat(
                        meters.get("innkeeper.decisions")
                                .tag("decision", "complaint/grading")
                                .tag("outcome", decided.result().severity().name())
                                .timer()
                                .count())
                .isPositive();
    }

    @Test
    void explainsAnAnswerInTheLanguageOfTheReader() throws Exception {
        var decided = grade();
        mvc.perform(auditor(get("/api/decisions/{id}", decided.id())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.explanation", containsString("because")))
                .andExpect(jsonPath("$.outcome.severity", is(decided.result().severity().name())))
                .andExpect(
                        jsonPath(
                                "$.rules[*].reasons[*]",
                                hasItem(decided.reasons().get(0).split(" \\| ")[0])))
                .andExpect(jsonPath("$.gaveWay[*].rule", hasItem("Every complaint is at least S4")))
                .andExpect(jsonPath("$.explanation", not(containsString("is graded"))))
                .andExpect(
                        jsonPath(
                                "$.nearMisses[0].lacks[0].sentence",
                                is("needed amountInDispute >= 5,000, was 4,999.99")))
                .andExpect(
                        jsonPath("$.rules[*].reasons[*]", everyItem(not(containsString(" | ")))));
        mvc.perform(
                        auditor(get("/api/decisions/{id}", decided.id()))
                                .header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.explanation", containsString("理由")))
                .andExpect(
                        jsonPath(
                                "$.nearMisses[0].lacks[0].sentence",
                                is("需要争议金额 >= 5,000，实际为4,999.99")));
        mvc.perform(auditor(get("/api/decisions").param("case", CASE)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total", is(1)))
                .andExpect(jsonPath("$.items[0].id", is(decided.id())));
    }

    @Test
    void replaysToTheSameAnswer() throws Exception {
        var decided = grade();
        mvc.perform(auditor(post("/api/decisions/{id}/replay", decided.id())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.same", is(true)))
                .andExpect(jsonPath("$.changes", empty()))
                .andExpect(jsonPath("$.release", is(decided.release())));
        mvc.perform(auditor(post("/api/decisions/{id}/replay?against=LIVE", decided.id())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.same", is(true)));
        assertThat(records.ofCase(CASE, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void replaysARecordThatDoesNotTellWhichReasonsGaveWay() {
        var recorded = records.find(grade().id()).orElseThrow();
        var before =
                new DecisionRecord(
                        recorded.id(),
                        recorded.caseNumber(),
                        recorded.name(),
                        recorded.headline(),
                        recorded.release(),
                        recorded.decidedAt(),
                        recorded.micros(),
                        recorded.facts(),
                        recorded.result(),
                        withoutGaveWay(recorded.fired()));

        assertThat(before.fired()).doesNotContain("gaveWay").contains("Every complaint is graded");
        assertThat(replays.again(before).changes()).isEmpty();
    }

    private static String withoutGaveWay(String fired) {
        try {
            var rules = Json.mapper().readTree(fired);
            for (var rule : rules) {
                ((ArrayNode) rule.get("reasons")).addAll((ArrayNode) rule.get("gaveWay"));
                ((ObjectNode) rule).remove("gaveWay");
            }
            return rules.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void replaysEveryScenarioOfGradingToTheSameAnswer() {
        var file = new ScenarioFile(ComplaintDecisions.GRADING, "scenarios.yaml");
        file.read(
                new RuleFolder(Path.of("rules"))
                        .read("complaint/grading")
                        .files()
                        .get("scenarios.yaml"));
        for (var scenario : file.scenarios()) {
            if (scenario.fails().isEmpty()) {
                var decided = decisions.decide(ComplaintDecisions.GRADING, scenario.given(), CASE);
                var replay = replays.again(records.find(decided.id()).orElseThrow());
                assertThat(replay.same()).as(scenario.name() + replay.changes()).isTrue();
            }
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        mvc.perform(auditor(get("/api/decisions/{id}", "none")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.field", is("id")));
        mvc.perform(auditor(get("/api/decisions"))).andExpect(status().isBadRequest());
        mvc.perform(auditor(post("/api/decisions/{id}/replay?against=x", grade().id())))
                .andExpect(status().isBadRequest());
        mvc.perform(auditor(get("/api/rules/complaint/none"))).andExpect(status().isNotFound());
        mvc.perform(get("/api/rules")).andExpect(status().isUnauthorized());
    }

    @Test
    void showsHowTheRulesStandAndTheirWords() throws Exception {
        mvc.perform(auditor(get("/api/rules")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].decision", hasItem("complaint/grading")))
                .andExpect(jsonPath("$[*].state", everyItem(is("LIVE"))));
        mvc.perform(auditor(get("/api/rules/complaint/grading")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rules[0].name", not(is(""))))
                .andExpect(jsonPath("$.rules[0].place", not(is(""))))
                .andExpect(jsonPath("$.scenarios", not(is(0))));
        mvc.perform(
                        auditor(get("/api/rules/complaint/grading/vocabulary"))
                                .header("Accept-Language", "zh"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.calls[*].name", hasItem("atLeast")))
                .andExpect(jsonPath("$.calls[*].label", hasItem("至少为此严重程度")));
    }

    @Test
    void replaysAnOldAnswerByTheRulesOfThenAndTellsWhatChangedSince() {
        var shop = new ParcelRules().publish(Rules.files("price.drl", costs(100)));
        var parcels = shop.keeper();
        try {
            var asking = new RuleDecisions(parcels, records, clock, meters);
            var decided = asking.decide(Parcel.PRICE, Facts.of(Parcel.Item.plain()), "");
            var recorded = records.find(decided.id()).orElseThrow();
            var replaysOfParcels = new Replays(parcels);
            shop.publish(Rules.files("price.drl", costs(250)));

            assertThat(replaysOfParcels.again(recorded).same()).isTrue();
            var live = replaysOfParcels.live(recorded);
            assertThat(live.same()).isFalse();
            assertThat(live.changes())
                    .containsExactly("cents was 100 and is now 250. | cents原为100，现为250。");
        } finally {
            parcels.stop();
        }
    }

    @Test
    void isDownWhereThereWereNeverGoodRules() {
        var parcels = new ParcelRules().keeper();
        try {
            assertThat(new RulesHealth(new RuleBook(parcels)).health().getStatus())
                    .isEqualTo(Status.DOWN);
            var asking = new RuleDecisions(parcels, records, clock, meters);
            assertThatThrownBy(() -> asking.decide(Parcel.PRICE, Facts.of(Parcel.Item.plain()), ""))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("No rules serve parcel/price");
        } finally {
            parcels.stop();
        }
    }

    @Test
    void servesAllDecisionsOfTheCatalogs() {
        assertThat(book.all()).allMatch(standing -> !standing.release().isEmpty());
        assertThat(new RulesHealth(book).health().getStatus()).isEqualTo(Status.UP);
    }

    private static String costs(int cents) {
        return Rules.rule(
                "A parcel costs something",
                "Item(grams > 0)",
                "outcome.cost(" + cents + ", \"So it is | 如此\");");
    }
}
