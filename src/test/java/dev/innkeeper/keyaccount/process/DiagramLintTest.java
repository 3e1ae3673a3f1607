package dev.innkeeper.keyaccount.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.support.DiagramFolder;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.TaskForms;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The diagrams and forms of the key-account pipeline against the code. What a diagram names is
 * there, and nothing is there that no diagram names.
 */
@InnkeeperTest
class DiagramLintTest {

    @Autowired private List<TaskForms> taskForms;

    private final DiagramFolder folder = new DiagramFolder("keyaccount");

    @Test
    void everyStepIsOneOfADiagram() {
        assertThat(DiagramFolder.stepsOf(KeyAccountSteps.class))
                .isEqualTo(folder.steps("keyAccountSteps"));
        assertThat(DiagramFolder.stepsOf(ReviewSteps.class)).isEqualTo(folder.steps("reviewSteps"));
        assertThat(DiagramFolder.stepsOf(ExpenseSteps.class))
                .isEqualTo(folder.steps("expenseSteps"));
        assertThat(DiagramFolder.stepsOf(RewardSteps.class)).isEqualTo(folder.steps("rewardSteps"));
    }

    @Test
    void theModelerOffersExactlyTheSteps() throws IOException {
        assertThat(DiagramFolder.offered("keyaccount-steps.json"))
                .containsExactlyInAnyOrderElementsOf(folder.expressions());
    }

    @Test
    void everyVariableThatThePipelineReadsIsWritten() {
        var read = DiagramFolder.variables(folder.diagrams().get(KeyAccountProcess.KEY + ".bpmn"));
        assertThat(KeyAccountVariables.OF_THE_DEAL.all()).containsAll(read);
        assertThat(read).contains("nextCheckAt", "dealHeld", "nurtureUntil", "followUpOpensAt");
    }

    @Test
    void everyProcessWithTasksHasSomebodyWhoShowsItsForms() {
        var known = taskForms.stream().map(TaskForms::processKey).collect(Collectors.toSet());
        folder.diagrams()
                .values()
                .forEach(
                        diagram -> {
                            if (!diagram.getModelElementsByType(UserTask.class).isEmpty()) {
                                diagram.getModelElementsByType(Process.class)
                                        .forEach(
                                                process ->
                                                        assertThat(known)
                                                                .contains(process.getId()));
                            }
                        });
    }

    @Test
    void everyFieldOfATaskIsTakenByTheCode() {
        var ours =
                taskForms.stream()
                        .filter(
                                forms ->
                                        folder.diagrams().containsKey(forms.processKey() + ".bpmn"))
                        .toList();
        folder.each(
                UserTask.class,
                task -> {
                    var taken = new TreeSet<String>();
                    ours.forEach(forms -> taken.addAll(forms.asked(task.getId())));
                    assertThat(folder.answers(task.getCamundaFormRef()))
                            .as(task.getId())
                            .isEqualTo(taken);
                });
    }

    @Test
    void everyChoiceIsAValueOfTheCode() {
        folder.choices("source", LeadSource.values());
        folder.choices("need", Need.values());
        for (var kind : ExpenseKind.values()) {
            assertThat(folder.field("plan-deal", KeyAccountTasks.budget(kind))).isNotNull();
        }
        assertThat(DiagramFolder.values(folder.field("verify-lead", "verdict")))
                .containsExactlyInAnyOrder(
                        Arrays.stream(LeadVerdict.values()).map(Enum::name).toArray(String[]::new));
    }
}
