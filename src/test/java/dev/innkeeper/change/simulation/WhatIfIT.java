package dev.innkeeper.change.simulation;

import static dev.innkeeper.change.simulation.Gradings.GRADING;
import static dev.innkeeper.change.simulation.Gradings.LARGE_FROM_6000;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.change.Draft;
import dev.innkeeper.change.DraftDesk;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.ComplaintText;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.scenario.ScenarioFile;
import dev.innkeeper.decision.scenario.ScenarioRun;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A manager asks what a draft would have done, and keeps cases as scenarios, over REST. */
@InnkeeperTest
class WhatIfIT {

    private static final Actor EDITOR = new Actor("editor1", Set.of(Group.RULE_EDITOR));
    private static final String EXAMPLES = "rules/" + GRADING + "/scenarios.yaml";

    @Autowired private MockMvc mvc;
    @Autowired private ObjectMapper json;
    @Autowired private DraftDesk desk;
    @Autowired private Decisions decisions;
    @Autowired private SimulationShift shift;
    @Autowired private TimeMachine time;

    private Instant start;
    private Draft draft;

    @BeforeEach
    void begin() {
        start = time.now();
        time.advance(Duration.ofMinutes(1));
        draft =
                desk.create(
                        "Large from 6,000 on", "", Gradings.severities(LARGE_FROM_6000), EDITOR);
    }

    private static MockHttpServletRequestBuilder as(
            String user, MockHttpServletRequestBuilder request) {
        return request.with(httpBasic(user, user + "-demo"))
                .contentType(MediaType.APPLICATION_JSON);
    }

    private ResultActions order(String body) throws Exception {
        time.advance(Duration.ofMinutes(1));
        return mvc.perform(
                as("editor1", post("/api/drafts/{id}/simulations", draft.id())).content(body));
    }

    private String period() {
        return "{\"from\":\"%s\"}".formatted(start);
    }

    private JsonNode simulated() throws Exception {
        JsonNode ordered = answer(order(period()).andExpect(status().isAccepted()));
        shift.workOff();
        return ordered;
    }

