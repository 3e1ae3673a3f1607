package dev.innkeeper.change.simulation.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.change.simulation.ScenarioKeeper;
import dev.innkeeper.change.simulation.ScenarioKeeper.Expect;
import dev.innkeeper.change.simulation.ScenarioKeeper.Kept;
import dev.innkeeper.common.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps cases of a simulation as scenarios of the draft. */
@RestController
@RequestMapping(
        path = {"/api/drafts/{id}/scenarios", "/changes/data/drafts/{id}/scenarios"},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "What-if", description = "What the rules of a draft would have decided")
class ScenarioController {

    private final ScenarioKeeper keeper;

    ScenarioController(ScenarioKeeper keeper) {
        this.keeper = keeper;
    }

    /** Which cases to keep. */
    @Schema(name = "ScenariosToKeep")
    record Keep(
            @Schema(description = "The simulation, or shadow, in which they were seen") @NotNull
                    @Nullable Long simulation,
            @Schema(description = "The decisionId of each case") @NotEmpty @Size(max = 200)
                    @Nullable List<@NotNull @Size(max = 40) @Nullable String> cases,
            @Schema(description = "The version of the draft that was read") @NotNull
                    @Nullable Integer version,
            @Schema(
                            description =
                                    "Which answer a scenario expects: the one of the draft, or the"
                                            + " one that was given then; DRAFT where left out")
                    @Nullable Expect expect) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "keepScenarios",
            summary = "Keep cases as scenarios of the draft",
            description =
                    "They are added behind the last scenario of each decision, all or none; what"
                            + " is there stays as it is. What guests wrote is not kept: only words"
                            + " of the house's word list go into a scenario, and a case for which"
                            + " they do not lead to the same answer is refused.")
    Kept keep(Actor by, @PathVariable @Min(1) long id, @RequestBody @Valid Keep keep) {
        GroupCheck.check(by, SimulationController.START);
        return keeper.keep(
                id,
                Objects.requireNonNull(keep.simulation()),
                Objects.requireNonNull(keep.cases()).stream().map(Objects::requireNonNull).toList(),
                Objects.requireNonNull(keep.version()),
                Objects.requireNonNullElse(keep.expect(), Expect.DRAFT),
                by);
    }
}
