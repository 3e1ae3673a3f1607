package dev.innkeeper.creditreview.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.TermsVerdict;
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
 * The diagrams and forms of credit against the code. What a diagram names is there, and nothing is
 * there that no diagram names.
 */
@InnkeeperTest
class DiagramLintTest {

    @Autowired private List<TaskForms> taskForms;

    private final DiagramFolder folder = new DiagramFolder("creditreview");

    @Test
    void everyStepIsOneOfADiagram() {
        assertThat(DiagramFolder.stepsOf(CreditReviewSteps.class))
                .isEqualTo(folder.steps("creditReviewSteps"));
    }

    @Test
    void theModelerOffersExactlyTheSteps() throws IOException {
        assertThat(DiagramFolder.offered("creditreview-steps.json"))
                .containsExactlyInAnyOrderElementsOf(folder.expressions());
    }

    @Test
    void everyVariableThatAReviewReadsIsWritten() {
        var read =
                new TreeSet<>(
                        DiagramFolder.variables(
                                folder.diagrams().get(CreditReviewProcess.KEY + ".bpmn")));
        assertThat(read).contains("approverGroup", "verdict", "cut");
        assertThat(read.remove(CreditReviewProcess.JOINED_OPEN_REVIEW)).isTrue();
        assertThat(CreditReviewProcess.VARIABLES.all()).containsAll(read);
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
        assertThat(DiagramFolder.values(folder.field("approve-terms", "verdict")))
                .containsExactlyInAnyOrder(
                        Arrays.stream(TermsVerdict.values())
                                .map(Enum::name)
                                .toArray(String[]::new));
        assertThat(DiagramFolder.values(folder.field("request-credit-review", "cause")))
                .isSubsetOf(Arrays.stream(CreditCause.values()).map(Enum::name).toList());
    }
}