    private JsonNode answer(ResultActions done) throws Exception {
        return json.readTree(
                done.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private ResultActions keep(long simulation, String decision, String expect) throws Exception {
        return mvc.perform(
                as("editor1", post("/api/drafts/{id}/scenarios", draft.id()))
                        .content(
                                """
                                {"simulation":%d,"cases":["%s"],"version":%d,"expect":"%s"}\
                                """
                                        .formatted(simulation, decision, draft.version(), expect)));
    }

    private String examples() {
        return new String(desk.read(draft.id(), EXAMPLES), StandardCharsets.UTF_8);
    }

    @Test
    void tellsHowFarItIsAndWhatCameOfItInTheLanguageOfTheReader() throws Exception {
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        Gradings.grade(decisions, "CMP-2026-000002", 100);
        time.advance(Duration.ofMinutes(1));

        var ordered =
                answer(
                        order(period())
                                .andExpect(status().isAccepted())
                                .andExpect(
                                        header().string(
                                                        "Location",
                                                        startsWith("/api/simulations/")))
                                .andExpect(jsonPath("$.state", is("WAITING")))
                                .andExpect(jsonPath("$.percent", is(0))));
        shift.workOff();

        mvc.perform(
                        as("manager1", get("/api/simulations/{id}", ordered.path("id").asLong()))
                                .header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state", is("DONE")))
                .andExpect(jsonPath("$.percent", is(100)))
                .andExpect(jsonPath("$.looked", is(2)))
                .andExpect(jsonPath("$.changed", is(1)))
                .andExpect(jsonPath("$.cases", is(2)))
                .andExpect(jsonPath("$.casesChanged", is(1)))
                .andExpect(jsonPath("$.decisions[0].decision", is(GRADING)))
                .andExpect(
                        jsonPath(
                                "$.decisions[0].outcomes[?(@.from=='S2' && @.to=='S3')].changed",
                                hasItem(1)))
                .andExpect(jsonPath("$.decisions[0].workload[0].label", is("责任部门")))
                .andExpect(jsonPath("$.decisions[0].workload[0].values[0].label", is("客房服务部")))
                .andExpect(jsonPath("$.decisions[0].workload[0].values[0].before", is(2)));
        mvc.perform(as("auditor1", get("/api/drafts/{id}/simulations", draft.id())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total", is(1)))
                .andExpect(jsonPath("$.items[0].id", is(ordered.path("id").asInt())));
    }

    @Test
    void showsTheCasesWithBothExplanationsAndWhatChanged() throws Exception {
        String decided = Gradings.grade(decisions, "CMP-2026-000001", 5500);
        long id = simulated().path("id").asLong();

        mvc.perform(
                        as("editor1", get("/api/simulations/{id}/cases", id))
                                .param("decision", GRADING)
                                .param("from", "S2")
                                .param("to", "S3"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total", is(1)))
                .andExpect(jsonPath("$.items[0].decisionId", is(decided)))
                .andExpect(jsonPath("$.items[0].caseNumber", is("CMP-2026-000001")))
                .andExpect(jsonPath("$.items[0].changed[0].label", is("Severity")))
                .andExpect(jsonPath("$.items[0].changed[0].before", is("S2")))
                .andExpect(jsonPath("$.items[0].changed[0].after", is("S3")))
                .andExpect(
                        jsonPath(
                                "$.items[0].before.explanation",
                                containsString("The amount in dispute is large")))
                .andExpect(
                        jsonPath(
                                "$.items[0].after.explanation",
                                not(containsString("The amount in dispute is large"))))
                .andExpect(
                        jsonPath(
                                "$.items[0].after.rules[*].rule",
                                hasItem("A service failure is at least S3")))
                .andExpect(
                        jsonPath(
                                "$.items[0].facts[0].ReportedComplaint.amountInDispute", is(5500)));
        mvc.perform(as("editor1", get("/api/simulations/{id}/cases", id)).param("to", "S1"))
                .andExpect(jsonPath("$.total", is(0)));
    }

    @Test
    void theSameRequestAgainOrdersNothing() throws Exception {
        String body = period();
        time.advance(Duration.ofMinutes(1));
        var first =
                answer(
                        mvc.perform(
                                        as(
                                                        "editor1",
                                                        post(
                                                                "/api/drafts/{id}/simulations",
                                                                draft.id()))
                                                .header("Idempotency-Key", "once")
                                                .content(body))
                                .andExpect(status().isAccepted()));
        mvc.perform(
                        as("editor1", post("/api/drafts/{id}/simulations", draft.id()))
                                .header("Idempotency-Key", "once")
                                .content(body))
                .andExpect(status().isOk())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(jsonPath("$.id", is(first.path("id").asInt())));
    }

    @Test
    void refusesWhatCannotBeAskedAndNamesTheRemedy() throws Exception {
        order("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(start.plusSeconds(60), start))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field", is("from")));
        order("{\"from\":\"%s\",\"decisions\":[\"complaint/triage\"]}".formatted(start))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field", is("decisions")));
        time.advance(Duration.ofMinutes(1));
        mvc.perform(as("editor1", post("/api/drafts/4711/simulations")).content(period()))
                .andExpect(status().isNotFound());
        var empty = desk.create("Nothing yet", "", Map.of(), EDITOR);
        mvc.perform(
                        as("editor1", post("/api/drafts/{id}/simulations", empty.id()))
                                .content(period()))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(
                        as("auditor1", post("/api/drafts/{id}/simulations", draft.id()))
                                .content(period()))
                .andExpect(status().isForbidden());
        mvc.perform(as("rooms1", get("/api/drafts/{id}/simulations", draft.id())))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatIsOrderedCanBeCancelled() throws Exception {
        long id = answer(order(period())).path("id").asLong();

        mvc.perform(as("auditor1", post("/api/simulations/{id}/cancellation", id)))
                .andExpect(status().isForbidden());
        mvc.perform(as("approver1", post("/api/simulations/{id}/cancellation", id)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state", is("CANCELLED")))
                .andExpect(jsonPath("$.note", containsString("approver1")));
    }

    @Test
    void aCaseIsKeptAsAScenarioThatHoldsForTheDraft() throws Exception {
        String decided = Gradings.grade(decisions, "CMP-2026-000001", 5500);
        long id = simulated().path("id").asLong();
        String before = examples();

        keep(id, decided, "DRAFT")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version", is(draft.version() + 1)))
                .andExpect(jsonPath("$.scenarios[0].file", is(EXAMPLES)))
                .andExpect(
                        jsonPath(
                                "$.scenarios[0].name",
                                is("CMP-2026-000001, complaint/grading: S3, was S2")));

        assertThat(examples()).startsWith(before).hasSizeGreaterThan(before.length());
        var loaded =
                RuleSetLoader.load(
                        ComplaintDecisions.GRADING, desk.changed(draft.id()).get(GRADING));
        try (var rules = loaded.rules().orElseThrow()) {
            assertThat(ScenarioRun.of(rules).problems())
                    .noneMatch(problem -> problem.place().contains("CMP-2026-000001"));
        }
    }

    @Test
    void aCaseKeptWithItsRecordedAnswerTellsThatTheDraftDecidesOtherwise() throws Exception {
        String decided = Gradings.grade(decisions, "CMP-2026-000001", 5500);
        long id = simulated().path("id").asLong();

        keep(id, decided, "RECORDED").andExpect(status().isOk());

        var loaded =
                RuleSetLoader.load(
                        ComplaintDecisions.GRADING, desk.changed(draft.id()).get(GRADING));
        try (var rules = loaded.rules().orElseThrow()) {
            assertThat(ScenarioRun.of(rules).problems())
                    .anySatisfy(
                            problem -> {
                                assertThat(problem.place()).contains("CMP-2026-000001");
                                assertThat(problem.message()).contains("S2").contains("S3");
                            });
        }
    }

    @Test
    void whoReadAnOlderVersionKeepsNothing() throws Exception {
        String decided = Gradings.grade(decisions, "CMP-2026-000001", 5500);
        long id = simulated().path("id").asLong();
        String before = examples();
        var read = draft;
        desk.rename(draft.id(), draft.version(), "Another title", EDITOR);
        draft = read;

        keep(id, decided, "DRAFT").andExpect(status().isConflict());

        assertThat(examples()).isEqualTo(before);
    }

    @Test
    void refusesToKeepWhatIsNoCaseOfTheDraft() throws Exception {
        long id = simulated().path("id").asLong();
        keep(id, "no-such-decision", "DRAFT")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field", is("cases")));
        String other = Gradings.compensate(decisions, "CMP-2026-000001", 100);
        keep(id, other, "DRAFT")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field", is("cases")));
        var another = desk.create("Another", "", Gradings.severities(LARGE_FROM_6000), EDITOR);
        String decided = Gradings.grade(decisions, "CMP-2026-000001", 5500);
        draft = another;
        keep(id, decided, "DRAFT")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field", is("simulation")));
    }

    @Test
    void nothingThatAGuestWroteIsKeptInAScenario() throws Exception {
        var triage = ComplaintDecisions.TRIAGE;
        String words = "rules/" + triage.name() + "/words.csv";
        var shipped = ShippedRules.shipped(triage).sources().files();
        draft = desk.create("A word more", "", Map.of(words, shipped.get("words.csv")), EDITOR);
        String decided =
                decisions
                        .decide(
                                triage,
                                Facts.of(
                                        new ComplaintText(
                                                "I am Wang Xiaoming. The bathroom was filthy.")),
                                "CMP-2026-000001")
                        .id();
        long id = simulated().path("id").asLong();

        keep(id, decided, "DRAFT").andExpect(status().isOk());

        byte[] file = desk.read(draft.id(), "rules/" + triage.name() + "/scenarios.yaml");
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("Xiaoming");
        var examples = new ScenarioFile(triage, "scenarios.yaml");
        examples.read(file);
        assertThat(examples.problems()).isEmpty();
        assertThat(examples.scenarios())
                .filteredOn(scenario -> scenario.name().startsWith("CMP-2026-000001"))
                .singleElement()
                .satisfies(
                        scenario ->
                                assertThat(scenario.given().all())
                                        .containsExactly(new ComplaintText("bathroom; filthy")));
    }

    @Test
    void aShadowIsStartedReadAndEnded() throws Exception {
        String until = time.now().plus(Duration.ofDays(7)).toString();
        mvc.perform(as("manager1", get("/api/drafts/{id}/shadow", draft.id())))
                .andExpect(status().isNotFound());
        mvc.perform(
                        as("editor1", post("/api/drafts/{id}/shadow", draft.id()))
                                .content("{\"until\":\"%s\"}".formatted(until)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind", is("SHADOW")))
                .andExpect(jsonPath("$.to", is(until)));
        mvc.perform(
                        as("editor1", post("/api/drafts/{id}/shadow", draft.id()))
                                .content("{\"until\":\"%s\"}".formatted(until)))
                .andExpect(status().isConflict());
        mvc.perform(as("auditor1", delete("/api/drafts/{id}/shadow", draft.id())))
                .andExpect(status().isForbidden());
        mvc.perform(as("approver1", delete("/api/drafts/{id}/shadow", draft.id())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state", is("CANCELLED")));
        mvc.perform(as("manager1", get("/api/drafts/{id}/shadow", draft.id())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state", is("CANCELLED")));
    }
}
