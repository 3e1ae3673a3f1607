package dev.innkeeper.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.InnkeeperTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@InnkeeperTest
class DoorsIT {

    private static final Set<String> OPEN =
            Set.of(
                    "GET /actuator/health",
                    "GET /actuator/health/liveness",
                    "GET /actuator/health/readiness");

    @Autowired private ApplicationContext service;
    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;
    @LocalServerPort private int port;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private Deployment deployment;

    @BeforeEach
    void publishADiagram() {
        BpmnModelInstance diagram =
                Bpmn.createExecutableProcess("doors-test")
                        .name("Doors")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .userTask("answerTheDoor")
                        .name("Answer the door")
                        .camundaCandidateGroups("lobby-service")
                        .endEvent()
                        .done();
        deployment =
                repository
                        .createDeployment()
                        .name("doors-test")
                        .addModelInstance("doors-test.bpmn", diagram)
                        .deploy();
    }

    @AfterEach
    void takeItBack() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void nothingButHealthAnswersToSomebodyUnknown() throws Exception {
        List<String> answered = new ArrayList<>();
        List<String> asked = everyMapping();
        for (String request : asked) {
            String[] parts = request.split(" ", 2);
            int status = send(parts[0], parts[1], null, null).statusCode();
            if (status != 401 && !OPEN.contains(request)) {
                answered.add(request + " -> " + status);
            }
        }

        assertThat(asked).contains("GET /api/notifications", "GET /actuator/prometheus");
        assertThat(answered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/task",
                "/engine-rest/user",
                "/engine-rest/version",
                "/engine-rest/openapi.json",
                "/engine-rest/deployment/create",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/process-definition",
                "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/webjars/camunda/app/tasklist/index.html",
                "/webjars/swagger-ui/index.html",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/info",
                "/nothing/here"
            })
    void whatIsNotAMappingOfOursIsShutAsWell(String path) throws Exception {
        assertThat(send("GET", path, null, null).statusCode()).isEqualTo(401);
    }

