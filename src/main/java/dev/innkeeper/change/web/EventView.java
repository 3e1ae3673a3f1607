package dev.innkeeper.change.web;

import dev.innkeeper.change.ChangeEvent;
import dev.innkeeper.common.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a draft or a release.
 *
 * @param id counted up
 * @param at when
 * @param by who
 * @param kind what
 * @param draft which draft
 * @param release which release
 * @param words why, or what exactly
 */
@Schema(name = "ChangeEvent")
record EventView(
        long id,
        Instant at,
        String by,
        ChangeEvent.Kind kind,
        @Nullable Long draft,
        @Nullable Long release,
        String words) {

    static EventView of(ChangeEvent event, Language language) {
        return new EventView(
                event.id(),
                event.happenedAt(),
                event.actor(),
                event.kind(),
                event.draft(),
                event.release(),
                language.of(event.words()));
    }
}
