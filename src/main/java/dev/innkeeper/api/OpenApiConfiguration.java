package dev.innkeeper.api;

import dev.innkeeper.common.Actor;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API; the description is served, shown on the Swagger page and kept in docs. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "#/components/schemas/Problem";

    /** What any endpoint may answer besides its own. */
    private static final Map<String, String> PROBLEMS =
            Map.of(
                    "400", "Unreadable or not valid; `field` names what is at fault",
                    "401", "No valid user and password",
                    "403", "The user's groups do not allow this",
                    "404", "There is no such thing",
                    "409", "Not possible in the present state",
                    "413", "Larger than is taken here",
                    "415", "A media type that is not taken here",
                    "422", "Refused by a rule of the business, or a key used for another body",
                    "429", "More requests than this user may send; `Retry-After` says how long",
                    "503", "Busy or without its database; `Retry-After` says how long");

    OpenApiConfiguration() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Innkeeper")
                                .version("1")
                                .description(
                                        "Customer-service workflows of a hotel group. Every error"
                                            + " is a problem detail (RFC 9457) that names the field"
                                            + " and the remedy, in English or, with"
                                            + " `Accept-Language: zh`, in Chinese. Moments carry"
                                            + " their offset; money is CNY."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "basic",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("basic")))
                .addServersItem(new Server().url("/").description("This service"))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    @Bean
    OpenApiCustomizer problemResponses() {
        return api -> {
            var schemas = new TreeMap<String, Schema>();
            if (api.getComponents().getSchemas() != null) {
                schemas.putAll(api.getComponents().getSchemas());
            }
            schemas.put("Problem", problem());
            schemas.put("FieldProblem", fieldProblem());
            schemas.remove("ProblemDetail");
            api.getComponents().setSchemas(new LinkedHashMap<>(schemas));
            api.getPaths()
                    .values()
                    .forEach(
                            path ->
                                    path.readOperations()
                                            .forEach(
                                                    operation -> {
                                                        var answers = operation.getResponses();
                                                        new TreeMap<>(PROBLEMS)
                                                                .forEach(
                                                                        (status, words) ->
                                                                                answers.put(
                                                                                        status,
                                                                                        answer(
                                                                                                status,
                                                                                                words)));
                                                        answers.remove("405");
                                                        answers.remove("406");
                                                        answers.remove("500");
                                                    }));
        };
    }

    private static ApiResponse answer(String status, String words) {
        var answer =
                new ApiResponse()
                        .description(words)
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref(PROBLEM))));
        if (status.equals("429") || status.equals("503")) {
            answer.addHeaderObject(
                    "Retry-After",
                    new Header().description("Seconds to wait").schema(new IntegerSchema()));
        }
        return answer;
    }

    private static Schema<?> fieldProblem() {
        return new ObjectSchema()
                .addProperty("field", new StringSchema().description("The field at fault"))
                .addProperty("message", new StringSchema().description("What is wrong"))
                .addProperty("remedy", new StringSchema().description("What to do"));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("An error (RFC 9457)")
                .addProperty("type", new StringSchema().description("The kind of problem"))
                .addProperty("title", new StringSchema().description("The kind in words"))
                .addProperty("status", new IntegerSchema().description("The HTTP status"))
                .addProperty("detail", new StringSchema().description("What is wrong"))
                .addProperty("instance", new StringSchema().description("The address asked"))
                .addProperty("field", new StringSchema().description("The field at fault"))
                .addProperty("remedy", new StringSchema().description("What to do"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new Schema<>().$ref("#/components/schemas/FieldProblem"))
                                .description("Every field at fault"))
                .addProperty("line", new IntegerSchema().description("Where it is unreadable"))
                .addProperty("column", new IntegerSchema().description("Where it is unreadable"))
                .addProperty(
                        "reference",
                        new StringSchema().description("What to tell the administrator"));
    }
}
