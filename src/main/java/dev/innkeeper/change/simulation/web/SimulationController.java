package dev.innkeeper.change.simulation.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.Moment;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.change.simulation.DifferenceFilter;
import dev.innkeeper.change.simulation.Kind;
import dev.innkeeper.change.simulation.SimulatedDecision;
import dev.innkeeper.change.simulation.SimulationShift;
import dev.innkeeper.change.simulation.Simulations;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.serve.Explanations;
import dev.innkeeper.decision.serve.Trials;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the rules of a draft would have decided: ordered, watched, read case by case. */
@RestController
@RequestMapping(
        path = {"/api", "/changes/data"},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "What-if", description = "What the rules of a draft would have decided")
class SimulationController {

    static final Set<Group> START = EnumSet.of(Group.RULE_EDITOR, Group.RULE_APPROVER);

    private final Simulations simulations;
    private final SimulationShift shift;
    private final Trials trials;
    private final Explanations explanations;
    private final Repeatable repeatable;

    SimulationController(
            Simulations simulations,
            SimulationShift shift,
            Trials trials,
            Explanations explanations,
            Repeatable repeatable) {
        this.simulations = simulations;
        this.shift = shift;
        this.trials = trials;
        this.explanations = explanations;
        this.repeatable = repeatable;
    }

    /** Which recorded decisions the draft is asked. */
    @Schema(name = "SimulationRequest")
    record Start(
            @Schema(description = "Decisions made at this moment or later") @NotNull @Moment
                    @Nullable Instant from,
            @Schema(description = "Decisions made before it; now where left out") @Moment
                    @Nullable Instant to,
            @Schema(
                            description = "Only these; all that the draft changes where left out",
                            example = "[\"complaint/grading\"]")
                    @Size(max = 100)
                    @Nullable List<@NotNull @Size(max = 100) @Nullable String> decisions) {}

    @PostMapping(path = "/drafts/{id}/simulations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "startSimulation",
            summary = "Ask the rules of a draft what was decided in a period",
            description =
                    "It runs in the background; its address tells how far it is. Nothing is acted"
                            + " upon.")
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
        var once =
                repeatable.once(
                        "simulation",
                        key,
                        by.userId(),
                        Long.toString(id),
                        start,
                        SimulationView.class,
                        () -> view(begin(id, start, by), request));
        shift.wake();
        return Repeatable.accepted(once, "/api/simulations/" + once.answer().id());
    }

    private long begin(long draft, Start start, Actor by) {
        List<String> decisions =
                start.decisions() == null
                        ? List.of()
                        : start.decisions().stream().map(Objects::requireNonNull).toList();
        return simulations.start(
                draft, Objects.requireNonNull(start.from()), start.to(), decisions, by);
    }

    @GetMapping("/drafts/{id}/simulations")
    @Operation(
            operationId = "listSimulations",
            summary = "List the simulations of a draft, the latest first")
    PageOf<SimulationView> list(
            @PathVariable @Min(1) long id,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        var language = language(request);
        return PageOf.of(
                simulations.list(id, Kind.WHAT_IF, page * size, size),
                page,
                size,
                one -> SimulationView.of(one, trials, language));
    }

    @GetMapping("/simulations/{id}")
    @Operation(
            operationId = "readSimulation",
            summary = "How far a simulation is, and what came of it so far")
    SimulationView read(@PathVariable @Min(1) long id, HttpServletRequest request) {
        return view(id, request);
    }

    @GetMapping("/simulations/{id}/cases")
    @Operation(
            operationId = "listSimulatedCases",
            summary = "List what the draft decides otherwise or cannot decide",
            description =
                    "Each with what was decided then and why, and what the draft decides and why.")
    PageOf<CaseView> cases(
            @PathVariable @Min(1) long id,
            @Parameter(description = "Only this decision", example = "complaint/grading")
                    @RequestParam(required = false)
                    @PlainText(max = 100)
                    @Nullable String decision,
            @Parameter(description = "Only with this outcome then", example = "S2")
                    @RequestParam(required = false)
                    @PlainText(max = 64)
                    @Nullable String from,
            @Parameter(description = "Only with this outcome now", example = "S3")
                    @RequestParam(required = false)
                    @PlainText(max = 64)
                    @Nullable String to,
            @Parameter(description = "Only those that the draft cannot answer, or only the others")
                    @RequestParam(required = false)
                    @Nullable Boolean failed,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        var language = language(request);
        Map<String, String> releases =
                simulations.read(id).decisions().stream()
                        .collect(
                                Collectors.toMap(
                                        SimulatedDecision::name, SimulatedDecision::release));
        return PageOf.of(
                simulations.cases(
                        id, new DifferenceFilter(decision, from, to, failed), page * size, size),
                page,
                size,
                one ->
                        CaseView.of(
                                one,
                                releases.getOrDefault(one.difference().decision(), ""),
                                trials,
                                explanations,
                                language));
    }

    @PostMapping("/simulations/{id}/cancellation")
    @Operation(
            operationId = "cancelSimulation",
            summary = "End a simulation before its time; what was done until then stays")
    SimulationView cancel(Actor by, @PathVariable @Min(1) long id, HttpServletRequest request) {
        GroupCheck.check(by, START);
        simulations.cancel(id, by);
        return view(id, request);
    }

    private SimulationView view(long id, HttpServletRequest request) {
        return SimulationView.of(simulations.read(id), trials, language(request));
    }

    private static Language language(HttpServletRequest request) {
        return Language.ofHeader(request.getHeader("Accept-Language"));
    }
}
