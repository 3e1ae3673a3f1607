package dev.innkeeper.change.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.KnownCustomer;
import dev.innkeeper.complaint.facts.ReportedComplaint;
import dev.innkeeper.decision.Json;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.scenario.Scenario;
import dev.innkeeper.decision.scenario.ScenarioFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenarios are added to a file of which nothing else changes. */
class ScenarioTextTest {

    private static final String FACTS =
            """
            [{"ReportedComplaint":{"kind":"COMPLAINT","channel":"LOBBY","category":"NOISE","harm":"NONE",
              "publiclyVisible":false,"lawyerOrPressNamed":true,"remedySought":false,"amountInDispute":5000.00}}]
            """;
    private static final String RESULT =
            "{\"severity\":\"S1\",\"owner\":\"ROOMS_SERVICE\",\"candidates\":[\"ROOMS_SERVICE\"]}";
    private static final String FILE =
            """
            # Read this first
            defaults:
              ReportedComplaint: {kind: COMPLAINT}   # the usual kind
            scenarios:
              - name: An example   # with a remark
                given:
                  - ReportedComplaint: {channel: LOBBY, category: NOISE, harm: NONE, publiclyVisible: false, lawyerOrPressNamed: false, remedySought: false, amountInDispute: 0}
                expect:
                  severity: S3

            # the end
            """;

    private static JsonNode tree(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String added(String file) {
        var text = new ScenarioText(file.getBytes(StandardCharsets.UTF_8));
        text.add("CMP-2026-000001, complaint/grading: S1", tree(FACTS), tree(RESULT));
        return new String(text.bytes(), StandardCharsets.UTF_8);
    }

    private static List<Scenario> read(String text) {
        var file = new ScenarioFile(ComplaintDecisions.GRADING, "scenarios.yaml");
        file.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(file.problems()).isEmpty();
        return file.scenarios();
    }

    @Test
    void whatIsThereStaysAsItIsWithItsComments() {
        String after = added(FILE);

        assertThat(after)
                .startsWith(FILE.substring(0, FILE.indexOf("\n# the end")))
                .endsWith("\n# the end\n");
        assertThat(read(after))
                .extracting(Scenario::name)
                .containsExactly("An example", "CMP-2026-000001, complaint/grading: S1");
    }

    @Test
    void theFactsAndTheExpectedResultAreReadBackAsTheyWere() {
        var scenario = read(added(FILE)).get(1);

        var complaint = (ReportedComplaint) scenario.given().all().get(0);
        assertThat(complaint.lawyerOrPressNamed()).isTrue();
        assertThat(complaint.amountInDispute()).isEqualTo("5000.00");
        assertThat(scenario.expect().path("owner").asText()).isEqualTo("ROOMS_SERVICE");
        assertThat(scenario.expect().path("candidates").get(0).asText()).isEqualTo("ROOMS_SERVICE");
    }

    @Test
    void everyShippedFileTakesScenariosAndKeepsEachOfItsLines() {
        for (var decision : ShippedRules.decisions()) {
            byte[] shipped = ShippedRules.shipped(decision).sources().files().get("scenarios.yaml");
            var before = new ScenarioFile(decision, "scenarios.yaml");
            before.read(shipped);
            var text = new ScenarioText(shipped);
            text.add("One more", tree("[]"), tree("{}"));
            var after = new ScenarioFile(decision, "scenarios.yaml");
            after.read(text.bytes());

            assertThat(after.problems()).as(decision.name()).isEmpty();
            assertThat(after.scenarios()).hasSize(before.scenarios().size() + 1);
            assertThat(new String(text.bytes(), StandardCharsets.UTF_8))
                    .as(decision.name())
                    .startsWith(new String(shipped, StandardCharsets.UTF_8).stripTrailing());
        }
    }

    @Test
    void lineEndsOfWindowsStay() {
        String after = added(FILE.replace("\n", "\r\n"));

        assertThat(after.replace("\r\n", "")).doesNotContain("\n");
        assertThat(read(after)).hasSize(2);
    }

    @Test
    void aFileThatIsMissingOrHoldsNoScenariosBegins() {
        assertThat(read(added(""))).hasSize(1);
        assertThat(read(added("scenarios: []\n"))).hasSize(1);
        assertThat(read(added("scenarios:"))).hasSize(1);
        assertThat(added("decision: complaint/grading # why"))
                .startsWith("decision: complaint/grading # why\nscenarios:\n  - name: ");
    }

    @Test
    void aNameThatIsTakenIsNumbered() {
        var text = new ScenarioText(FILE.getBytes(StandardCharsets.UTF_8));

        assertThat(text.add("An example", tree(FACTS), tree(RESULT))).isEqualTo("An example (2)");
        assertThat(text.add("An example", tree(FACTS), tree(RESULT))).isEqualTo("An example (3)");
    }

    @Test
    void whatIsMissingStaysMissingWhereTheFileHasADefault() {
        String file =
                """
                defaults:
                  KnownCustomer: {tier: KEY_ACCOUNT}
                scenarios:
                """;
        var text = new ScenarioText(file.getBytes(StandardCharsets.UTF_8));
        text.add("Nothing is known", tree("[{\"KnownCustomer\":{\"tier\":null}}]"), tree("{}"));

        var scenario = read(new String(text.bytes(), StandardCharsets.UTF_8)).get(0);

        assertThat(scenario.given().all()).containsExactly(new KnownCustomer(null));
    }

    @Test
    void aListInBracketsIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> added("scenarios: [{name: x}]\n"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal).hasMessageContaining("in brackets");
                            assertThat(refusal.remedy()).contains("- name:").contains("列表");
                        });
        assertThatThrownBy(() -> added("a: [")).isInstanceOf(Refusal.class);
    }
}
