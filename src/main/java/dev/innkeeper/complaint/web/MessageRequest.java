package dev.innkeeper.complaint.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.complaint.GuestMessage;
import dev.innkeeper.complaint.facts.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A further message from the guest. */
@Schema(name = "NewMessage", description = "A further message from the guest")
record MessageRequest(
        @Schema(description = "How it came") @NotNull @Nullable Channel channel,
        @Schema(
                        description = "The guest's words",
                        minLength = 1,
                        maxLength = 20_000,
                        example = "我明天上午十点退房，请在此之前答复。")
                @NotNull
                @PlainText(max = 20_000, lines = true)
                @Nullable String text) {

    GuestMessage toMessage() {
        return new GuestMessage(
                Objects.requireNonNull(channel), Objects.requireNonNull(text).strip());
    }
}
