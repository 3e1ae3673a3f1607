package dev.innkeeper.demo.web;

import dev.innkeeper.common.Refusal;
import dev.innkeeper.demo.DemoClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator or the general manager see time pass; in a demonstration only. */
@RestController
@RequestMapping("/api/demo/clock")
@Tag(name = "Demo clock", description = "Let time pass in a demonstration")
class DemoClockController {

    private final DemoClock clock;

    DemoClockController(DemoClock clock) {
        this.clock = clock;
    }

    /** What to do with the clock: exactly one of the two. */
    record Change(
            @Schema(description = "How far to go forward (ISO 8601)", example = "PT2H")
                    @Nullable String advance,
            @Schema(description = "true to show the real time again", nullable = true)
                    @Nullable Boolean reset) {}

    /** What the clock shows. */
    record Shown(
            @Schema(description = "The time of the service") Instant now,
            @Schema(description = "How far it is ahead of the real time", example = "PT2H")
                    String ahead) {

        static Shown of(DemoClock.Reading reading) {
            return new Shown(reading.now(), reading.ahead().toString());
        }
    }

    @GetMapping
    @Operation(
            operationId = "readClock",
            summary = "The time of the service, and how far it is ahead of the real time")
    Shown read() {
        return Shown.of(clock.read());
    }

    @PostMapping
    @Operation(
            operationId = "moveClock",
            summary = "Move the clock forward, or show the real time again",
            description = "Timers that become due fire within about five seconds.")
    Shown change(@RequestBody Change change) {
        boolean reset = Boolean.TRUE.equals(change.reset());
        if (reset == (change.advance() != null)) {
            throw Refusal.invalid(
                    "advance",
                    "Either advance or reset says what to do with the clock.",
                    "Send {\"advance\":\"PT2H\"} or {\"reset\":true}.");
        }
        return Shown.of(reset ? clock.reset() : clock.advance(duration(change.advance())));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException notADuration) {
            throw Refusal.invalid(
                    "advance",
                    "This is not a duration that can be read.",
                    "Write it as ISO 8601 does: PT20M for 20 minutes, PT2H for 2 hours, P3D for 3"
                            + " days.");
        }
    }
}
