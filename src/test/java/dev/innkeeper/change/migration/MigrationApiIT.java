package dev.innkeeper.change.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@InnkeeperTest
class MigrationApiIT {

    private static final Map<String, Object> ASKED = Map.of("process", "trial", "from", 1, "to", 2);

    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @LocalServerPort private int port;

    @BeforeEach
    void twoVersionsAndACase() {
        publish("callGuest");
        runtime.startProcessInstanceByKey("trial", "K-1");
        publish("writeLetter");
    }

    @AfterEach
    void removeTrials() {
        repository
                .createDeploymentQuery()
                .deploymentName("trial")
                .list()
                .forEach(trial -> repository.deleteDeployment(trial.getId(), true));
    }

    private void publish(String task) {
        repository
                .createDeployment()
                .name("trial")
                .addModelInstance(
                        "trial.bpmn",
                        Bpmn.createExecutableProcess("trial")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask(task)
                                .endEvent()
                                .done())
                .deploy();
    }

    @Test
    void showsTheVersionsOfAProcess() {
        var answer = Api.at(port).as("editor1").get("/api/processes");

        assertThat(answer.status()).isEqualTo(200);
        var trial =
                StreamSupport.stream(answer.body().spliterator(), false)
                        .filter(each -> each.path("key").asText().equals("trial"))
                        .findFirst()
                        .orElseThrow();
        assertThat(trial.at("/versions/0/version").asInt()).isEqualTo(2);
        assertThat(trial.at("/versions/0/newest").asBoolean()).isTrue();
        assertThat(trial.at("/versions/1/running").asInt()).isOne();
        assertThat(answer.body().findValuesAsText("name")).contains("Complaint handling | 投诉处理");
    }

    @Test
    void previewsPerCase() {
        var answer = Api.at(port).as("auditor1").post("/api/migrations/preview", ASKED);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("cases.items.0.number")).isEqualTo("K-1");
        assertThat(answer.at("cases.items.0.movable").asBoolean()).isFalse();
        assertThat(answer.text("places.0.obstacles.0")).contains("It stands at callGuest");
    }

    @Test
    void movesOnceHoweverOftenItIsAsked() {
        var approver = Api.at(port).as("approver1").with("Idempotency-Key", "move-trial");

        var first = approver.post("/api/migrations", ASKED);
        var again = approver.post("/api/migrations", ASKED);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/api/migrations/" + first.text("id"));
        assertThat(first.text("state")).isEqualTo("RUNNING");
        assertThat(first.text("askedBy")).isEqualTo("approver1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        var list = Api.at(port).as("auditor1").get("/api/migrations");
        assertThat(list.at("total").asInt()).isOne();
        var cases =
                Api.at(port)
                        .as("editor1")
                        .get("/api/migrations/" + first.text("id") + "/cases?state=WAITING");
        assertThat(cases.text("items.0.number")).isEqualTo("K-1");
    }

    @ParameterizedTest
    @CsvSource({
        "approver1, 200, 201",
        "editor1,   200, 403",
        "auditor1,  200, 403",
        "manager1,  403, 403",
        "lobby1,    403, 403",
        "pms,       403, 403",
        "admin,     403, 403"
    })
    void letsApproversMoveAndEditorsAndAuditorsLook(String user, int looking, int moving) {
        var api = Api.at(port).as(user);

        assertThat(api.get("/api/processes").status()).isEqualTo(looking);
        assertThat(api.get("/api/migrations").status()).isEqualTo(looking);
        assertThat(api.post("/api/migrations/preview", ASKED).status()).isEqualTo(looking);
        assertThat(api.post("/api/migrations", ASKED).status()).isEqualTo(moving);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        var api = Api.at(port).as("approver1");

        assertThat(api.get("/api/migrations/999").status()).isEqualTo(404);
        assertThat(api.post("/api/migrations", Map.of("process", "trial")).status()).isEqualTo(400);
        var unknown = api.post("/api/migrations", Map.of("process", "trail", "from", 1, "to", 2));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.toString()).contains("Did you mean trial?");
    }
}
