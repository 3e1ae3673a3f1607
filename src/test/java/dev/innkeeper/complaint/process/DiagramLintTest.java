package dev.innkeeper.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.support.DiagramFolder;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/**
 * The diagrams and forms of complaints against the code. What a diagram names (steps, variables,
 * messages, forms, fields) is there, and nothing is there that no diagram names.
 */
class DiagramLintTest {

    private final DiagramFolder folder = new DiagramFolder("complaint");

    @Test
    void everyStepIsOneOfADiagram() {
        assertThat(DiagramFolder.stepsOf(ComplaintSteps.class))
                .isEqualTo(folder.steps("complaintSteps"));
    }

    @Test
    void theModelerOffersExactlyTheSteps() throws IOException {
        assertThat(DiagramFolder.offered("complaint-steps.json"))
                .containsExactlyInAnyOrderElementsOf(folder.expressions());
    }

    @Test
    void everyVariableThatADiagramReadsIsWritten() {
        var known = new HashSet<>(ComplaintVariables.OF_THE_CASE.all());
        known.addAll(
                Set.of(
                        CorrectiveActionProcess.ANSWERABLE_GROUP,
                        CorrectiveActionProcess.STATE_BY,
                        CorrectiveActionProcess.VERIFY_AT,
                        CorrectiveActionProcess.EFFECTIVE));
        var read = new TreeSet<String>();
        folder.diagrams().values().forEach(one -> read.addAll(DiagramFolder.variables(one)));
        assertThat(known).containsAll(read);
        assertThat(read).contains("nextCheckAt", "callbackOutcome", "verifyAt");
    }

    @Test
    void everyMessageIsOneThatTheCodeSends() {
        assertThat(folder.all(Message.class).stream().map(Message::getName))
                .containsExactlyInAnyOrder(
                        ComplaintProcess.GUEST_ANSWERED,
                        ComplaintProcess.CLOCK_CHANGED,
                        ComplaintProcess.COMPLAINT_WITHDRAWN,
                        ComplaintProcess.GUEST_MESSAGE_RECEIVED,
                        ComplaintProcess.REGRADE_REQUESTED);
    }

    @Test
    void everyProcessIsNamedInTheCode() {
        assertThat(folder.all(Process.class).stream().map(Process::getId))
                .containsExactlyInAnyOrder(
                        ComplaintProcess.KEY,
                        ComplaintProcess.UPDATE_KEY,
                        CorrectiveActionProcess.KEY);
    }

    @Test
    void everyFieldOfATaskIsTakenByTheCode() {
        var complaint = new ComplaintTasks(null, null, null, null);
        var corrective = new CorrectiveActionProcess(null, null, null, null);
        folder.each(
                UserTask.class,
                task -> {
                    var taken = new TreeSet<>(complaint.asked(task.getId()));
                    taken.addAll(corrective.asked(task.getId()));
                    assertThat(folder.answers(task.getCamundaFormRef()))
                            .as(task.getId())
                            .isEqualTo(taken);
                });
    }

    @Test
    void everyChoiceIsAValueOfTheCode() {
        folder.choices("kind", Kind.values());
        folder.choices("channel", Channel.values());
        folder.choices("category", Category.values());
        folder.choices("harm", Harm.values());
        folder.choices("dimension", ServqualDimension.values());
        folder.choices("severity", Severity.values());
        folder.choices("finding", Finding.values());
        assertThat(DiagramFolder.values(folder.field("investigate-complaint", "answerable")))
                .allSatisfy(id -> assertThat(Group.find(id)).isPresent());
        for (var kind : RemedyKind.values()) {
            assertThat(folder.field("investigate-complaint", ComplaintTasks.field(kind)))
                    .isNotNull();
        }
    }

    @Test
    void everyConditionOfAFormReadsAFieldOrAText() {
        assertThat(folder.shownTexts())
                .isSubsetOf(
                        "guestMessages",
                        "reasons",
                        "history",
                        "soFar",
                        "rejected",
                        "proposal",
                        "verdict");
    }
}
