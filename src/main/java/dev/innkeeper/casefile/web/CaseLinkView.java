package dev.innkeeper.casefile.web;

import dev.innkeeper.casefile.CaseLink;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A case that belongs to another one, as REST shows it. */
@Schema(name = "CaseLink")
public record CaseLinkView(
        String other,
        @Schema(description = "How they belong together, seen from this case") CaseLink.Kind kind,
        Instant at) {

    /** The link. */
    public static CaseLinkView of(CaseLink link) {
        return new CaseLinkView(link.other().value(), link.kind(), link.at());
    }
}
