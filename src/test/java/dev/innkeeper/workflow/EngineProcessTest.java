package dev.innkeeper.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.support.TrialSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@InnkeeperTest
class EngineProcessTest {

    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;
    @Autowired private FormService forms;
    @Autowired private HistoryService history;
    @Autowired private FilterService filters;
    @Autowired private IdentityService identity;
    @Autowired private TrialSteps steps;
    @Autowired private TimeMachine time;
    @Autowired private InnkeeperClock clock;
    @Autowired private JdbcTemplate jdbc;

    @AfterEach
    void removeTrials() {
        identity.clearAuthentication();
        repository
                .createDeploymentQuery()
                .deploymentName("trial")
                .list()
                .forEach(trial -> repository.deleteDeployment(trial.getId(), true));
    }

    @Test
    void callsAStepAndShowsATaskAndTakesItsAnswer() {
        publish(diagram(service("#{trialSteps.noteArrival(execution)}")));

        var task = startAndWait();
        assertThat(forms.getTaskFormVariables(task.getId())).containsEntry("guest", "Wang Fang");
        assertThat(tasks.getVariables(task.getId())).doesNotContainKey("guest");
        tasks.complete(task.getId(), Map.of("answer", "a quiet room"));

        assertThat(steps.takeAnswers()).containsExactly("a quiet room");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void turnsTheArgumentOfAStepIntoItsType() {
        publish(diagram(service("#{trialSteps.noteNights(execution, nights)}")));

        var started = start(Map.of("nights", "3"));

        assertThat(runtime.getVariable(started.getId(), "kept")).isEqualTo("nights 3");
    }

    @Test
    void handsOnWhatAStepThrows() {
        publish(diagram(service("#{trialSteps.fail(execution)}")));

        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(ProcessEngineException.class)
                .hasRootCauseMessage("no room K-1");
    }

    @Test
    void dropsWhateverTheFormDoesNotAskFor() {
        publish(diagram(service("#{trialSteps.noteArrival(execution)}")));
        var first = startAndWait();
        var second = startAndWait();
        var process = first.getProcessInstanceId();
        var listening = tasks.createTaskQuery().taskId(second.getId()).singleResult();

        tasks.complete(first.getId(), Map.of("kept", "forged", "other", 1, "answer", "fine"));
        forms.submitTaskForm(listening.getId(), Map.of("kept", "forged", "answer", "good"));

        assertThat(steps.takeAnswers()).containsExactly("fine", "good");
        assertThat(
                        history.createHistoricVariableInstanceQuery()
                                .processInstanceId(process)
                                .singleResult()
                                .getValue())
                .isEqualTo("yes");
    }

    @Test
    void refusesAnAnswerThatIsNoPlainValue() {
        publish(diagram(service("#{trialSteps.noteArrival(execution)}")));
        var task = startAndWait();
        var object =
                Variables.serializedObjectValue("rO0ABQ==")
                        .objectTypeName("java.lang.Object")
                        .serializationDataFormat("application/x-java-serialized-object")
                        .create();

        assertThatThrownBy(
                        () ->
                                tasks.complete(
                                        task.getId(),
                                        Variables.createVariables()
                                                .putValueTyped("answer", object)))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("answer");
        assertThat(tasks.createTaskQuery().count()).isOne();
    }

    @Test
    void doesNotLetATaskEndByAnErrorOrAnEscalation() {
        publish(diagram(service("#{trialSteps.noteArrival(execution)}")));
        var task = startAndWait();

        assertThatThrownBy(() -> tasks.handleBpmnError(task.getId(), "any"))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> tasks.handleEscalation(task.getId(), "any"))
                .isInstanceOf(BadUserRequestException.class);
        assertThat(tasks.createTaskQuery().count()).isOne();
    }

