package dev.innkeeper.workflow.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.support.Browser;
import dev.innkeeper.support.FailingWrites;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import dev.innkeeper.support.TimeMachine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Running cases on their way to a new version of their process. */
@InnkeeperTest
class MigrationIT {

    private static final Actor APPROVER = new Actor("approver1", Set.of(Group.RULE_APPROVER));

    /** A task with a date by which it is taken away, and beside it, for odd cases, another. */
    private static final String FIRST =
            """
            <bpmn:startEvent id="begun"/>
            <bpmn:sequenceFlow id="f1" sourceRef="begun" targetRef="isOdd"/>
            <bpmn:exclusiveGateway id="isOdd" default="f2"/>
            <bpmn:sequenceFlow id="f2" sourceRef="isOdd" targetRef="callGuest"/>
            <bpmn:sequenceFlow id="f3" sourceRef="isOdd" targetRef="askChef">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${odd}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:userTask id="callGuest" name="Call the guest"/>
            <bpmn:userTask id="askChef" name="Ask the chef"/>
            <bpmn:boundaryEvent id="timeIsOver" attachedToRef="callGuest">
              <bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${dueAt}</bpmn:timeDate></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="f4" sourceRef="callGuest" targetRef="done"/>
            <bpmn:sequenceFlow id="f5" sourceRef="askChef" targetRef="done"/>
            <bpmn:sequenceFlow id="f6" sourceRef="timeIsOver" targetRef="done"/>
            <bpmn:endEvent id="done"/>
            """;

    /** Nobody asks the chef any more, and who was not called in time gets a letter. */
    private static final String SECOND =
            """
            <bpmn:startEvent id="begun"/>
            <bpmn:sequenceFlow id="f1" sourceRef="begun" targetRef="callGuest"/>
            <bpmn:userTask id="callGuest" name="Call the guest at once">
              <bpmn:extensionElements><camunda:properties><camunda:property name="name.zh" value="立即致电客人"/></camunda:properties></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:boundaryEvent id="timeIsOver" attachedToRef="callGuest">
              <bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${dueAt}</bpmn:timeDate></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="f4" sourceRef="callGuest" targetRef="done"/>
            <bpmn:sequenceFlow id="f6" sourceRef="timeIsOver" targetRef="writeLetter"/>
            <bpmn:userTask id="writeLetter" name="Write a letter"/>
            <bpmn:sequenceFlow id="f7" sourceRef="writeLetter" targetRef="done"/>
            <bpmn:endEvent id="done"/>
            """;

    @Autowired private MigrationDesk desk;
    @Autowired private MigrationWorker worker;
    @Autowired private MigrationRunner runner;
    @Autowired private MigrationDryRun dryRun;
    @Autowired private ProcessVersions versions;
    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;
    @Autowired private ManagementService management;
    @Autowired private HistoryService history;
    @Autowired private ProcessEngineConfigurationImpl engine;
    @Autowired private FailingWrites failingWrites;
    @Autowired private TimeMachine time;
    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;

    @AfterEach
    void removeTrials() {
        failingWrites.stop();
        repository
                .createDeploymentQuery()
                .deploymentName("trial")
                .list()
                .forEach(trial -> repository.deleteDeployment(trial.getId(), true));
    }

    // Moving

    @Test
    void aCaseMovesWithItsTaskAndItsTimerKeepsItsMoment() {
        publish(FIRST);
        var running = start("K-1", false);
        var task = tasks.createTaskQuery().singleResult();
        var due = management.createJobQuery().singleResult().getDuedate();
        time.advance(Duration.ofDays(1));
        // The variable says another moment now, which a timer that is set does not follow.
        runtime.setVariable(running.getId(), "dueAt", Date.from(time.now()));
        publish(SECOND);

        var done = move(Map.of());

        assertThat(done.state()).isEqualTo(MigrationState.DONE);
        assertThat(done.moved()).isOne();
        assertThat(version(running)).isEqualTo(2);
        assertThat(tasks.createTaskQuery().singleResult().getId()).isEqualTo(task.getId());
        assertThat(management.createJobQuery().singleResult().getDuedate()).isEqualTo(due);
        assertThat(
                        history.createHistoricProcessInstanceQuery()
                                .processInstanceId(running.getId())
                                .singleResult()
                                .getProcessDefinitionVersion())
                .isEqualTo(2);

        time.moveTo(due.toInstant().minusSeconds(1));
        assertThat(tasks.createTaskQuery().singleResult().getTaskDefinitionKey())
                .isEqualTo("callGuest");
        time.moveTo(due.toInstant());
        assertThat(tasks.createTaskQuery().singleResult().getTaskDefinitionKey())
                .isEqualTo("writeLetter");
    }

