package dev.innkeeper.customer.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of one section of a customer's file. */
@Schema(name = "CustomerSectionPage", description = "A page of a section of a customer's file")
record FileSectionPage(
        String label,
        @Schema(types = "object") @Nullable Object summary,
        List<Object> items,
        int page,
        int size,
        long total,
        @Schema(description = "The address of the next page; null on the last")
                @Nullable String next) {}
