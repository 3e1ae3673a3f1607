package dev.innkeeper.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.InnkeeperTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@InnkeeperTest
class LanguageFilterIT {

    private static final String DIAGRAM =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="language-test" name="Receive a guest" isExecutable="true"
                  camunda:historyTimeToLive="1">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="name.zh" value="接待客人"/>
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="guestArrived"/>
                <bpmn:sequenceFlow id="a" sourceRef="guestArrived" targetRef="greetGuest"/>
                <bpmn:userTask id="greetGuest" name="Greet the guest"
                    camunda:candidateGroups="lobby-service" camunda:formRef="greet"
                    camunda:formRefBinding="deployment">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="name.zh" value="问候&lt;客人&gt;"/>
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="b" sourceRef="greetGuest" targetRef="guestGreeted"/>
                <bpmn:endEvent id="guestGreeted"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String FORM =
            """
            {"id": "greet", "type": "default", "schemaVersion": 12, "components": [
              {"type": "textfield", "key": "words", "label": "Words", "label.zh": "问候语",
               "values": [{"value": "A", "label": "Good day", "label.zh": "您好"}]}]}
            """;

    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;
    @LocalServerPort private int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private Deployment deployment;
    private String task;

    @BeforeEach
    void startATask() {
        deployment =
                repository
                        .createDeployment()
                        .name("language-test")
                        .addString("language-test.bpmn", DIAGRAM)
                        .addString("greet.form", FORM)
                        .deploy();
        runtime.startProcessInstanceByKey("language-test");
        task = tasks.createTaskQuery().processDefinitionKey("language-test").singleResult().getId();
    }

    @AfterEach
    void takeItBack() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void namesOfTasksAndProcessesAreInTheLanguageOfTheReader() throws Exception {
        assertThat(get("/engine-rest/task/" + task, "zh-CN,zh;q=0.9,en;q=0.5").body())
                .contains("\"name\":\"问候<客人>\"");
        assertThat(get("/engine-rest/task/" + task, "en").body())
                .contains("\"name\":\"Greet the guest\"");
        assertThat(get("/engine-rest/task/" + task, "fr").body())
                .contains("\"name\":\"Greet the guest\"");
        assertThat(get("/engine-rest/process-definition/key/language-test", "zh").body())
                .contains("\"name\":\"接待客人\"");
    }

    @Test
    void textsOfFormsAreInTheLanguageOfTheReader() throws Exception {
        String chinese = get("/engine-rest/task/" + task + "/deployed-form", "zh").body();
        String english = get("/engine-rest/task/" + task + "/deployed-form", "en").body();

        assertThat(chinese).contains("\"label\":\"问候语\"", "\"label\":\"您好\"");
        assertThat(chinese).doesNotContain("Words", "Good day", "label.zh");
        assertThat(english).contains("Words", "Good day");
    }

    @Test
    void namesInDiagramsAreInTheLanguageOfTheReader() throws Exception {
        String answer = get("/engine-rest/process-definition/key/language-test/xml", "zh").body();

        assertThat(answer).contains("name=\\\"问候&lt;客人&gt;\\\"");
        assertThat(answer).doesNotContain("Greet the guest");
    }

    @Test
    void theAnswerSaysItsLanguageAndItsLength() throws Exception {
        HttpResponse<String> answer = get("/engine-rest/task/" + task, "zh");

        assertThat(answer.headers().firstValue("Content-Language")).contains("zh-CN");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void listsHaveNamesInBothLanguages() throws Exception {
        assertThat(get("/engine-rest/filter?resourceType=Task", "zh").body())
                .contains("\"name\":\"我的任务\"", "\"name\":\"已逾期\"", "\"label\":\"负责部门\"")
                .doesNotContain("My tasks");
        assertThat(get("/engine-rest/filter?resourceType=Task", "en").body())
                .contains("\"name\":\"My tasks\"", "\"name\":\"Overdue\"");
    }

    @Test
    void eachListCanBeOpenedByThoseWhoSeeIt() throws Exception {
        String filters = get("/engine-rest/filter?resourceType=Task", "en").body();
        var ids = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(filters);
        int opened = 0;
        while (ids.find()) {
            HttpResponse<String> list = get("/engine-rest/filter/" + ids.group(1) + "/list", "en");
            assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
            opened++;
        }
        assertThat(opened).isEqualTo(5);
    }

    @Test
    void departmentsInTheTasklistAreInTheLanguageOfTheReader() throws Exception {
        HttpClient browser = signedInToTheTasklist();
        String groups = "/camunda/api/engine/engine/default/group?id=lobby-service";

        assertThat(get(browser, groups, "zh").body())
                .contains("前堂服务部")
                .doesNotContain("Lobby service");
        assertThat(get(browser, groups, "en").body())
                .contains("Lobby service")
                .doesNotContain("前堂服务部");
    }

    @Test
    void aDepartmentReadToBeChangedKeepsItsNameInBothLanguages() throws Exception {
        HttpClient browser = signedInToTheTasklist();

        assertThat(
                        get(browser, "/camunda/api/engine/engine/default/group/lobby-service", "zh")
                                .body())
                .contains("Lobby service · 前堂服务部");
    }

    private HttpClient signedInToTheTasklist() throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        get(browser, "/camunda/app/tasklist/default/", "en");
        String token =
                cookies.getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                        .map(HttpCookie::getValue)
                        .findFirst()
                        .orElseThrow();
        HttpResponse<String> answer =
                browser.send(
                        HttpRequest.newBuilder(
                                        address(
                                                "/camunda/api/admin/auth/user/default/login/tasklist"))
                                .header("X-XSRF-TOKEN", token)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "username=lobby1&password=lobby1-demo"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }

    private HttpResponse<String> get(HttpClient browser, String path, String language)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address(path)).header("Accept-Language", language).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> get(String path, String language)
            throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder()
                        .encodeToString("lobby1:lobby1-demo".getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(address(path))
                        .header("Accept-Language", language)
                        .header("Authorization", "Basic " + credentials)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
