package dev.innkeeper.nightly.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.nightly.NightProblem;
import dev.innkeeper.nightly.NightRun;
import dev.innkeeper.nightly.NightRuns;
import dev.innkeeper.nightly.NightShift;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done every night: how far it has come, and starting it by hand for a day. */
@RestController
@RequestMapping(path = "/api/nightly-runs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Nightly work", description = "What is done every night for the customers that are due")
class NightlyRunController {

    private static final Set<Group> START =
            EnumSet.of(
                    Group.FINANCE,
                    Group.CUSTOMER_INFORMATION,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);
    private static final Set<Group> SEE = GroupCheck.with(START, Group.AUDITOR);

    private final NightRuns runs;
    private final NightShift shift;
    private final CasefileProperties house;
    private final Clock clock;

    NightlyRunController(NightRuns runs, NightShift shift, CasefileProperties house, Clock clock) {
        this.runs = runs;
        this.shift = shift;
        this.house = house;
        this.clock = clock;
    }

    /** Which work to do, and for which day. */
    record Start(
            @Schema(
                            description = "The work, as the list names it",
                            example = "credit-review-selection")
                    @NotNull
                    @PlainText(max = 40)
                    @Nullable String work,
            @Schema(
                            description = "The day for which it runs; today where left out",
                            example = "2026-11-20")
                    @Nullable LocalDate asOf) {}

    /** How far a work has come, with the customers that it left out. */
    record Run(
            String work,
            LocalDate day,
            @Schema(description = "RUNNING or DONE") String state,
            @Schema(description = "Customers that were due so far") int looked,
            @Schema(description = "For how many of them something was done") int done,
            @Schema(description = "How many were left out, since their work failed") int failed,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<NightProblem> problems) {

        static Run of(NightRun run, List<NightProblem> problems) {
            return new Run(
                    run.work(),
                    run.day(),
                    run.over() ? "DONE" : "RUNNING",
                    run.looked(),
                    run.done(),
                    run.failed(),
                    run.startedAt(),
                    run.endedAt(),
                    problems);
        }
    }

    @GetMapping
    @Operation(operationId = "listNightlyRuns", summary = "List the nightly runs, latest first")
    PageOf<Run> list(
            Actor by,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        see(by);
        return PageOf.of(runs.list(page * size, size), page, size, run -> Run.of(run, List.of()));
    }

    @GetMapping("/{work}/{day}")
    @Operation(
            operationId = "readNightlyRun",
            summary = "How far a nightly work has come for a day, and whom it left out")
    Run read(
            Actor by,
            @Parameter(example = "credit-review-selection") @PathVariable @PlainText(max = 40)
                    String work,
            @Parameter(example = "2026-11-20")
                    @PathVariable
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate day) {
        see(by);
        return details(runs.read(work, day));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startNightlyRun",
            summary = "Do a nightly work now, for today or a day in the past",
            description =
                    "It goes on in the background. For a day for which it was done already it looks"
                            + " again; what was done is not done twice.")
    Run start(Actor by, @RequestBody @Valid Start start) {
        GroupCheck.check(by, START);
        LocalDate today = clock.instant().atZone(house.zone()).toLocalDate();
        LocalDate day = Objects.requireNonNullElse(start.asOf(), today);
        if (day.isAfter(today)) {
            throw Refusal.refused(
                    "asOf",
                    "That day has not come. | 该日期尚未到来。",
                    "Give today or a day in the past. | 请填写今天或过去的日期。");
        }
        return details(shift.start(Objects.requireNonNull(start.work()), day));
    }

    private Run details(NightRun run) {
        return Run.of(run, run.failed() == 0 ? List.of() : runs.problems(run));
    }

    private static void see(Actor by) {
        if (!GroupCheck.isIn(by, SEE)) {
            throw GroupCheck.refusal(SEE);
        }
    }
}