    @Test
    void theSignInPagesAndTheirFilesAreAllThatTheWebappsShow() throws Exception {
        assertThat(send("GET", "/camunda/app/tasklist/default/", null, null).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/camunda/app/tasklist/locales/zh.json", null, null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBrowserIsSentToTheFormOfOurPages() throws Exception {
        HttpResponse<String> answer =
                send("GET", "/swagger-ui/index.html", null, null, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/app/admin/default/setup/"
            })
    void nobodyCanMakeThemselvesTheFirstAdministrator(String path) throws Exception {
        assertThat(send("POST", path, null, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() throws Exception {
        String wrong = send("GET", "/api/complaints", "quality1:wrong", null).body();
        String unknown = send("GET", "/api/complaints", "nobody:wrong", null).body();

        assertThat(wrong).isEqualTo(unknown).contains("\"status\":401");
    }

    @Test
    void wrongPasswordsLockTheUserForAWhile() throws Exception {
        assertThat(send("GET", "/engine-rest/task", "quality1:wrong", null).statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "/engine-rest/task", "quality1:quality1-demo", null).statusCode())
                .as("right, but too soon")
                .isEqualTo(401);
        service.getBean(IdentityService.class).unlockUser("quality1");
        assertThat(send("GET", "/engine-rest/task", "quality1:quality1-demo", null).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/complaints,                            auditor1,    true",
        "GET,    /api/complaints,                            editor1,     false",
        "GET,    /api/complaints,                            admin,       false",
        "POST,   /api/complaints,                            auditor1,    false",
        "POST,   /api/complaints,                            pms,         true",
        "POST,   /api/complaints,                            editor1,     false",
        "POST,   /api/complaints/CMP-2026-000001/message,    auditor1,    false",
        "POST,   /api/complaints/CMP-2026-000001/withdrawal, auditor1,    false",
        "POST,   /api/complaints/CMP-2026-000001/regrade,    lobby1,      false",
        "POST,   /api/complaints/CMP-2026-000001/regrade,    pms,         false",
        "POST,   /api/complaints/CMP-2026-000001/regrade,    supervisor1, false",
        "POST,   /api/complaints/CMP-2026-000001/regrade,    manager1,    true",
        "POST,   /api/complaints/CMP-2026-000001/regrade,    gm1,         true",
        "POST,   /api/leads,                                 lobby1,      true",
        "POST,   /api/leads,                                 editor1,     false",
        "GET,    /api/leads,                                 rooms1,      false",
        "GET,    /api/deals,                                 auditor1,    true",
        "POST,   /api/deals/DEA-2026-000001/outcome,         rooms1,      false",
        "POST,   /api/deals/DEA-2026-000001/outcome,         auditor1,    false",
        "POST,   /api/deals/DEA-2026-000001/outcome,         sales1,      true",
        "POST,   /api/deals/DEA-2026-000001/payments,        finance1,    true",
        "POST,   /api/deals/DEA-2026-000001/payments,        callcentre1, false",
        "GET,    /api/customers/CUS-000001/credit,           auditor1,    true",
        "GET,    /api/customers/CUS-000001/credit,           rooms1,      false",
        "GET,    /api/credit-reviews,                        auditor1,    true",
        "GET,    /api/credit-reviews,                        rooms1,      false",
        "POST,   /api/credit-reviews,                        auditor1,    false",
        "POST,   /api/credit-reviews,                        finance1,    true",
        "POST,   /api/credit-reviews,                        pms,         true",
        "POST,   /api/credit-reviews/CRV-2026-000001/withdrawal, callcentre1, false",
        "PUT,    /api/customers/CUS-000001/credit-hold,      sales1,      false",
        "PUT,    /api/customers/CUS-000001/credit-hold,      auditor1,    false",
        "PUT,    /api/customers/CUS-000001/credit-hold,      finance1,    true",
        "POST,   /api/deals/DEA-2026-000001/expenses,        sales1,      true",
        "POST,   /api/deals/DEA-2026-000001/expenses,        pms,         false",
        "POST,   /api/deals/DEA-2026-000001/expenses,        auditor1,    false",
        "POST,   /api/deals/DEA-2026-000001/review,          manager1,    false",
        "GET,    /api/partners,                              finance1,    true",
        "GET,    /api/partners,                              lobby1,      false",
        "POST,   /api/partners,                              sales1,      true",
        "POST,   /api/partners,                              finance1,    false",
        "POST,   /api/partners,                              auditor1,    false",
        "POST,   /api/partners/PAR-000001/audit-findings,    auditor1,    true",
        "POST,   /api/partners/PAR-000001/audit-findings,    gm1,         false",
        "POST,   /api/deals/DEA-2026-000001/audit-findings,  auditor1,    true",
        "POST,   /api/deals/DEA-2026-000001/audit-findings,  sales1,      false",
        "GET,    /api/rewards,                               auditor1,    true",
        "GET,    /api/nightly-runs,                          finance1,    true",
        "GET,    /api/processes,                             editor1,     true",
        "GET,    /api/processes,                             gm1,         false",
        "GET,    /api/migrations,                            auditor1,    true",
        "GET,    /api/migrations,                            pms,         false",
        "POST,   /api/migrations/preview,                    editor1,     true",
        "POST,   /api/migrations,                            approver1,   true",
        "POST,   /api/migrations,                            editor1,     false",
        "POST,   /api/migrations,                            gm1,         false",
        "GET,    /api/nightly-runs,                          auditor1,    true",
        "GET,    /api/nightly-runs,                          rooms1,      false",
        "POST,   /api/nightly-runs,                          info1,       true",
        "POST,   /api/nightly-runs,                          pms,         false",
        "GET,    /api/simulations/1,                         editor1,     true",
        "GET,    /api/simulations/1/cases,                   manager1,    true",
        "GET,    /api/simulations/1/cases,                   rooms1,      false",
        "POST,   /api/simulations/1/cancellation,            approver1,   true",
        "POST,   /api/simulations/1/cancellation,            auditor1,    false",
        "POST,   /api/drafts/1/simulations,                  editor1,     true",
        "POST,   /api/drafts/1/simulations,                  manager1,    false",
        "POST,   /api/drafts/1/scenarios,                    pms,         false",
        "GET,    /api/drafts/1/shadow,                       auditor1,    true",
        "DELETE, /api/drafts/1/shadow,                       auditor1,    false",
        "GET,    /api/rewards,                               callcentre1, false",
        "POST,   /api/rewards/REW-2026-000001/claim,         pms,         true",
        "POST,   /api/rewards/REW-2026-000001/claim,         finance1,    false",
        "POST,   /api/credit-checks,                         lobby1,      true",
        "POST,   /api/credit-checks,                         pms,         true",
        "POST,   /api/credit-checks,                         callcentre1, false",
        "POST,   /api/credit-checks,                         auditor1,    false",
        "GET,    /api/dunning-cases,                         auditor1,    true",
        "GET,    /api/dunning-cases,                         lobby1,      false",
        "POST,   /api/dunning-cases,                         finance1,    true",
        "POST,   /api/dunning-cases,                         pms,         true",
        "POST,   /api/dunning-cases,                         sales1,      false",
        "POST,   /api/dunning-cases/DUN-2026-000001/withdrawal, gm1,      true",
        "POST,   /api/dunning-cases/DUN-2026-000001/withdrawal, pms,      false",
        "POST,   /api/dunning-cases/DUN-2026-000001/withdrawal, auditor1, false",
        "POST,   /api/dunning-cases/DUN-2026-000001/comments,   sales1,   true",
        "POST,   /api/dunning-cases/DUN-2026-000001/comments,   lobby1,   false",
        "GET,    /api/care-cases,                            auditor1,    true",
        "GET,    /api/care-cases,                            editor1,     false",
        "POST,   /api/care-cases,                            callcentre1, true",
        "POST,   /api/care-cases/CAR-2026-000001/answer,     pms,         true",
        "POST,   /api/care-cases/CAR-2026-000001/withdrawal, auditor1,    false",
        "POST,   /api/customers/CUS-000001/grading,          info1,       true",
        "POST,   /api/customers/CUS-000001/grading,          sales1,      false",
        "GET,    /api/lessons,                               lobby1,      true",
        "GET,    /api/lessons,                               editor1,     false",
        "GET,    /api/training-topics,                       auditor1,    true",
        "GET,    /api/customers/CUS-000001/invoices,         finance1,    true",
        "GET,    /api/customers/CUS-000001/invoices,         lobby1,      false",
        "GET,    /api/customers/CUS-000001/payments,         rooms1,      false",
        "GET,    /api/customers/CUS-000001/stays,            lobby1,      true",
        "POST,   /api/stays,                                 lobby1,      true",
        "POST,   /api/stays,                                 auditor1,    false",
        "POST,   /api/invoices,                              finance1,    true",
        "POST,   /api/invoices,                              sales1,      false",
        "POST,   /api/payments,                              pms,         true",
        "POST,   /api/payments,                              lobby1,      false",
        "PUT,    /api/invoices/RE-1/dispute,                 finance1,    true",
        "PUT,    /api/invoices/RE-1/dispute,                 pms,         false",
        "POST,   /api/imports,                               info1,       true",
        "POST,   /api/imports,                               manager1,    false",
        "GET,    /api/imports,                               auditor1,    true",
        "GET,    /api/imports,                               rooms1,      false",
        "GET,    /api/customers,                             lobby1,      true",
        "GET,    /api/customers,                             approver1,   false",
        "GET,    /api/customers/CUS-000001/sections/stays,   rooms1,      true",
        "GET,    /api/customers/CUS-000001/sections/stays,   editor1,     false",
        "POST,   /api/customers,                             info1,       true",
        "POST,   /api/customers,                             rooms1,      false",
        "PUT,    /api/customers/CUS-000001/profile,          sales1,      true",
        "PUT,    /api/customers/CUS-000001/profile,          auditor1,    false",
        "PUT,    /api/customers/CUS-000001/consents/CREDIT,  lobby1,      true",
        "PUT,    /api/customers/CUS-000001/consents/CREDIT,  finance1,    false",
        "GET,    /api/customers/duplicates,                  auditor1,    true",
        "GET,    /api/customers/duplicates,                  rooms1,      false",
        "GET,    /api/customers/merges,                      keyaccount1, true",
        "GET,    /api/customers/merges,                      lobby1,      false",
        "POST,   /api/customers/CUS-000001/merge,            info1,       true",
        "POST,   /api/customers/CUS-000001/merge,            sales1,      false",
        "POST,   /api/customers/merges/1/undo,               manager1,    true",
        "POST,   /api/customers/merges/1/undo,               auditor1,    false",
        "GET,    /api/customers/CUS-000001/export,           info1,       true",
        "GET,    /api/customers/CUS-000001/export,           keyaccount1, false",
        "POST,   /api/customers/CUS-000001/erasure,          info1,       true",
        "POST,   /api/customers/CUS-000001/erasure,          pms,         false",
        "POST,   /api/customers/erasures/1/approval,         gm1,         true",
        "POST,   /api/customers/erasures/1/approval,         finance1,    false",
        "GET,    /api/customers/erasures,                    auditor1,    true",
        "GET,    /api/customers/erasures,                    sales1,      false",
        "GET,    /api/notifications/outbox,                  manager1,    false",
        "GET,    /api/notifications/outbox,                  admin,       true",
        "GET,    /api/notifications,                         lobby1,      true",
        "GET,    /actuator/prometheus,                       pms,         true",
        "GET,    /actuator/prometheus,                       lobby1,      false",
        "POST,   /engine-rest/deployment/create,             lobby1,      false",
        "POST,   /engine-rest/deployment/create,             admin,       false",
        "POST,   /engine-rest/deployment/create,             editor1,     false",
        "POST,   /engine-rest/deployment/create,             approver1,   false",
        "DELETE, /engine-rest/deployment/x,                  approver1,   false",
        "POST,   /engine-rest/migration/execute,             approver1,   false",
        "GET,    /api/drafts,                                editor1,     true",
        "GET,    /api/drafts,                                lobby1,      false",
        "POST,   /api/drafts,                                editor1,     true",
        "POST,   /api/drafts,                                manager1,    false",
        "GET,    /api/releases,                              auditor1,    true",
        "GET,    /api/releases/live/export,                  pms,         false",
        "POST,   /api/releases/1/roll-back,                  approver1,   true",
        "POST,   /api/releases/1/roll-back,                  gm1,         false",
        "GET,    /api/changes,                               auditor1,    true",
        "GET,    /api/changes,                               sales1,      false",
        "DELETE, /engine-rest/deployment/x,                  manager1,    false",
        "POST,   /engine-rest/task/x/identity-links,         lobby1,      false",
        "POST,   /engine-rest/task/x/comment/create,         lobby1,      false",
        "POST,   /engine-rest/task/x/attachment/create,      lobby1,      false",
        "POST,   /engine-rest/task/create,                   manager1,    false"
    })
    void eachGroupMayDoWhatItsWorkNeeds(String method, String path, String user, boolean may)
            throws Exception {
        int status = send(method, path, user + ":" + user + "-demo", "{}").statusCode();

        if (may) {
            assertThat(status).isNotIn(401, 403);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    @Test
    void onlySomebodyOfTheCandidateGroupWorksOnATask() throws Exception {
        runtime.startProcessInstanceByKey("doors-test");
        String task =
                tasks.createTaskQuery().processDefinitionKey("doors-test").singleResult().getId();
        for (String outsider : List.of("rooms1", "manager1", "gm1", "auditor1", "pms", "admin")) {
            for (String action : List.of("claim", "complete", "submit-form", "assignee")) {
                assertThat(
                                as(
                                                outsider,
                                                "POST",
                                                "/engine-rest/task/" + task + "/" + action,
                                                "{\"userId\":\"" + outsider + "\"}")
                                        .statusCode())
                        .as(outsider + " " + action)
                        .isIn(403, 404);
            }
        }
        assertThat(as("rooms1", "GET", "/engine-rest/task", null).body()).isEqualTo("[]");
        assertThat(as("gm1", "GET", "/engine-rest/task", null).body()).contains(task);
        assertThat(as("lobby1", "GET", "/engine-rest/task", null).body()).contains(task);

        assertThat(
                        as(
                                        "lobby1",
                                        "PUT",
                                        "/engine-rest/task/" + task + "/variables/severity",
                                        "{\"value\":\"S4\",\"type\":\"String\"}")
                                .statusCode())
                .as("candidates answer the form and change nothing else")
                .isEqualTo(403);
        assertThat(
                        as(
                                        "lobby1",
                                        "POST",
                                        "/engine-rest/task/" + task + "/assignee",
                                        "{\"userId\":\"rooms1\"}")
                                .statusCode())
                .as("a task stays with the departments that may work on it")
                .isEqualTo(403);
        assertThat(
                        as(
                                        "lobby1",
                                        "POST",
                                        "/engine-rest/task/" + task + "/claim",
                                        "{\"userId\":\"lobby1\"}")
                                .statusCode())
                .isEqualTo(204);
        assertThat(
                        as("lobby1", "POST", "/engine-rest/task/" + task + "/unclaim", "{}")
                                .statusCode())
                .isEqualTo(204);
        assertThat(
                        as("lobby1", "POST", "/engine-rest/task/" + task + "/complete", "{}")
                                .statusCode())
                .isEqualTo(204);
    }

    @Test
    void staffDoNotGetToSeeUsers() throws Exception {
        for (String user : List.of("lobby1", "manager1", "pms", "editor1")) {
            assertThat(as(user, "GET", "/engine-rest/user", null).body())
                    .doesNotContain("auditor1")
                    .doesNotContain("admin");
        }
        assertThat(as("auditor1", "GET", "/engine-rest/user", null).body()).contains("lobby1");
    }

    @Test
    void theEngineForgetsWhoAskedAfterEachRequest() throws Exception {
        as("lobby1", "GET", "/engine-rest/task", null);

        assertThat(service.getBean(IdentityService.class).getCurrentAuthentication()).isNull();
        assertThat(as("pms", "GET", "/engine-rest/filter", null).body()).isEqualTo("[]");
    }

    @Test
    void aPageOfAnotherSiteCannotPostWithTheCredentialsOfTheBrowser() throws Exception {
        assertThat(
                        send(
                                        "POST",
                                        "/api/complaints",
                                        "lobby1:lobby1-demo",
                                        "{}",
                                        "Sec-Fetch-Site",
                                        "cross-site")
                                .statusCode())
                .isEqualTo(403);
    }

    private List<String> everyMapping() {
        return service.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(
                        info ->
                                info.getPatternValues().stream()
                                        .flatMap(
                                                path ->
                                                        methods(
                                                                        info.getMethodsCondition()
                                                                                .getMethods())
                                                                .map(
                                                                        method ->
                                                                                method
                                                                                        + " "
                                                                                        + path
                                                                                                .replaceAll(
                                                                                                        "\\{[^}]*}|\\*+",
                                                                                                        "x"))))
                .filter(request -> !request.endsWith(" /error"))
                .distinct()
                .toList();
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? Stream.of("GET", "POST")
                : methods.stream().map(RequestMethod::name);
    }

    private HttpResponse<String> as(String user, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, user + ":" + user + "-demo", body);
    }

    private HttpResponse<String> send(
            String method, String path, String credentials, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (credentials != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
