package dev.innkeeper.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.InnkeeperTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Diagrams go live with the release that holds them, and back with an earlier one. */
@InnkeeperTest
class DiagramDraftIT {

    private static final String DIAGRAM = "processes/customer/customer-care.bpmn";
    private static final String PROCESS = "customer-care";

    @LocalServerPort private int port;
    @Autowired private RepositoryService repository;

    private Editing editing;
    private List<String> deployed;

    @BeforeEach
    void open() {
        editing = new Editing(port);
        deployed = deployments();
    }

    @AfterEach
    void takeBack() {
        deployments().stream()
                .filter(id -> !deployed.contains(id))
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream().map(one -> one.getId()).toList();
    }

    /** The diagram that new cases follow. */
    private String followed() throws IOException {
        var newest =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .latestVersion()
                        .singleResult();
        try (var model = repository.getProcessModel(newest.getId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aDiagramGoesLiveAndBackWithItsRelease() throws IOException {
        var before = editing.live(DIAGRAM);
        var name =
                before.replaceFirst("(?s).*?<bpmn:userTask id=\"\\w+\" name=\"([^\"]+)\".*", "$1");
        long draft = editing.begin("Another name");
        editing.replace(draft, DIAGRAM, "name=\"" + name + "\"", "name=\"Speak with the guest\"");
        assertThat(followed()).isEqualTo(before);

        editing.publish(draft);
        assertThat(followed()).contains("Speak with the guest").isEqualTo(editing.live(DIAGRAM));

        var back = editing.approver().post("/api/releases/1/roll-back", Map.of("comment", "Back"));
        assertThat(back.status()).as(back.toString()).isEqualTo(201);
        assertThat(followed()).isEqualTo(before);
    }

    @Test
    void rulesAndDiagramsOfADraftGoLiveTogetherOrNotAtAll() throws IOException {
        long draft = editing.largeFrom3000();
        var before = editing.live(DIAGRAM);
        editing.replace(draft, DIAGRAM, "#{careSteps.", "#{careStep.");

        var found = editing.check(draft);

        assertThat(found.at("passed").asBoolean()).isFalse();
        assertThat(found.body().toString()).contains("Did you mean careSteps?");
        assertThat(editing.request(draft).status()).isEqualTo(422);
        assertThat(followed()).isEqualTo(before);
        assertThat(editing.live(Editing.SEVERITY)).contains(",5000,");
    }
}
