package dev.innkeeper.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the number of a case in an address. */
@Parameter(
        description = "The number of the case",
        schema =
                @Schema(
                        type = "string",
                        pattern = "[A-Z]{3}-\\d{4}-\\d{6,12}",
                        example = "CMP-2026-000123"))
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CaseNumberForm {}
