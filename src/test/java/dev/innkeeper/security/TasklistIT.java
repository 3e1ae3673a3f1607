package dev.innkeeper.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Browser;
import dev.innkeeper.support.InnkeeperTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person sees in the Tasklist, in both languages. */
@InnkeeperTest
class TasklistIT {

    private static final String DIAGRAM =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="tasklist-test" name="Receive a guest" isExecutable="true"
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
                    <camunda:property name="name.zh" value="问候客人"/>
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
              {"type": "textfield", "id": "a", "key": "words", "label": "Words",
               "label.zh": "问候语"}]}
            """;

    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;
    @LocalServerPort private int port;

    private Deployment deployment;

    @BeforeEach
    void startATask() {
        deployment =
                repository
                        .createDeployment()
                        .name("tasklist-test")
                        .addString("tasklist-test.bpmn", DIAGRAM)
                        .addString("greet.form", FORM)
                        .deploy();
        runtime.startProcessInstanceByKey("tasklist-test");
    }

    @AfterEach
    void takeItBack() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void aPersonFindsTheTaskAndCompletesItInEnglish() {
        completesTheTask(
                "en",
                "tasklist-en",
                "My department's",
                "Greet the guest",
                "Claim",
                "Words",
                "Complete");
    }

    @Test
    void aPersonFindsTheTaskAndCompletesItInChinese() {
        completesTheTask("zh-CN", "tasklist-zh", "本部门的任务", "问候客人", "认领", "问候语", "完成");
    }

    private void completesTheTask(
            String language,
            String picture,
            String list,
            String task,
            String claim,
            String field,
            String complete) {
        try (Browser browser = Browser.open(port, language)) {
            signIn(browser, picture, "lobby1");
            browser.seeText(list).click();
            browser.seeText(task).click();
            browser.click(By.cssSelector("[ng-click='claim()'], .claim button, button.claim"));
            browser.seeText(field);
            browser.screenshot(picture + "-task");
            assertThat(browser.text()).contains(list, task);
            browser.click(By.xpath("//button[contains(normalize-space(.), '" + complete + "')]"));
            browser.seeGone(By.xpath("//button[contains(normalize-space(.), '" + complete + "')]"));
        }
        assertThat(tasks.createTaskQuery().processDefinitionKey("tasklist-test").count()).isZero();
    }

    private static void signIn(Browser browser, String picture, String user) {
        browser.go("/camunda/app/tasklist/default/");
        browser.see(By.cssSelector("input[type=password]"));
        browser.screenshot(picture + "-sign-in");
        browser.see(By.cssSelector("input[type=text]")).sendKeys(user);
        browser.see(By.cssSelector("input[type=password]")).sendKeys(user + "-demo");
        browser.click(By.cssSelector("button[type=submit]"));
        browser.see(By.cssSelector(".filters, [cam-tasklist-filters]"));
    }
}