    @Test
    void aCaseThatCannotMoveStaysAsItWasAndTheReportSaysWhy() {
        publish(FIRST);
        var odd = start("K-1", true);
        publish(SECOND);

        var done = move(Map.of());

        assertThat(done.failed()).isOne();
        assertThat(version(odd)).isEqualTo(1);
        var told = desk.cases(done.id(), CaseState.FAILED, 0, 10).items().get(0);
        assertThat(told.number()).isEqualTo("K-1");
        assertThat(told.reason())
                .contains("It stands at askChef (Ask the chef), which the new version has not.")
                .contains("Say which element takes its place")
                .contains("请指定由哪个元素代替");
        tasks.complete(tasks.createTaskQuery().singleResult().getId());
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void anElementTakesThePlaceOfOneThatIsNoLongerThere() {
        publish(FIRST);
        var odd = start("K-1", true);
        publish(SECOND);

        var done = move(Map.of("askChef", "writeLetter"));

        assertThat(done.moved()).isOne();
        assertThat(version(odd)).isEqualTo(2);
        assertThat(tasks.createTaskQuery().singleResult().getTaskDefinitionKey())
                .isEqualTo("writeLetter");
    }

    @Test
    void oneCaseThatFailsInTheMiddleOfAPageKeepsNoOtherBack() {
        publish(FIRST);
        var running = new HashMap<String, ProcessInstance>();
        for (var n = 1; n <= 25; n++) {
            var number = "K-%02d".formatted(n);
            running.put(number, start(number, n == 13));
        }
        publish(SECOND);

        var done = move(Map.of());

        assertThat(List.of(done.cases(), done.moved(), done.failed(), done.gone()))
                .containsExactly(25L, 24L, 1L, 0L);
        running.forEach(
                (number, instance) ->
                        assertThat(version(instance))
                                .as(number)
                                .isEqualTo(number.equals("K-13") ? 1 : 2));
    }

    @Test
    void aCaseThatHasEndedMeanwhileIsPassedOver() {
        publish(FIRST);
        start("K-1", false);
        start("K-2", false);
        publish(SECOND);
        var begun = begin(Map.of());
        var first = tasks.createTaskQuery().processInstanceBusinessKey("K-1").singleResult();
        tasks.complete(first.getId());

        worker.work();

        var done = desk.read(begun.id());
        assertThat(done.gone()).isOne();
        assertThat(done.moved()).isOne();
    }

    // Crashes and company

    @Test
    void isGoneOnWithAfterACrash() {
        publish(FIRST);
        for (var n = 1; n <= 45; n++) {
            start("K-%02d".formatted(n), false);
        }
        publish(SECOND);
        var begun = begin(Map.of());
        var pages = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                runner.run(
                                        begun.id(),
                                        () -> {
                                            if (pages.incrementAndGet() == 3) {
                                                failingWrites.takeDatabaseAway();
                                            }
                                            return false;
                                        }))
                .hasStackTraceContaining("told to be away");
        failingWrites.stop();
        assertThat(desk.read(begun.id()).moved()).isEqualTo(40);
        assertThat(desk.read(begun.id()).state()).isEqualTo(MigrationState.RUNNING);

        worker.work();

        var done = desk.read(begun.id());
        assertThat(done.state()).isEqualTo(MigrationState.DONE);
        assertThat(done.moved()).isEqualTo(45);
        assertThat(done.endedAt()).isBetween(begun.askedAt(), time.now());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7, 10})
    void whateverWriteFailsNoCaseIsMovedHalf(int nth) {
        publish(FIRST);
        var running = new ArrayList<ProcessInstance>();
        for (var n = 1; n <= 3; n++) {
            running.add(start("K-" + n, false));
        }
        publish(SECOND);
        var begun = begin(Map.of());

        failingWrites.failAt(nth);
        worker.work();
        failingWrites.stop();
        worker.work();

        var done = desk.read(begun.id());
        assertThat(done.state()).isEqualTo(MigrationState.DONE);
        var moved =
                desk.cases(begun.id(), CaseState.MOVED, 0, 10).items().stream()
                        .map(MigratedCase::processInstance)
                        .toList();
        for (var instance : running) {
            assertThat(version(instance)).isEqualTo(moved.contains(instance.getId()) ? 2 : 1);
            assertThat(
                            management
                                    .createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .singleResult()
                                    .getProcessDefinitionId())
                    .isEqualTo(definition(instance));
        }
    }

    @Test
    void twoNodesShareTheCases() {
        publish(FIRST);
        for (var n = 1; n <= 60; n++) {
            start("K-%02d".formatted(n), false);
        }
        publish(SECOND);
        var begun = begin(Map.of());

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(worker::work),
                        CompletableFuture.runAsync(worker::work))
                .join();
        worker.work();

        var done = desk.read(begun.id());
        assertThat(done.moved()).isEqualTo(60);
        assertThat(done.state()).isEqualTo(MigrationState.DONE);
    }

    // In the browser

    @Test
    void aManagerSaysWhatTakesThePlaceOfAnElementAndSeesTheCaseMoved() {
        publish(FIRST);
        var odd = start("K-1", true);
        publish(SECOND);

        try (Browser browser = Browser.open(port, "en")) {
            browser.go("/changes/running-cases");
            browser.send(By.name("username"), "approver1");
            browser.send(By.name("password"), "approver1-demo");
            browser.click(By.cssSelector("button[type=submit]"));
            browser.click(By.xpath("//tr[contains(., '(trial)')]//button"));
            browser.seeText("It stands at askChef (Ask the chef), which the new version has not.");
            browser.seeGone(By.cssSelector("#move-now button"));

            assertThat(browser.see(By.name("askChef")).getDomProperty("value"))
                    .isEqualTo("writeLetter");
            browser.click(By.cssSelector("#mapping button"));
            browser.click(By.xpath("//*[@id='move-now']/button[text()='Move cases (1)']"));
            browser.see(By.cssSelector("#progress .tiles"));
            worker.work();
            browser.see(By.xpath("//*[@id='report']//*[text()='moved']"));
        }
        assertThat(version(odd)).isEqualTo(2);
    }

    // Looking ahead

    @Test
    void aPreviewSaysOfEachCaseWhatMovesWhereAndChangesNothing() {
        publish(FIRST);
        start("K-1", false);
        start("K-2", false);
        start("K-3", true);
        publish(SECOND);
        var before = RowCounts.of(jdbc);

        var preview = desk.preview(new MigrationRequest("trial", 1, null, Map.of()), 0, 2);

        assertThat(preview.to()).isEqualTo(2);
        assertThat(preview.places()).extracting(Place::cases).containsExactly(2L, 1L);
        assertThat(preview.places()).extracting(Place::isMovable).containsExactly(true, false);
        assertThat(preview.cases().total()).isEqualTo(3);
        assertThat(preview.cases().items())
                .extracting(CasePreview::number)
                .containsExactly("K-1", "K-2");
        assertThat(preview.cases().items().get(0).place().moves())
                .containsExactly(
                        new Place.Move(
                                "callGuest",
                                "Call the guest",
                                "callGuest",
                                "Call the guest at once | 立即致电客人",
                                List.of()));
        assertThat(preview.places().get(1).moves().get(0).perhaps()).containsExactly("writeLetter");
        assertThat(preview.places().get(1).obstacles())
                .singleElement()
                .asString()
                .contains("which the new version has not");
        assertThat(RowCounts.of(jdbc)).isEqualTo(before);
        assertThat(runtime.createProcessInstanceQuery().list())
                .allSatisfy(each -> assertThat(version(each)).isEqualTo(1));
    }

    @Test
    void aDryRunOfADraftSaysWhichCasesWouldStayAndLeavesNothingBehind() {
        publish(FIRST);
        start("K-1", false);
        start("K-2", true);
        start("K-3", true);
        var before = RowCounts.of(jdbc);
        var cached = engine.getDeploymentCache().getProcessDefinitionCache().size();

        var findings = dryRun.dryRun("trial", Map.of("trial.bpmn", bytes(SECOND)));

        assertThat(findings)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                            assertThat(finding.file()).isEqualTo("trial.bpmn");
                            assertThat(finding.place()).isEqualTo("element askChef");
                            assertThat(finding.message())
                                    .contains(
                                            "version 1 that cannot move here and would end in their"
                                                    + " version: 2")
                                    .contains("版本 1 中有 2 个运行中的案件无法迁移");
                        });
        assertThat(RowCounts.of(jdbc)).isEqualTo(before);
        assertThat(engine.getDeploymentCache().getProcessDefinitionCache().size())
                .isEqualTo(cached);
        assertThat(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey("trial")
                                .latestVersion()
                                .singleResult()
                                .getVersion())
                .isEqualTo(1);
        start("K-4", false);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(4);
    }

    @Test
    void aDryRunOfADiagramThatCannotBePublishedSaysSo() {
        assertThat(
                        dryRun.dryRun(
                                "trial",
                                Map.of("trial.bpmn", bytes("<bpmn:scriptTask id=\"x\"/>"))))
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.message())
                                        .contains("mend what else is found first")
                                        .contains("请先修正其他问题"));
    }

    @Test
    void showsTheVersionsInWhichCasesRun() {
        publish(FIRST);
        start("K-1", false);
        publish(SECOND);

        var trial =
                versions.list().stream()
                        .filter(each -> each.key().equals("trial"))
                        .findFirst()
                        .orElseThrow();

        assertThat(trial.versions())
                .extracting(ProcessVersions.Version::number, ProcessVersions.Version::running)
                .containsExactly(tuple(2, 0L), tuple(1, 1L));
    }

    // What is refused

    @Test
    void namesWhatIsNotThere() {
        publish(FIRST);
        start("K-1", true);
        publish(SECOND);

        assertThatThrownBy(
                        () -> desk.start(new MigrationRequest("trail", 1, 2, Map.of()), APPROVER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.field()).isEqualTo("process");
                            assertThat(refusal.remedy()).contains("Did you mean trial?");
                        });
        assertThatThrownBy(
                        () -> desk.start(new MigrationRequest("trial", 1, 7, Map.of()), APPROVER))
                .hasMessageContaining("has no version 7");
        assertThatThrownBy(
                        () ->
                                desk.start(
                                        new MigrationRequest(
                                                "trial", 1, 2, Map.of("askChef", "writeLeter")),
                                        APPROVER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.field()).isEqualTo("activities.askChef");
                            assertThat(refusal.remedy()).contains("Did you mean writeLetter?");
                        });
        assertThatThrownBy(
                        () ->
                                desk.start(
                                        new MigrationRequest(
                                                "trial", 1, 2, Map.of("askChef", "done")),
                                        APPROVER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.getMessage())
                                        .contains("done cannot take the place of askChef"));
        assertThatThrownBy(
                        () -> desk.start(new MigrationRequest("trial", 2, 1, Map.of()), APPROVER))
                .hasMessageContaining("No case runs in version 2");
    }

    private Migration move(Map<String, String> activities) {
        var begun = begin(activities);
        worker.work();
        return desk.read(begun.id());
    }

    private Migration begin(Map<String, String> activities) {
        return desk.start(new MigrationRequest("trial", 1, 2, activities), APPROVER);
    }

    private ProcessInstance start(String number, boolean odd) {
        return runtime.startProcessInstanceByKey(
                "trial",
                number,
                Map.of("odd", odd, "dueAt", Date.from(time.now().plus(Duration.ofDays(3)))));
    }

    private int version(ProcessInstance instance) {
        return repository.getProcessDefinition(definition(instance)).getVersion();
    }

    private String definition(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getProcessDefinitionId();
    }

    private void publish(String elements) {
        repository
                .createDeployment()
                .name("trial")
                .addString("trial.bpmn", new String(bytes(elements), StandardCharsets.UTF_8))
                .deploy();
    }

    private static byte[] bytes(String elements) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="trial">
          <bpmn:process id="trial" isExecutable="true" camunda:historyTimeToLive="P1D">
            %s
          </bpmn:process>
        </bpmn:definitions>
        """
                .formatted(elements)
                .getBytes(StandardCharsets.UTF_8);
    }
}
