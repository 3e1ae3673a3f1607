package dev.innkeeper.customer.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.customer.Duplicate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two customers that may be one. */
@Schema(name = "Duplicate", description = "Two customers that may be one, and why")
record DuplicateView(
        Side one,
        Side other,
        @Schema(description = "How much speaks for it") Duplicate.Strength strength,
        String strengthLabel,
        List<Match> matches) {

    /** One of the two. */
    @Schema(name = "DuplicateSide")
    record Side(
            @Schema(example = "CUS-000123") String id,
            @Nullable String name,
            @Nullable String company,
            String href) {

        static Side of(Duplicate.Side side) {
            return new Side(side.id(), side.name(), side.company(), "/api/customers/" + side.id());
        }
    }

    /** What they have in common. */
    @Schema(name = "DuplicateMatch")
    record Match(Duplicate.Kind kind, String kindLabel, String value) {}

    static DuplicateView of(Duplicate duplicate, Language language) {
        return new DuplicateView(
                Side.of(duplicate.one()),
                Side.of(duplicate.other()),
                duplicate.strength(),
                language.of(duplicate.strength()),
                duplicate.matches().stream()
                        .map(
                                match ->
                                        new Match(
                                                match.kind(),
                                                language.of(match.kind()),
                                                match.value()))
                        .toList());
    }
}
