package dev.innkeeper.change.shadow.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.Moment;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.change.shadow.Shadows;
import dev.innkeeper.change.simulation.Simulation;
import dev.innkeeper.change.simulation.Simulations;
import dev.innkeeper.change.simulation.web.SimulationView;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.serve.Trials;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A draft beside the live rules: started, read, ended. */
@RestController
@RequestMapping(
        path = {"/api/drafts/{id}/shadow", "/changes/data/drafts/{id}/shadow"},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Shadow", description = "A draft that runs beside the live rules")
class ShadowController {

    private static final Set<Group> START = EnumSet.of(Group.RULE_EDITOR, Group.RULE_APPROVER);

    private final Shadows shadows;
    private final Simulations simulations;
    private final Trials trials;
    private final Repeatable repeatable;

    ShadowController(
            Shadows shadows, Simulations simulations, Trials trials, Repeatable repeatable) {
        this.shadows = shadows;
        this.simulations = simulations;
        this.trials = trials;
        this.repeatable = repeatable;
    }

    /** How long the draft runs beside the live rules. */
    @Schema(name = "ShadowRequest")
    record Start(
            @Schema(description = "When it ends, within a year") @NotNull @Moment(ahead = true)
                    @Nullable Instant until) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "startShadow",
            summary = "Let a draft run beside the live rules",
            description =
                    "Each decision made from now on is put to the draft as well, half a minute"
                            + " later; what it decides otherwise is recorded and never acted upon."
                            + " Its cases are read as those of a simulation. Where the draft is"
                            + " changed meanwhile, a new shadow begins, and its note says so.")
    ResponseEntity<SimulationView> start(
            Actor by,
            @PathVariable @Min(1) long id,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid Start start,
            HttpServletRequest request) {
        GroupCheck.check(by, START);
        return Repeatable.created(
                repeatable.once(
                        "shadow",
                        key,
                        by.userId(),
                        Long.toString(id),
                        start,
                        SimulationView.class,
                        () ->
                                view(
                                        simulations.read(
                                                shadows.start(
                                                        id,
                                                        Objects.requireNonNull(start.until()),
                                                        by)),
                                        request)),
                "/api/drafts/" + id + "/shadow");
    }

    @GetMapping
    @Operation(
            operationId = "readShadow",
            summary =
                    "What the draft would have decided otherwise since it runs beside the live"
                            + " rules")
    SimulationView read(@PathVariable @Min(1) long id, HttpServletRequest request) {
        return view(shadows.read(id), request);
    }

    @DeleteMapping
    @Operation(
            operationId = "endShadow",
            summary = "End the shadow of a draft; what was recorded stays")
    SimulationView stop(Actor by, @PathVariable @Min(1) long id, HttpServletRequest request) {
        GroupCheck.check(by, START);
        return view(shadows.stop(id, by), request);
    }

    private SimulationView view(Simulation shadow, HttpServletRequest request) {
        return SimulationView.of(
                shadow, trials, Language.ofHeader(request.getHeader("Accept-Language")));
    }
}
