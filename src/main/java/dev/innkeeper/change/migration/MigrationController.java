package dev.innkeeper.change.migration;

import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.change.ChangeEvent;
import dev.innkeeper.change.ChangeLog;
import dev.innkeeper.common.Actor;
import dev.innkeeper.workflow.migration.CasePreview;
import dev.innkeeper.workflow.migration.CaseState;
import dev.innkeeper.workflow.migration.MigratedCase;
import dev.innkeeper.workflow.migration.Migration;
import dev.innkeeper.workflow.migration.MigrationDesk;
import dev.innkeeper.workflow.migration.MigrationPreview;
import dev.innkeeper.workflow.migration.MigrationRequest;
import dev.innkeeper.workflow.migration.MigrationState;
import dev.innkeeper.workflow.migration.Place;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

/** Moving running cases from one version of their process to another. */
@RestController
@RequestMapping(
        path = {"/api/migrations", "/changes/data/migrations"},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Running cases", description = "Versions of processes, and moving cases between them")
class MigrationController {

    private static final int SHOWN_ONE_BY_ONE = 50;

    private final MigrationDesk desk;
    private final Repeatable repeatable;
    private final ChangeLog log;

    MigrationController(MigrationDesk desk, Repeatable repeatable, ChangeLog log) {
        this.log = log;
        this.desk = desk;
        this.repeatable = repeatable;
    }

    /** Which cases are to move where. */
    @Schema(name = "MigrationRequest")
    record Asked(
            @Schema(example = "complaint-handling") @NotNull @PlainText(max = 255)
                    @Nullable String process,
            @Schema(description = "The version in which the cases run", example = "1")
                    @NotNull
                    @Min(1)
                    @Nullable Integer from,
            @Schema(
                            description = "The version to which they go; the newest where left out",
                            example = "2")
                    @Min(1)
                    @Nullable Integer to,
            @Schema(
                            description =
                                    "Which element of the new version takes the place of which of"
                                            + " the old one, where they have not the same id",
                            example = "{\"investigateComplaint\": \"investigate\"}")
                    @Nullable Map<String, @Nullable String> activities) {

        MigrationRequest request() {
            Map<String, String> places = new TreeMap<>();
            if (activities != null) {
                activities.forEach((old, next) -> places.put(old, next == null ? "" : next));
            }
            return new MigrationRequest(
                    Objects.requireNonNull(process), Objects.requireNonNull(from), to, places);
        }
    }

    /** An element, and what takes its place. */
    @Schema(name = "MigrationMove")
    record MoveView(
            String from,
            @Schema(description = "English | 中文 where the diagram has both") String fromName,
            @Schema(description = "Empty where nothing takes its place") String to,
            String toName,
            @Schema(
                            description =
                                    "Where nothing takes its place: elements of the same kind in"
                                            + " the new version that might, the likeliest first")
                    List<String> perhaps) {

        static MoveView of(Place.Move move) {
            return new MoveView(
                    move.from(), move.fromName(), move.to(), move.toName(), move.perhaps());
        }
    }

    /** Where cases stand, and what would become of them. */
    @Schema(name = "MigrationPlace")
    record PlaceView(
            long cases,
            @Schema(description = "Whether they can move") boolean movable,
            List<MoveView> moves,
            @Schema(description = "Why they cannot move, English | 中文") List<String> obstacles) {

        static PlaceView of(Place place) {
            return new PlaceView(
                    place.cases(),
                    place.isMovable(),
                    place.moves().stream().map(MoveView::of).toList(),
                    place.obstacles());
        }
    }

    /** A case, and what would become of it. */
    record CasePreviewView(
            String processInstance,
            @Nullable String number,
            boolean movable,
            List<MoveView> moves,
            List<String> obstacles) {

        static CasePreviewView of(CasePreview each) {
            return new CasePreviewView(
                    each.processInstance(),
                    each.number(),
                    each.place().isMovable(),
                    each.place().moves().stream().map(MoveView::of).toList(),
                    each.place().obstacles());
        }
    }

    /** What a migration would do. */
    @Schema(name = "MigrationPreview")
    record Preview(
            String process,
            int from,
            int to,
            @Schema(description = "Where the cases stand, each place tried with one of them")
                    List<PlaceView> places,
            @Schema(description = "A page of the cases, each tried by itself")
                    PageOf<CasePreviewView> cases) {

        static Preview of(MigrationPreview preview, int page, int size) {
            return new Preview(
                    preview.process(),
                    preview.from(),
                    preview.to(),
                    preview.places().stream().map(PlaceView::of).toList(),
                    PageOf.of(preview.cases(), page, size, CasePreviewView::of));
        }
    }

    /** A migration and how far it is. */
    record MigrationView(
            long id,
            String process,
            int from,
            int to,
            Map<String, String> activities,
            MigrationState state,
            @Schema(description = "How many cases ran when it was asked") long cases,
            long moved,
            @Schema(description = "How many could not be moved and are as they were") long failed,
            @Schema(description = "How many had ended when their turn came") long gone,
            String askedBy,
            Instant askedAt,
            @Nullable Instant endedAt) {

        static MigrationView of(Migration migration) {
            return new MigrationView(
                    migration.id(),
                    migration.process(),
                    migration.from(),
                    migration.to(),
                    migration.activities(),
                    migration.state(),
                    migration.cases(),
                    migration.moved(),
                    migration.failed(),
                    migration.gone(),
                    migration.askedBy(),
                    migration.askedAt(),
                    migration.endedAt());
        }
    }

    /** What became of a case. */
    @Schema(name = "MigratedCase")
    record CaseView(
            String processInstance,
            @Nullable String number,
            CaseState state,
            @Schema(description = "Why it could not be moved, English | 中文")
                    @Nullable String reason,
            Instant changedAt) {

        static CaseView of(MigratedCase each) {
            return new CaseView(
                    each.processInstance(),
                    each.number(),
                    each.state(),
                    each.reason(),
                    each.changedAt());
        }
    }

    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "previewMigration",
            summary = "What moving the cases of a version to another would do; changes nothing",
            description =
                    "Each case is moved and taken back, so the answer is what would happen. Cases"
                        + " that stand at the same elements are gathered in places; a page of them"
                        + " is shown one by one.")
    Preview preview(
            Actor by,
            @RequestBody @Valid Asked asked,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(SHOWN_ONE_BY_ONE) int size) {
        MigrationRights.see(by);
        return Preview.of(desk.preview(asked.request(), page * size, size), page, size);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "startMigration",
            summary = "Move the cases of a version to another",
            description =
                    "It goes on in the background. Timers keep the moment for which they are set,"
                        + " and clocks run on. A case that cannot be moved stays as it was, and the"
                        + " report says why; asked again, those are tried again.")
    ResponseEntity<MigrationView> start(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid Asked asked) {
        MigrationRights.move(by);
        Idempotency.Once<MigrationView> once =
                repeatable.once(
                        "migration",
                        key,
                        by.userId(),
                        asked.request().process(),
                        asked,
                        MigrationView.class,
                        () -> started(asked.request(), by));
        return Repeatable.created(once, "/api/migrations/" + once.answer().id());
    }

    private MigrationView started(MigrationRequest request, Actor by) {
        var migration = desk.start(request, by);
        log.add(
                by.userId(),
                ChangeEvent.Kind.MIGRATED,
                null,
                null,
                "Migration %d: cases of %s from version %d to %d. | 迁移%1$d：%2$s的案件从版本%3$d移至%4$d。"
                        .formatted(
                                migration.id(),
                                migration.process(),
                                migration.from(),
                                migration.to()));
        return MigrationView.of(migration);
    }

    @GetMapping
    @Operation(operationId = "listMigrations", summary = "List the migrations, latest first")
    PageOf<MigrationView> list(
            Actor by,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        MigrationRights.see(by);
        return PageOf.of(desk.list(page * size, size), page, size, MigrationView::of);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readMigration", summary = "How far a migration is")
    MigrationView read(Actor by, @PathVariable @Min(1) long id) {
        MigrationRights.see(by);
        return MigrationView.of(desk.read(id));
    }

    @GetMapping("/{id}/cases")
    @Operation(
            operationId = "listMigratedCases",
            summary = "What became of each case of a migration, and why one could not be moved")
    PageOf<CaseView> cases(
            Actor by,
            @PathVariable @Min(1) long id,
            @Parameter(description = "Those of which this became; all where left out")
                    @RequestParam(required = false)
                    @Nullable CaseState state,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        MigrationRights.see(by);
        return PageOf.of(desk.cases(id, state, page * size, size), page, size, CaseView::of);
    }
}
