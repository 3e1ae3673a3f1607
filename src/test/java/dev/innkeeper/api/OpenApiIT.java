package dev.innkeeper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Keeps the description of the API true: complete, equal to {@code docs/openapi.yaml}, and what is
 * really answered. Write the file anew with {@code ./mvnw test -Dtest=OpenApiIT
 * -Dinnkeeper.openapi.write}.
 */
@InnkeeperTest
class OpenApiIT {

    private static final Path FILE = Path.of("docs", "openapi.yaml");
    private static final String COMPLAINTS = "/api/complaints";

    @Autowired private MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping endpoints;

    @LocalServerPort private int port;
    private JsonNode served;

    @BeforeEach
    void readWhatIsServed() throws Exception {
        served = new ObjectMapper().readTree(serve("/v3/api-docs"));
    }

    private String serve(String path) throws Exception {
        return mvc.perform(get(path).with(user("lobby1")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void isTheOneInTheDocuments() throws Exception {
        var yaml = serve("/v3/api-docs.yaml");
        if (System.getProperty("innkeeper.openapi.write") != null) {
            Files.writeString(FILE, yaml);
        }
        assertThat(yaml)
                .as("Write it anew: ./mvnw test -Dtest=OpenApiIT -Dinnkeeper.openapi.write")
                .isEqualTo(Files.readString(FILE));
    }

    @Test
    void describesEveryEndpoint() {
        Set<String> there = new TreeSet<>();
        endpoints
                .getHandlerMethods()
                .forEach(
                        (mapping, method) -> {
                            for (var path : mapping.getPatternValues()) {
                                if (path.startsWith("/api/")) {
                                    mapping.getMethodsCondition()
                                            .getMethods()
                                            .forEach(each -> there.add(each + " " + path));
                                }
                            }
                        });
        Set<String> described = new TreeSet<>();
        served.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        described.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        assertThat(there).isNotEmpty();
        assertThat(described).isEqualTo(there);
    }

    @Test
    void saysWhatEachEndpointIsFor() {
        served.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation -> {
                                                    var as =
                                                            operation.getKey()
                                                                    + " "
                                                                    + path.getKey();
                                                    assertThat(
                                                                    operation
                                                                            .getValue()
                                                                            .path("summary")
                                                                            .asText())
                                                            .as(as)
                                                            .isNotBlank();
                                                    assertThat(
                                                                    operation
                                                                            .getValue()
                                                                            .path("responses")
                                                                            .path("401")
                                                                            .at(
                                                                                    "/content/application~1problem+json/schema/$ref")
                                                                            .asText())
                                                            .as(as)
                                                            .endsWith("/Problem");
                                                }));
    }

    @Test
    void isWhatIsReallyAnswered() {
        var pms = Api.at(port).as("pms");
        var lobby = Api.at(port).as("lobby1");
        var started =
                conforms(
                        "POST",
                        COMPLAINTS,
                        pms.post(
                                COMPLAINTS,
                                """
                                {"externalId": "R1", "channel": "LOBBY", "category": "FACILITIES",
                                 "text": "The air conditioning was broken all night.",
                                 "guest": {"name": "王丽", "phone": "13800138000"},
                                 "amountInDispute": 680.50}
                                """),
                        201);
        var address = started.header("Location");
        conforms("GET", COMPLAINTS, lobby.get(COMPLAINTS), 200);
        var one = COMPLAINTS + "/{number}";
        conforms(
                "POST",
                one + "/messages",
                pms.post(address + "/messages", "{\"channel\":\"WEB\",\"text\":\"Still hot\"}"),
                200);
        conforms(
                "POST",
                one + "/comments",
                lobby.post(address + "/comments", "{\"text\":\"On my way\"}"),
                200);
        conforms(
                "POST",
                one + "/attachments",
                pms.postFile(
                        address + "/attachments",
                        "a.txt",
                        "35 degrees".getBytes(StandardCharsets.UTF_8)),
                201);
        conforms(
                "POST",
                one + "/regrade",
                Api.at(port)
                        .as("manager1")
                        .post(address + "/regrade", "{\"severity\":\"S2\",\"reason\":\"A\"}"),
                200);
        var details = conforms("GET", one, lobby.get(address), 200);
        conforms("GET", "/api/customers/{id}", lobby.get(details.text("customer.href")), 200);
        conforms("GET", "/api/customers", lobby.get("/api/customers"), 200);
        conforms(
                "PUT",
                "/api/customers/{id}/tier",
                Api.at(port)
                        .as("info1")
                        .put(
                                details.text("customer.href") + "/tier",
                                "{\"tier\":\"KEY_ACCOUNT\",\"reason\":\"Contract\"}"),
                200);
        conforms(
                "POST",
                COMPLAINTS + "/batch",
                pms.post(
                        COMPLAINTS + "/batch",
                        "[{\"channel\":\"WEB\",\"text\":\"太吵\"},{\"channel\":\"FAX\"},{]"),
                200);
        conforms(
                "POST",
                one + "/withdrawal",
                pms.post(address + "/withdrawal", "{\"reason\":\"Settled\"}"),
                200);
        conforms("GET", "/api/notifications", lobby.get("/api/notifications"), 200);
        conforms("POST", COMPLAINTS, pms.post(COMPLAINTS, "{\"channel\":1}"), 400);
        conforms("GET", COMPLAINTS, Api.at(port).get(COMPLAINTS), 401);
        conforms("GET", one, lobby.get(COMPLAINTS + "/CMP-2026-999999"), 404);
        conforms(
                "POST",
                one + "/withdrawal",
                pms.post(address + "/withdrawal", "{\"reason\":\"Settled\"}"),
                409);
    }

    @Test
    void partnersAreAnsweredAsDescribed() {
        var sales = Api.at(port).as("sales1");
        var auditor = Api.at(port).as("auditor1");
        var partners = "/api/partners";
        var partner =
                conforms(
                                "POST",
                                partners,
                                sales.post(
                                        partners,
                                        """
                                        {"kind": "AGENT", "name": "远航", "payTo": "6217",
                                         "contact": {"name": "陈明", "phone": "13900008888"}}
                                        """),
                                201)
                        .header("Location");
        var one = partners + "/{id}";
        conforms(
                "POST",
                one + "/registrations",
                sales.post(
                        partner + "/registrations",
                        """
                        {"prospect": {"company": "Galaxy"}, "project": "A party",
                         "at": "2026-02-20T10:00:00Z", "proof": "A letter"}
                        """),
                201);
        var deal =
                sales.post(
                                "/api/leads",
                                """
                                {"source": "COLD", "contact": {"company": "Galaxy"},
                                 "product": "Party", "words": "A party for 300"}
                                """)
                        .text("number");
        var findings = "/api/deals/" + deal + "/audit-findings";
        var finding =
                conforms(
                        "POST",
                        "/api/deals/{number}/audit-findings",
                        auditor.post(findings, "{\"words\": \"No stamp\"}"),
                        201);
        conforms("GET", "/api/deals/{number}/audit-findings", sales.get(findings), 200);
        conforms(
                "POST",
                "/api/deals/{number}/audit-findings/{finding}/closure",
                auditor.post(
                        findings + "/" + finding.text("id") + "/closure",
                        "{\"words\": \"Stamped\"}"),
                200);
        conforms(
                "POST",
                one + "/audit-findings",
                auditor.post(partner + "/audit-findings", "{\"words\": \"No letter\"}"),
                201);
        conforms("GET", partners, sales.get(partners), 200);
        conforms("GET", one, sales.get(partner), 200);
        conforms("GET", one, Api.at(port).as("finance1").get(partner), 200);
        var rewards = conforms("GET", "/api/rewards", sales.get("/api/rewards"), 200);
        var reward = rewards.text("items.0.href");
        conforms("GET", "/api/rewards/{number}", sales.get(reward), 200);
        conforms("POST", "/api/rewards/{number}/claim", sales.post(reward + "/claim", "{}"), 409);
        conforms("POST", partners, sales.post(partners, "{}"), 400);
        conforms("GET", one, sales.get(partners + "/PAR-999999"), 404);
    }

    @Test
    void customerFilesAreAnsweredAsDescribed() {
        var information = Api.at(port).as("info1");
        var customers = "/api/customers";
        var one = customers + "/{id}";
        var wang =
                conforms(
                                "POST",
                                customers,
                                information.post(
                                        customers,
                                        """
                                        {"name": "王丽", "company": "Galaxy", "contacts": [
                                            {"kind": "PHONE", "value": "13800138000"}]}
                                        """),
                                201)
                        .header("Location");
        var li = information.post(customers, "{\"company\": \"Galaxy Ltd\"}").text("id");
        conforms(
                "PUT",
                one + "/consents/{purpose}",
                information.put(
                        wang + "/consents/MARKETING", "{\"given\": true, \"how\": \"SPOKEN\"}"),
                200);
        var profile =
                conforms("GET", one + "/profile", information.get(wang + "/profile"), 200).body();
        conforms(
                "PUT",
                one + "/profile",
                information.put(wang + "/profile", profile.toString()),
                200);
        conforms(
                "PUT",
                one + "/profile",
                information.put(wang + "/profile", profile.toString().replace("Galaxy", "G")),
                200);
        conforms(
                "PUT",
                one + "/profile",
                information.put(wang + "/profile", profile.toString()),
                409);
        conforms("GET", one, information.get(wang), 200);
        conforms("GET", one, Api.at(port).as("quality1").get(wang), 200);
        var section = one + "/sections/{section}";
        conforms("GET", section, information.get(wang + "/sections/contacts"), 200);
        conforms("GET", section, information.get(wang + "/sections/stays"), 200);
        conforms("GET", one + "/time-line", information.get(wang + "/time-line"), 200);
        conforms(
                "GET",
                customers + "/duplicates",
                information.get(customers + "/duplicates?weak=true"),
                200);
        var merge =
                conforms(
                        "POST",
                        one + "/merge",
                        information.post(
                                wang + "/merge",
                                "{\"other\": \"" + li + "\", \"reason\": \"One house\"}"),
                        200);
        conforms("GET", customers + "/merges", information.get(customers + "/merges"), 200);
        conforms("GET", customers + "/merges/{number}", information.get(merge.text("href")), 200);
        conforms(
                "POST",
                customers + "/merges/{number}/undo",
                information.post(merge.text("href") + "/undo", "{\"reason\": \"Two\"}"),
                200);
        conforms("GET", one + "/export", information.get(wang + "/export"), 200);
        var erasure =
                conforms(
                        "POST",
                        one + "/erasure",
                        information.post(wang + "/erasure", "{\"reason\": \"A letter\"}"),
                        201);
        conforms("GET", customers + "/erasures", information.get(customers + "/erasures"), 200);
        conforms(
                "POST",
                customers + "/erasures/{number}/approval",
                Api.at(port)
                        .as("manager1")
                        .post(erasure.text("href") + "/approval", "{\"approved\": true}"),
                200);
        conforms(
                "GET",
                customers + "/erasures/{number}",
                information.get(erasure.text("href")),
                200);
    }

    private Api.Answer conforms(String method, String path, Api.Answer answer, int status) {
        var as = method + " " + path + " " + answer;
        assertThat(answer.status()).as(as).isEqualTo(status);
        var content =
                served.path("paths")
                        .path(path)
                        .path(HttpMethod.valueOf(method).name().toLowerCase(Locale.ROOT))
                        .path("responses")
                        .path(String.valueOf(status))
                        .path("content");
        var type = answer.header("Content-Type").split(";")[0];
        assertThat(content.has(type)).as(as + " as " + type + " in " + content).isTrue();
        var problems =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(closed(content.path(type).path("schema")))
                        .validate(answer.body());
        assertThat(problems).as(as).isEmpty();
        return answer;
    }

    /** The schema with all that it refers to, in which what is not described is an error. */
    private JsonNode closed(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        ObjectNode components = served.path("components").deepCopy();
        components
                .path("schemas")
                .forEach(
                        one -> {
                            if (one.has("properties") && one instanceof ObjectNode object) {
                                object.put("additionalProperties", false);
                            }
                        });
        root.set("components", components);
        return root;
    }

    @Test
    void showsThePageWithExamples() throws Exception {
        assertThat(
                        mvc.perform(get("/swagger-ui/index.html").with(user("lobby1")))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(200);
        Map<String, JsonNode> examples =
                served
                        .at(
                                "/paths/~1api~1complaints/post/requestBody/content/application~1json/examples")
                        .properties()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        for (var example : examples.values()) {
            var body = example.path("value");
            var answer =
                    Api.at(port)
                            .as("pms")
                            .post(
                                    COMPLAINTS,
                                    body.isTextual() ? body.textValue() : body.toString());
            assertThat(answer.status()).as(answer.toString()).isIn(201, 400);
        }
    }
}
