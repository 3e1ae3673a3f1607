package dev.innkeeper.customer.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.DiagramFolder;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.TaskForms;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The diagrams and forms of the customer file against the code. What a diagram names is there, and
 * nothing is there that no diagram names.
 */
@InnkeeperTest
class DiagramLintTest {

    @Autowired private List<TaskForms> taskForms;

    private final DiagramFolder folder = new DiagramFolder("customer");

    @Test
    void everyStepIsOneOfADiagram() {
        assertThat(DiagramFolder.stepsOf(CareSteps.class)).isEqualTo(folder.steps("careSteps"));
    }

    @Test
    void theModelerOffersExactlyTheSteps() throws IOException {
        assertThat(DiagramFolder.offered("customer-steps.json"))
                .containsExactlyInAnyOrderElementsOf(folder.expressions());
    }

    @Test
    void everyVariableThatCareReadsIsWritten() {
        var read = DiagramFolder.variables(folder.diagrams().get(CareProcess.KEY + ".bpmn"));
        assertThat(CareVariables.OF_THE_CASE.all()).containsAll(read);
        assertThat(read).contains("callerGroups", "nextCallAt", "answerUntil", "offerEarned");
    }

    @Test
    void everyMessageIsOneThatTheCodeSends() {
        assertThat(folder.all(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder(
                        CareProcess.CARE_ANSWERED,
                        CareProcess.CUSTOMER_RETURNED,
                        CareProcess.CARE_WITHDRAWN);
    }

    @Test
    void everyFieldOfATaskIsTakenByTheCode() {
        var ours =
                taskForms.stream()
                        .filter(
                                forms ->
                                        folder.diagrams().containsKey(forms.processKey() + ".bpmn"))
                        .toList();
        assertThat(ours).isNotEmpty();
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
}
