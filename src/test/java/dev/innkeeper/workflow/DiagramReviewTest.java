package dev.innkeeper.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.DiagramFolder;
import dev.innkeeper.support.InnkeeperTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a review makes of the diagrams and forms of the house. */
@InnkeeperTest
class DiagramReviewTest {

    @Autowired private DiagramReview review;
    @Autowired private List<ProcessContract> contracts;

    @ParameterizedTest
    @ValueSource(strings = {"complaint", "keyaccount", "creditreview", "customer"})
    void findsNothingWrongWithWhatIsShipped(String folder) {
        assertThat(review.check(folder, files(folder))).isEmpty();
    }

    @Test
    void whatTheCodeSaysOfAProcessIsInItsDiagram() {
        var diagrams = new HashMap<String, BpmnModelInstance>();
        DiagramFolder.all().forEach(folder -> diagrams.putAll(folder.diagrams()));

        assertThat(contracts).hasSameSizeAs(diagrams.keySet());
        for (var contract : contracts) {
            var diagram = diagrams.get(contract.processKey() + ".bpmn");
            assertThat(diagram.getModelElementsByType(UserTask.class))
                    .extracting(UserTask::getId)
                    .containsExactlyInAnyOrderElementsOf(contract.tasks().keySet());
            assertThat(diagram.getModelElementsByType(ServiceTask.class))
                    .extracting(ServiceTask::getId)
                    .containsAll(contract.steps().keySet());
            assertThat(diagram.getModelElementsByType(Message.class))
                    .extracting(Message::getName)
                    .containsExactlyInAnyOrderElementsOf(contract.messages());
        }
    }

    /** The files of a shipped folder by name. */
    static Map<String, byte[]> files(String folder) {
        try (var all = Files.list(Path.of("processes", folder))) {
            var files = new TreeMap<String, byte[]>();
            for (var file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            assertThat(files).isNotEmpty();
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
