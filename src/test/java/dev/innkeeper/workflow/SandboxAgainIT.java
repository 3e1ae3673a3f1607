package dev.innkeeper.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Finding;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Diagrams and forms of somebody who means harm: no script, no code, no bean but the steps, nothing
 * outside. Each is refused where drafts are checked, and by the engine itself whatever way it comes
 * in.
 */
@InnkeeperTest
class SandboxAgainIT {

    private static final String[] EVIL = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${dataSource.getConnection()}",
        "${execution.getProcessEngineServices().getRepositoryService()}",
        "#{environment['user.home']}"
    };

    /** Every place of a diagram in which the engine would evaluate an expression. */
    private static final String[] PLACES = {
        "<bpmn:serviceTask id='x' camunda:expression='%s'/>",
        "<bpmn:serviceTask id='x' camunda:expression='#{trialSteps.noteNights(execution, %s)}'/>",
        "<bpmn:sendTask id='x' camunda:expression='%s'/>",
        "<bpmn:userTask id='x' camunda:assignee='%s'/>",
        "<bpmn:userTask id='x' camunda:candidateUsers='%s'/>",
        "<bpmn:userTask id='x' camunda:candidateGroups='%s'/>",
        "<bpmn:userTask id='x' camunda:dueDate='%s'/>",
        "<bpmn:userTask id='x' camunda:followUpDate='%s'/>",
        "<bpmn:userTask id='x' camunda:priority='%s'/>",
        "<bpmn:userTask id='x' name='%s'/>",
        "<bpmn:userTask id='x' camunda:formRef='%s' camunda:formRefBinding='deployment'/>",
        "<bpmn:userTask id='x'><bpmn:potentialOwner><bpmn:resourceAssignmentExpression>"
                + "<bpmn:formalExpression>%s</bpmn:formalExpression>"
                + "</bpmn:resourceAssignmentExpression></bpmn:potentialOwner></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:extensionElements>"
                + "<camunda:taskListener event='create' expression='%s'/>"
                + "</bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:extensionElements>"
                + "<camunda:executionListener event='start' expression='%s'/>"
                + "</bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:inputOutput>"
                + "<camunda:inputParameter name='a'>%s</camunda:inputParameter>"
                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask"
                + " id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter"
                + " name='a'><camunda:list><camunda:value>%s</camunda:value>"
                + "</camunda:list></camunda:outputParameter>"
                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:inputOutput>"
                + "<camunda:inputParameter name='a'><camunda:map><camunda:entry key='b'>%s"
                + "</camunda:entry></camunda:map></camunda:inputParameter>"
                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:multiInstanceLoopCharacteristics camunda:collection='%s'"
                + " camunda:elementVariable='one'/></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality"
                + " xsi:type='bpmn:tFormalExpression'>%s</bpmn:loopCardinality>"
                + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:multiInstanceLoopCharacteristics>"
                + "<bpmn:loopCardinality xsi:type='bpmn:tFormalExpression'>2</bpmn:loopCardinality>"
                + "<bpmn:completionCondition xsi:type='bpmn:tFormalExpression'>%s"
                + "</bpmn:completionCondition>"
                + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>",
        "<bpmn:callActivity id='x' calledElement='%s'/>",
        "<bpmn:callActivity id='x' calledElement='dunning' camunda:calledElementTenantId='%s'/>",
        "<bpmn:callActivity id='x' calledElement='dunning'><bpmn:extensionElements>"
                + "<camunda:in sourceExpression='%s' target='a'/>"
                + "</bpmn:extensionElements></bpmn:callActivity>",
        "<bpmn:callActivity id='x' calledElement='dunning'><bpmn:extensionElements>"
                + "<camunda:in businessKey='%s'/></bpmn:extensionElements></bpmn:callActivity>",
        "<bpmn:serviceTask id='x' camunda:expression='#{trialSteps.noteArrival(execution)}'"
                + " camunda:asyncBefore='true' camunda:jobPriority='%s'/>",
        "<bpmn:serviceTask id='x' camunda:expression='#{trialSteps.noteArrival(execution)}'"
                + " camunda:asyncBefore='true'><bpmn:extensionElements>"
                + "<camunda:failedJobRetryTimeCycle>%s</camunda:failedJobRetryTimeCycle>"
                + "</bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:intermediateCatchEvent id='x'><bpmn:timerEventDefinition>"
                + "<bpmn:timeDate xsi:type='bpmn:tFormalExpression'>%s</bpmn:timeDate>"
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
        "<bpmn:intermediateCatchEvent id='x'><bpmn:conditionalEventDefinition>"
                + "<bpmn:condition xsi:type='bpmn:tFormalExpression'>%s</bpmn:condition>"
                + "</bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
        "<bpmn:intermediateThrowEvent id='x'><bpmn:messageEventDefinition"
                + " camunda:expression='%s'/></bpmn:intermediateThrowEvent>"
    };

    /** Everything that is code or calls out without an expression. */
    private static final String[] CODE = {
        "<bpmn:scriptTask id='x'"
                + " scriptFormat='juel'><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>",
        "<bpmn:scriptTask id='x' scriptFormat='groovy' camunda:resource='classpath://x.groovy'/>",
        "<bpmn:serviceTask id='x' camunda:class='java.lang.Object'/>",
        "<bpmn:serviceTask id='x' camunda:delegateExpression='${trialSteps}'/>",
        "<bpmn:serviceTask id='x' camunda:type='shell'/>",
        "<bpmn:serviceTask id='x' camunda:type='mail'/>",
        "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='t'/>",
        "<bpmn:sendTask id='x' camunda:class='java.lang.Object'/>",
        "<bpmn:sendTask id='x' camunda:type='external' camunda:topic='t'/>",
        "<bpmn:businessRuleTask id='x' camunda:decisionRef='d'/>",
        "<bpmn:businessRuleTask id='x' camunda:class='java.lang.Object'/>",
        "<bpmn:serviceTask id='x'><bpmn:extensionElements><camunda:connector>"
                + "<camunda:connectorId>http-connector</camunda:connectorId>"
                + "</camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:serviceTask id='x' camunda:expression='#{trialSteps.noteArrival(execution)}'>"
                + "<bpmn:extensionElements><camunda:field name='a' stringValue='b'/>"
                + "</bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:userTask id='x' camunda:formKey='embedded:deployment:x.html'/>",
        "<bpmn:userTask id='x' camunda:formKey='https://elsewhere.example/x.html'/>",
        "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:formData>"
                + "<camunda:formField id='a' type='string'/></camunda:formData>"
                + "</bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:extensionElements>"
                + "<camunda:taskListener event='complete' class='java.lang.Object'/>"
                + "</bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:extensionElements>"
                + "<camunda:taskListener event='complete' delegateExpression='${a}'/>"
                + "</bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:taskListener event='complete'>"
                + "<camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:taskListener>"
                + "</bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:extensionElements>"
                + "<camunda:executionListener event='end' class='java.lang.Object'/>"
                + "</bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:inputOutput>"
                + "<camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>${1}"
                + "</camunda:script></camunda:inputParameter></camunda:inputOutput>"
                + "</bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:callActivity id='x' calledElement='dunning'"
                + " camunda:variableMappingClass='java.lang.Object'/>",
        "<bpmn:callActivity id='x' calledElement='dunning'"
                + " camunda:variableMappingDelegateExpression='${a}'/>",
        "<bpmn:callActivity id='x' camunda:caseRef='anything'/>",
        "<bpmn:intermediateThrowEvent id='x'><bpmn:messageEventDefinition"
                + " camunda:class='java.lang.Object'/></bpmn:intermediateThrowEvent>",
        "<bpmn:intermediateThrowEvent id='x'><bpmn:messageEventDefinition"
                + " camunda:type='external' camunda:topic='t'/></bpmn:intermediateThrowEvent>"
    };

    @Autowired private DiagramReview review;
    @Autowired private RepositoryService repository;
    @LocalServerPort private int port;

    @AfterEach
    void nothingWasPublished() {
        var published = repository.createDeploymentQuery().deploymentName("trial").list();
        published.forEach(each -> repository.deleteDeployment(each.getId(), true));
        assertThat(published).isEmpty();
    }

    static Stream<String> expressions() {
        return Stream.of(PLACES)
                .flatMap(
                        place ->
                                Stream.of(EVIL)
                                        .map(
                                                evil ->
                                                        place.formatted(
                                                                place.contains("noteNights")
                                                                        ? evil.substring(
                                                                                        2,
                                                                                        evil
                                                                                                        .length()
                                                                                                - 1)
                                                                                .replace(
                                                                                        "'",
                                                                                        "&apos;")
                                                                        : evil.replace(
                                                                                "'", "&apos;"))));
    }

    static Stream<String> code() {
        return Stream.of(CODE);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void noExpressionReachesFurtherThanSteps(String element) {
        isRefused(Map.of("trial.bpmn", diagram(element)));
    }

    @ParameterizedTest
    @MethodSource("code")
    void nothingIsCodeOrCallsOut(String element) {
        isRefused(Map.of("trial.bpmn", diagram(element)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'"
                        + " language='juel'>${true}</bpmn:conditionExpression>",
                "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>"
                        + "${dataSource.getConnection()}</bpmn:conditionExpression>",
                "<bpmn:extensionElements><camunda:executionListener event='take'"
                        + " class='java.lang.Object'/></bpmn:extensionElements>"
            })
    void noFlowRunsCode(String inside) {
        isRefused(
                Map.of(
                        "trial.bpmn",
                        diagram("<bpmn:userTask id='x'/>")
                                .replace(
                                        "targetRef='end'/>",
                                        "targetRef='end'>" + inside + "</bpmn:sequenceFlow>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:candidateStarterGroups='${dataSource.getConnection()}'",
                "camunda:taskPriority='${dataSource.getConnection()}'",
                "camunda:jobPriority='${dataSource.getConnection()}'"
            })
    void noProcessRunsCode(String attribute) {
        isRefused(
                Map.of(
                        "trial.bpmn",
                        diagram("<bpmn:userTask id='x'/>")
                                .replace("isExecutable=", attribute + " isExecutable=")));
    }

    @Test
    void noDiagramReadsAFileOfTheMachine() {
        var reaching =
                diagram("<bpmn:userTask id='x' name='&secret;'/>")
                        .replace(
                                "?>",
                                "?><!DOCTYPE d [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>");

        assertThat(review.check("trial", bytes(Map.of("trial.bpmn", reaching))))
                .anySatisfy(
                        finding ->
                                assertThat(finding.message())
                                        .contains("may not have a DOCTYPE")
                                        .contains("不得含有 DOCTYPE"));
        assertThatThrownBy(() -> deploy(Map.of("trial.bpmn", reaching)))
                .hasMessageNotContaining("localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"html\",\"content\":\"<b>x</b>\",\"id\":\"a\"}",
                "{\"type\":\"iframe\",\"url\":\"https://elsewhere.example\",\"id\":\"a\"}",
                "{\"type\":\"image\",\"source\":\"https://elsewhere.example/x.png\",\"id\":\"a\"}",
                "{\"type\":\"button\",\"action\":\"submit\",\"key\":\"a\",\"id\":\"a\"}",
                "{\"type\":\"documentPreview\",\"dataSource\":\"=x\",\"id\":\"a\"}",
                "{\"type\":\"filepicker\",\"key\":\"a\",\"id\":\"a\"}",
                "{\"type\":\"expression\",\"expression\":\"=x\",\"key\":\"a\",\"id\":\"a\"}",
                "{\"type\":\"text\",\"text\":\"<img src=x"
                        + " onerror=alert(1)>\",\"text.zh\":\"中文\",\"id\":\"a\"}",
                "{\"type\":\"text\",\"text\":\"[here](https://elsewhere.example)\",\"text.zh\":\"中文\",\"id\":\"a\"}",
                "{\"type\":\"text\",\"text\":\"![](//elsewhere.example/x.png)\",\"text.zh\":\"中文\",\"id\":\"a\"}",
                "{\"type\":\"text\",\"text\":\"see [a]\\n"
                        + "\\n"
                        + "[a]: javascript:alert(1)\",\"text.zh\":\"中文\",\"id\":\"a\"}",
                "{\"type\":\"text\",\"text\":\"words\",\"text.zh\":\"中文"
                        + " <script>x</script>\",\"id\":\"a\"}",
                "{\"type\":\"text\",\"text\":\"{{get value(guest,"
                        + " \\\"a\\\")}}\",\"text.zh\":\"中文\",\"id\":\"a\"}",
                "{\"type\":\"textfield\",\"key\":\"answer\",\"label\":\"<a"
                        + " href=x>x</a>\",\"label.zh\":\"中文\",\"id\":\"a\"}",
                "{\"type\":\"textfield\",\"key\":\"answer\",\"label\":\"Words\",\"label.zh\":\"中文\",\"description\":\"https://elsewhere.example\",\"description.zh\":\"中文\",\"id\":\"a\"}",
                "{\"type\":\"textfield\",\"key\":\"answer\",\"label\":\"Words\",\"label.zh\":\"中文\",\"conditional\":{\"hide\":\"=fetch(answer)\"},\"id\":\"a\"}",
                "{\"type\":\"select\",\"key\":\"answer\",\"label\":\"Words\",\"label.zh\":\"中文\",\"valuesExpression\":\"=invoke(answer)\",\"id\":\"a\"}",
                "{\"type\":\"select\",\"key\":\"answer\",\"label\":\"Words\",\"label.zh\":\"中文\",\"values\":[{\"label\":\"<b>x</b>\",\"label.zh\":\"中文\",\"value\":\"x\"}],\"id\":\"a\"}"
            })
    void noFormRunsLoadsOrCallsAnything(String component) {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "trial.bpmn",
                diagram(
                        "<bpmn:userTask id='x' camunda:formRef='x'"
                                + " camunda:formRefBinding='deployment'/>"));
        files.put(
                "x.form", "{\"id\":\"x\",\"type\":\"default\",\"components\":[" + component + "]}");

        assertThat(review.check("trial", bytes(files)))
                .anySatisfy(
                        finding -> {
                            assertThat(finding.file()).isEqualTo("x.form");
                            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                            assertThat(finding.message())
                                    .containsAnyOf("may not", "Between {{ and }}")
                                    .containsAnyOf("不得", "之间只能");
                        });
        assertThatThrownBy(() -> deploy(files)).isInstanceOf(ParseException.class);
    }

    @Test
    void deployingOverTheEnginesOwnApiHelpsNobody() throws Exception {
        var border = "border";
        var body =
                """
                --%1$s\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                trial\r
                --%1$s\r
                Content-Disposition: form-data; name="trial.bpmn"; filename="trial.bpmn"\r
                \r
                %2$s\r
                --%1$s--\r
                """
                        .formatted(border, diagram(CODE[2]));

        for (var user : new String[] {"approver1", "editor1", "admin", "gm1"}) {
            assertThat(send(user, border, body)).as(user).isBetween(400, 499);
        }
    }

    private int send(String user, String border, String body)
            throws IOException, InterruptedException {
        var pair = user + ":" + user + "-demo";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                Api.at(port).address()
                                                        + "/engine-rest/deployment/create"))
                                .header("Content-Type", "multipart/form-data; boundary=" + border)
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                pair.getBytes(
                                                                        StandardCharsets.UTF_8)))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private void isRefused(Map<String, String> files) {
        assertThat(review.check("trial", bytes(files)))
                .anySatisfy(
                        finding -> {
                            assertThat(finding.file()).isEqualTo("trial.bpmn");
                            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                            assertThat(finding.message())
                                    .containsAnyOf("not allowed", "may call steps only", "may not")
                                    .containsAnyOf("不允许", "只能调用步骤", "不得");
                        });
        assertThatThrownBy(() -> deploy(files)).isInstanceOf(ParseException.class);
    }

    private void deploy(Map<String, String> files) {
        var deployment = repository.createDeployment().name("trial");
        files.forEach(deployment::addString);
        deployment.deploy();
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        var bytes = new LinkedHashMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    /** Start, the element with the id x, end. */
    private static String diagram(String element) {
        return """
        <?xml version='1.0' encoding='UTF-8'?>
        <bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'
            xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
            xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='trial'>
          <bpmn:process id='trial' isExecutable='true' camunda:historyTimeToLive='P1D'>
            <bpmn:startEvent id='start'/>
            <bpmn:sequenceFlow id='f1' sourceRef='start' targetRef='x'/>
            %s
            <bpmn:sequenceFlow id='f2' sourceRef='x' targetRef='end'/>
            <bpmn:endEvent id='end'/>
          </bpmn:process>
        </bpmn:definitions>
        """
                .formatted(element);
    }
}
