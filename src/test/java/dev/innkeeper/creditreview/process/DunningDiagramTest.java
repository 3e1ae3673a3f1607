package dev.innkeeper.creditreview.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.creditreview.DunningCourse;
import dev.innkeeper.creditreview.DunningStanding;
import dev.innkeeper.creditreview.DunningTask;
import dev.innkeeper.support.DiagramFolder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The diagram and forms of dunning against the code: what they name is there, and no more. */
class DunningDiagramTest {

    private static final Pattern TEXT = Pattern.compile("'([^']*)'");

    private final DiagramFolder folder = new DiagramFolder("creditreview");
    private final BpmnModelInstance diagram = folder.diagrams().get(DunningProcess.KEY + ".bpmn");

    @Test
    void theProcessIsTheOneThatTheCodeStarts() {
        assertThat(diagram.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(DunningProcess.KEY);
    }

    @Test
    void everyStepIsOneOfTheDiagramAndOfferedByTheModeler() throws IOException {
        assertThat(DiagramFolder.stepsOf(DunningSteps.class))
                .isEqualTo(folder.steps("dunningSteps"));
        assertThat(DiagramFolder.offered("creditreview-steps.json"))
                .contains("#{dunningSteps.checkDebt(execution)}");
    }

    @Test
    void everyVariableThatIsReadIsWrittenAndOnlyThoseAreWritten() {
        var read = new TreeSet<>(DiagramFolder.variables(diagram));
        read.add(DunningProcess.CASE_NUMBER);
        assertThat(read).isEqualTo(new TreeSet<>(DunningProcess.VARIABLES.all()));
        assertThat(diagram.getModelElementsByType(UserTask.class))
                .extracting(UserTask::getCamundaAssignee)
                .containsOnly("${" + DunningProcess.TAKEN_BY + "}");
    }

    @Test
    void everyAnswerOfAGatewayIsAValueOfTheCode() {
        var answers =
                diagram.getModelElementsByType(ConditionExpression.class).stream()
                        .flatMap(each -> TEXT.matcher(each.getTextContent()).results())
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        var known = names(DunningStanding.values());
        known.addAll(names(DunningTask.values()));
        assertThat(known).containsAll(answers);
        assertThat(answers).hasSize(4);
    }

    @Test
    void everyMessageIsOneThatTheCodeSends() {
        assertThat(diagram.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder(
                        DunningProcess.DUNNING_CHANGED, DunningProcess.DUNNING_WITHDRAWN);
    }

    @Test
    void everyTaskIsThatOfItsStageAndItsAnswersAreTaken() {
        var forms = new DunningTasks(null, null, null);
        var tasks = diagram.getModelElementsByType(UserTask.class);
        assertThat(tasks)
                .extracting(UserTask::getId)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DunningTask.values()).map(DunningTasks::element).toList());
        for (var task : tasks) {
            assertThat(folder.answers(task.getCamundaFormRef()))
                    .as(task.getId())
                    .isEqualTo(new TreeSet<>(forms.asked(task.getId())));
        }
        for (var task : DunningTask.values()) {
            assertThat(tasks)
                    .filteredOn(each -> each.getId().equals(DunningTasks.element(task)))
                    .extracting(UserTask::getCamundaCandidateGroups)
                    .containsExactly(task.doer().id());
        }
    }

    @Test
    void everyChoiceOfAFormIsAValueOfTheCode() {
        assertThat(DiagramFolder.values(folder.field("take-over", "course")))
                .isEqualTo(names(DunningCourse.values()));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
