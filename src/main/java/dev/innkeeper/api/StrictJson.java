package dev.innkeeper.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads JSON as it is written: a field that nobody knows, a field given twice, a number where text
 * is due or something after the end is an error and not a guess.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    private static final int DEEPEST = 32;

    /** A file of 5 MB in Base64; what a body may hold in all is limited before it is read. */
    private static final int LONGEST_TEXT = 7_000_000;

    private static final int LONGEST_NUMBER = 60;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictness() {
        return builder ->
                builder.featuresToEnable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .featuresToDisable(
                                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                                MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .modulesToInstall(
                                modules ->
                                        modules.add(
                                                new SimpleModule("moments")
                                                        .addDeserializer(
                                                                Instant.class, new Moments())))
                        .postConfigurer(
                                json -> {
                                    json.getFactory()
                                            .setStreamReadConstraints(
                                                    StreamReadConstraints.builder()
                                                            .maxNestingDepth(DEEPEST)
                                                            .maxStringLength(LONGEST_TEXT)
                                                            .maxNumberLength(LONGEST_NUMBER)
                                                            .build());
                                    json.getFactory()
                                            .enable(
                                                    StreamReadFeature.STRICT_DUPLICATE_DETECTION
                                                            .mappedFeature());
                                    json.coercionConfigFor(LogicalType.Textual)
                                            .setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail);
                                });
    }

    /** Reads a moment with its offset; never a bare number, whose unit could only be guessed. */
    private static final class Moments extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        Moments() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getText();
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException notAMoment) {
                return (Instant)
                        context.handleWeirdStringValue(Instant.class, text, "not a moment");
            }
        }
    }
}