    @Test
    void keepsInItsHistoryOnlyWhatTheFeatureNames() {
        publish(diagram(service("#{trialSteps.noteArrival(execution)}")));

        var task = startAndWait();
        tasks.complete(task.getId(), Map.of("answer", "call me at 13800138000"));

        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(variable -> variable.getName())
                .containsExactly("kept");
        for (var table : List.of("ACT_HI_VARINST", "ACT_HI_DETAIL")) {
            assertThat(jdbc.queryForList("SELECT NAME_ FROM " + table, String.class))
                    .as(table)
                    .containsOnly("kept");
        }
        assertThat(
                        history.createHistoricActivityInstanceQuery()
                                .activityType("userTask")
                                .finished()
                                .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${execution.processEngineServices.repositoryService}",
                "${execution.getProcessEngineServices()}",
                "${repositoryService.createDeployment()}",
                "${trialSteps.class}",
                "${trialSteps.getClass()}",
                "${trialSteps.takeAnswers().getClass()}",
                "${trialSteps['class']}",
                "${trialSteps.noSuchStep(execution)}",
                "${trialSteps.noteArrival(execution, 1)}",
                "${now()}",
                "${dateTime().getZone()}",
                "${unknownSteps.go(execution)}",
                "${trialSteps.noteNights(execution, ''.length())}",
                "${broken",
            })
    void refusesAnExpressionThatReachesFurtherThanSteps(String expression) {
        assertThatThrownBy(() -> publish(diagram(service(expression))))
                .isInstanceOf(ParseException.class)
                .satisfies(
                        refusal -> {
                            var explained = DiagramPublisher.explain((ParseException) refusal);
                            assertThat(explained)
                                    .contains("trial.bpmn:8 (x)")
                                    .containsAnyOf("expression", "step");
                        });
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("trial").count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <bpmn:scriptTask id="x" scriptFormat="juel"><bpmn:script>${1}</bpmn:script></bpmn:scriptTask> | runs a script
                    <bpmn:serviceTask id="x" camunda:class="java.lang.Object"/> | names a class
                    <bpmn:serviceTask id="x" camunda:delegateExpression="${trialSteps}"/> | names an object
                    <bpmn:serviceTask id="x" camunda:type="shell"/> | mechanism of the engine
                    <bpmn:serviceTask id="x" camunda:type="external" camunda:topic="t"/> | mechanism of the engine
                    <bpmn:businessRuleTask id="x" camunda:decisionRef="d"/> | decision of the engine
                    <bpmn:serviceTask id="x"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask> | calls a connector
                    <bpmn:userTask id="x" camunda:formKey="embedded:deployment:x.html"/> | names a form page
                    <bpmn:userTask id="x" camunda:formRef="missing" camunda:formRefBinding="deployment"/> | no form with the id missing
                    <bpmn:userTask id="x" camunda:formRef="missing" camunda:formRefBinding="latest"/> | bound to this very publication
                    <bpmn:userTask id="x"><bpmn:extensionElements><camunda:taskListener event="create" class="java.lang.Object"/></bpmn:extensionElements></bpmn:userTask> | names a class
                    <bpmn:userTask id="x"><bpmn:extensionElements><camunda:taskListener event="create"><camunda:script scriptFormat="juel">${1}</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask> | runs a script
                    <bpmn:userTask id="x"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="juel">${1}</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask> | runs a script
                    <bpmn:userTask id="x"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="a">${''.getClass()}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask> | may call steps only
                    <bpmn:userTask id="x"><bpmn:extensionElements><camunda:executionListener event="start" delegateExpression="${a}"/></bpmn:extensionElements></bpmn:userTask> | names an object
                    <bpmn:userTask id="x" camunda:candidateGroups="${''.getClass()}"/> | may call steps only
                    <bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition><bpmn:timeDuration>5 days</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent> | timer cannot be read
                    """)
    void refusesWhateverRunsCodeOrWouldFailLater(String element, String complaint) {
        assertThatThrownBy(() -> publish(diagram(element)))
                .isInstanceOf(ParseException.class)
                .satisfies(
                        refusal ->
                                assertThat(DiagramPublisher.explain((ParseException) refusal))
                                        .contains("trial.bpmn:8 (x)")
                                        .contains(complaint));
    }

    @Test
    void refusesAConditionThatIsAScript() {
        var scripted =
                diagram(service("#{trialSteps.noteArrival(execution)}"))
                        .replace(
                                "targetRef=\"end\"/>",
                                "targetRef=\"end\"><bpmn:conditionExpression"
                                    + " xsi:type=\"bpmn:tFormalExpression\""
                                    + " language=\"juel\">${true}</bpmn:conditionExpression></bpmn:sequenceFlow>");

        assertThatThrownBy(() -> publish(scripted)).hasMessageContaining("script");
    }

    @Test
    void refusesADecisionTableOfTheEngine() {
        var before = repository.createDecisionDefinitionQuery();
        assertThat(before).isNotNull();
        repository
                .createDeployment()
                .name("trial")
                .addString(
                        "trial.dmn",
                        "<definitions xmlns=\"http://www.omg.org/spec/DMN/20151101/dmn.xsd\"/>")
                .deploy();

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM ACT_RE_DECISION_DEF", Long.class))
                .isZero();
    }

    @Test
    void letsAStoredListAskForItsReaderAndNothingElse() {
        identity.setAuthentication("admin", List.of("camunda-admin"));
        var mine =
                filters.newTaskFilter("mine")
                        .setQuery(
                                tasks.createTaskQuery()
                                        .taskAssigneeExpression("${currentUser()}")
                                        .dueBeforeExpression("${dateTime().plusDays(1).toDate()}"));
        var evil =
                filters.newTaskFilter("evil")
                        .setQuery(
                                tasks.createTaskQuery()
                                        .taskAssigneeExpression("${''.getClass().getName()}"));
        var reaching =
                filters.newTaskFilter("reaching")
                        .setQuery(
                                tasks.createTaskQuery()
                                        .taskAssigneeExpression("${trialSteps.takeAnswers()}"));
        for (var filter : List.of(mine, evil, reaching)) {
            filters.saveFilter(filter);
        }
        try {
            assertThatCode(() -> filters.list(mine.getId())).doesNotThrowAnyException();
            assertThatThrownBy(() -> filters.list(evil.getId()))
                    .hasStackTraceContaining("may call steps only");
            assertThatThrownBy(() -> filters.list(reaching.getId()))
                    .isInstanceOf(ProcessEngineException.class);
        } finally {
            for (var filter : List.of(mine, evil, reaching)) {
                filters.deleteFilter(filter.getId());
            }
        }
    }

    @Test
    void oneClockMovesTheEngineAndOurCode() {
        publish(
                diagram(
                        """
                        <bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition>
                        <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${dueAt}</bpmn:timeDate>
                        </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                        """));
        var due = time.now().plus(Duration.ofDays(30));
        start(Map.of("dueAt", Date.from(due)));

        time.moveTo(due.minusSeconds(1));
        assertThat(tasks.createTaskQuery().count()).isZero();
        time.moveTo(due.plusSeconds(1));

        var task = tasks.createTaskQuery().singleResult();
        assertThat(task.getCreateTime().toInstant()).isBetween(due, due.plusSeconds(2));
        assertThat(clock.instant()).isAfterOrEqualTo(due);
    }

    @Test
    void keepsTimesInUtcToTheMillisecond() {
        publish(diagram(service("#{trialSteps.noteArrival(execution)}")));
        var task = startAndWait();

        var stored =
                jdbc.queryForObject(
                        "SELECT DATE_FORMAT(CREATE_TIME_, '%Y-%m-%dT%H:%i:%s.%fZ') FROM"
                                + " ACT_RU_TASK",
                        String.class);

        assertThat(Instant.parse(stored)).isEqualTo(task.getCreateTime().toInstant());
    }

    private Task startAndWait() {
        var started = start(Map.of());
        return tasks.createTaskQuery().processInstanceId(started.getId()).singleResult();
    }

    private ProcessInstance start(Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey("trial", "K-1", variables);
    }

    private DeploymentWithDefinitions publish(String diagram) {
        return repository
                .createDeployment()
                .name("trial")
                .addString("trial.bpmn", diagram)
                .deployWithResult();
    }

    private static String service(String expression) {
        return "<bpmn:serviceTask id=\"x\" camunda:expression=\"" + expression + "\"/>";
    }

    /** Start, the element with the id x, a user task, end. */
    private static String diagram(String element) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="trial">
          <bpmn:process id="trial" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="start"/>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>
            %s
            <bpmn:sequenceFlow id="f2" sourceRef="x" targetRef="task"/>
            <bpmn:userTask id="task"/>
            <bpmn:sequenceFlow id="f3" sourceRef="task" targetRef="end"/>
            <bpmn:endEvent id="end"/>
          </bpmn:process>
        </bpmn:definitions>
        """
                .formatted(element);
    }
}
