package dev.innkeeper.keyaccount.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the id of a partner in an address. */
@Parameter(
        description = "The id of the partner",
        schema = @Schema(type = "string", pattern = "PAR-\\d{6,12}", example = "PAR-000012"))
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface PartnerIdForm {}
