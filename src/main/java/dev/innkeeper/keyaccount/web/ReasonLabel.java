package dev.innkeeper.keyaccount.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.DealReason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A coded reason with its label. */
@Schema(name = "DealReason", description = "A coded reason with its label")
record ReasonLabel(@Schema(example = "PRICE") String code, String label) {

    static List<ReasonLabel> of(List<DealReason> reasons, Language language) {
        return reasons.stream()
                .map(reason -> new ReasonLabel(reason.code(), language.of(reason)))
                .toList();
    }
}
