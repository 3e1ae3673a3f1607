package dev.innkeeper.keyaccount.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.PartnerDesk;
import dev.innkeeper.keyaccount.PartnerFilter;
import dev.innkeeper.keyaccount.PartnerRow;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff enter of partners in the Tasklist. */
@InnkeeperTest
class PartnerEntryProcessTest {

    @Autowired private PartnerDesk desk;
    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @Autowired private FormService forms;
    @Autowired private HistoryService history;
    @Autowired private IdentityService identity;

    @Test
    void aNewPartnerIsEnteredWithTheProspectAtOnce() {
        Map<String, Object> answers = partner();
        answers.put("namesProspect", true);
        answers.put("prospectCompany", "Galaxy Technology");
        answers.put("project", "Annual meeting");

        enter("sales1", answers);

        assertThat(all())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.partner().name()).isEqualTo("Far Horizon");
                            assertThat(row.partner().registeredBy()).isEqualTo("sales1");
                            assertThat(row.registrations()).isEqualTo(1);
                        });
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(history.createHistoricVariableInstanceQuery().count())
                .as("nothing that was entered stays with the engine")
                .isZero();
    }

    @Test
    void aProspectOfAKnownPartnerIsEnteredByNameOrId() {
        enter("sales1", partner());
        String id = all().get(0).partner().id();

        enter(
                "keyaccount1",
                Map.of(
                        "entry",
                        "PROSPECT",
                        "partner",
                        "far horizon",
                        "prospectCompany",
                        "Galaxy Technology",
                        "project",
                        "Annual meeting"));
        enter(
                "sales1",
                Map.of(
                        "entry",
                        "PROSPECT",
                        "partner",
                        id,
                        "prospectPhone",
                        "13800006666",
                        "at",
                        "2026-02-20T16:00",
                        "proof",
                        "A letter",
                        "project",
                        "A party"));

        assertThat(desk.file(id).registrations())
                .satisfiesExactly(
                        latest -> assertThat(latest.enteredBy()).isEqualTo("keyaccount1"),
                        earlier -> assertThat(earlier.at()).isEqualTo("2026-02-20T08:00:00Z"));
    }

    @Test
    void whatIsRefusedIsSaidAndNothingIsKept() {
        Map<String, Object> nameless = partner();
        nameless.remove("name");
        refused("sales1", nameless, Refusal.Kind.INVALID, "name");
        refused("sales1", Map.of(), Refusal.Kind.INVALID, "entry");
        refused(
                "sales1",
                Map.of("entry", "PROSPECT", "partner", "Nobody", "project", "x"),
                Refusal.Kind.UNKNOWN,
                "partner");
        refused(
                "sales1",
                Map.of("entry", "CLAIM", "rewardNumber", "REW-2026-999999"),
                Refusal.Kind.UNKNOWN,
                "number");
        assertThatThrownBy(() -> enter("finance1", partner()))
                .isInstanceOf(AuthorizationException.class);
        assertThat(all()).isEmpty();
        assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
    }

    private static Map<String, Object> partner() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("entry", "PARTNER");
        answers.put("kind", "AGENT");
        answers.put("name", "Far Horizon");
        answers.put("phone", "139 0000 8888");
        return answers;
    }

    private List<PartnerRow> all() {
        return desk.find(new PartnerFilter(null, null, null), 0, 10).items();
    }

    private void refused(
            String user, Map<String, Object> answers, Refusal.Kind kind, String field) {
        assertThatThrownBy(() -> enter(user, answers))
                .satisfies(
                        failure ->
                                assertThat(Refusals.within(failure))
                                        .hasValueSatisfying(
                                                refusal -> {
                                                    assertThat(refusal.kind())
                                                            .as(refusal.getMessage())
                                                            .isEqualTo(kind);
                                                    assertThat(refusal.field()).isEqualTo(field);
                                                }));
    }

    private void enter(String user, Map<String, Object> answers) {
        String definition =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(RewardProcess.ENTRY_KEY)
                        .latestVersion()
                        .singleResult()
                        .getId();
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(org.camunda.bpm.engine.identity.Group::getId)
                        .toList());
        try {
            forms.submitStartForm(definition, answers);
        } finally {
            identity.clearAuthentication();
        }
    }
}
