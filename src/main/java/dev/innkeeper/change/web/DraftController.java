package dev.innkeeper.change.web;

import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.change.ApprovalDesk;
import dev.innkeeper.change.Bundle;
import dev.innkeeper.change.ChangeLog;
import dev.innkeeper.change.ChangedFile;
import dev.innkeeper.change.CheckDesk;
import dev.innkeeper.change.Differences;
import dev.innkeeper.change.Differences.Difference;
import dev.innkeeper.change.Draft;
import dev.innkeeper.change.DraftDesk;
import dev.innkeeper.change.ReleaseDesk;
import dev.innkeeper.change.Revision;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of rules and diagrams before they are live: for callers of the API and for the pages. */
@RestController
@RequestMapping(
        path = {"/api/drafts", "/changes/data/drafts"},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Drafts",
        description = "Changes of rules and diagrams, checked, tried and approved before they live")
class DraftController {

    private static final String LANGUAGE = "Accept-Language";

    private final DraftDesk desk;
    private final CheckDesk checks;
    private final ApprovalDesk approvals;
    private final ReleaseDesk releases;
    private final Differences differences;
    private final ChangeLog log;
    private final Repeatable repeatable;

    DraftController(
            DraftDesk desk,
            CheckDesk checks,
            ApprovalDesk approvals,
            ReleaseDesk releases,
            Differences differences,
            ChangeLog log,
            Repeatable repeatable) {
        this.desk = desk;
        this.checks = checks;
        this.approvals = approvals;
        this.releases = releases;
        this.differences = differences;
        this.log = log;
        this.repeatable = repeatable;
    }

    /** The number of a draft, as it is remembered for a repeated request. */
    private record Created(long id) {}

    @GetMapping
    @Operation(operationId = "listDrafts", summary = "List the drafts, changed last first")
    PageOf<Draft> list(
            @Parameter(description = "Those of one state only") @RequestParam(required = false)
                    Draft.@Nullable State state,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        return PageOf.of(desk.list(state, page * size, size), page, size, draft -> draft);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createDraft",
            summary = "Begin a draft",
            description = "With files, or without any: they can be saved one by one.")
    ResponseEntity<DraftDetails> create(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid DraftRequests.Create draft) {
        return begun(
                key,
                by,
                draft,
                Objects.requireNonNull(draft.title()),
                Objects.requireNonNullElse(draft.comment(), ""),
                draft.contents());
    }

    @PostMapping(path = "/import", consumes = "application/zip")
    @Operation(
            operationId = "importDraft",
            summary = "Begin a draft with the files of a zip file",
            description =
                    "As GET /api/releases/{number}/export gives it, of another installation for"
                            + " example. Files that are live as they are, are left out.")
    ResponseEntity<DraftDetails> importZip(
            Actor by,
            @Parameter(description = "What it is about")
                    @RequestParam(defaultValue = "Imported files")
                    @Pattern(regexp = "[^\\p{Cntrl}]{1,200}")
                    String title,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody byte[] file) {
        var files = Bundle.read(file);
        var live = releases.files(releases.live());
        files.entrySet().removeIf(one -> Arrays.equals(one.getValue(), live.get(one.getKey())));
        return begun(key, by, file, title, "", files);
    }

    private ResponseEntity<DraftDetails> begun(
            @Nullable String key,
            Actor by,
            Object body,
            String title,
            String words,
            Map<String, byte[]> files) {
        var once =
                repeatable.once(
                        "draft",
                        key,
                        by.userId(),
                        "",
                        body,
                        Created.class,
                        () -> new Created(desk.create(title, words, files, by).id()));
        long id = once.answer().id();
        return ResponseEntity.status(once.repeated() ? 200 : 201)
                .header("Location", "/api/drafts/" + id)
                .body(details(desk.find(id), by));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readDraft", summary = "Read a draft")
    DraftDetails read(Actor by, @PathVariable @Min(1) long id) {
        return details(desk.find(id), by);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "renameDraft", summary = "Give a draft another title")
    DraftDetails rename(
            Actor by,
            @PathVariable @Min(1) long id,
            @RequestBody @Valid DraftRequests.Rename title) {
        return details(
                desk.rename(
                        id,
                        Objects.requireNonNull(title.version()),
                        Objects.requireNonNull(title.title()),
                        by),
                by);
    }

    @GetMapping("/{id}/files")
    @Operation(operationId = "listDraftFiles", summary = "List the files that a draft changes")
    List<ChangedFile> files(@PathVariable @Min(1) long id) {
        return desk.files(id);
    }

    @GetMapping(path = "/{id}/file", produces = MediaType.ALL_VALUE)
    @Operation(
            operationId = "readDraftFile",
            summary = "Read a file as the draft has it",
            description = "Or as it is live, where the draft leaves it alone.")
    ResponseEntity<byte[]> file(
            @PathVariable @Min(1) long id,
            @Parameter(example = "rules/complaint/grading/severity.drl.csv") @RequestParam
                    String path) {
        desk.find(id);
        return FileContents.answer(path, desk.content(id, path).orElseThrow(() -> noFile(path)));
    }

    @PutMapping(path = "/{id}/file", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "saveDraftFile",
            summary = "Save or delete a file of a draft",
            description =
                    "Names the version that was read; where somebody else saved meanwhile it"
                            + " answers 409 and stores nothing.")
    DraftDetails save(
            Actor by,
            @PathVariable @Min(1) long id,
            @Parameter(example = "rules/complaint/grading/severity.drl.csv") @RequestParam
                    String path,
            @RequestBody @Valid DraftRequests.Save file) {
        return details(
                desk.save(id, Objects.requireNonNull(file.version()), path, file.content(), by),
                by);
    }

    @DeleteMapping("/{id}/file")
    @Operation(
            operationId = "leaveDraftFile",
            summary = "Leave a file as it is live",
            description = "What was saved of it stays among the revisions.")
    DraftDetails leave(
            Actor by,
            @PathVariable @Min(1) long id,
            @RequestParam String path,
            @RequestParam @Min(1) int version) {
        return details(desk.leave(id, version, path, by), by);
    }

    @GetMapping("/{id}/revisions")
    @Operation(
            operationId = "listRevisions",
            summary = "List everything that was saved of a file, the last first")
    PageOf<Revision> revisions(
            @PathVariable @Min(1) long id,
            @RequestParam String path,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageOf.LAST) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        return PageOf.of(
                desk.revisions(id, path, page * size, size), page, size, revision -> revision);
    }

    @GetMapping(path = "/{id}/revisions/{revision}", produces = MediaType.ALL_VALUE)
    @Operation(operationId = "readRevision", summary = "Read something that was saved once")
    ResponseEntity<byte[]> revision(
            @PathVariable @Min(1) long id, @PathVariable @Min(1) long revision) {
        return FileContents.answer("revision-" + revision, desk.revision(id, revision));
    }

    @PostMapping(path = "/{id}/rebase", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "rebaseDraftFile",
            summary = "Keep the draft's file although the live one has changed",
            description = "After looking at both: GET /api/drafts/{id}/diff.")
    DraftDetails rebase(
            Actor by,
            @PathVariable @Min(1) long id,
            @RequestParam String path,
            @RequestParam @Min(1) int version) {
        return details(desk.rebase(id, version, path, by), by);
    }

    @GetMapping("/{id}/diff")
    @Operation(operationId = "diffDraft", summary = "How a draft differs from what is live")
    List<Difference> diff(@PathVariable @Min(1) long id) {
        return differences.ofDraft(id);
    }

    @PostMapping("/{id}/checks")
    @Operation(
            operationId = "checkDraft",
            summary = "Check a draft",
            description =
                    "Syntax, allowed words, fields and types, tables, scenarios and which rules"
                        + " they try; for diagrams their lint, expressions, forms and variables.")
    Findings check(Actor by, @PathVariable @Min(1) long id, HttpServletRequest request) {
        return Findings.of(checks.check(id, by), language(request));
    }

    @GetMapping("/{id}/checks")
    @Operation(operationId = "readChecks", summary = "What the last checks of a draft said")
    Findings checks(@PathVariable @Min(1) long id, HttpServletRequest request) {
        desk.find(id);
        return checks.last(id)
                .map(checked -> Findings.of(checked, language(request)))
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "id",
                                        "This draft has not been checked yet. | 该草稿尚未检查。",
                                        "Check it: POST /api/drafts/{id}/checks |"
                                                + " 请检查：POST /api/drafts/{id}/checks"));
    }

    @PostMapping(path = "/{id}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "commentDraft", summary = "Say something about a draft")
    DraftDetails comment(
            Actor by,
            @PathVariable @Min(1) long id,
            @RequestBody @Valid DraftRequests.Words words) {
        desk.comment(id, Objects.requireNonNull(words.comment()), by);
        return details(desk.find(id), by);
    }

    @GetMapping("/{id}/history")
    @Operation(
            operationId = "readDraftHistory",
            summary = "Everything that happened to a draft, the latest first")
    PageOf<EventView> history(
            @PathVariable @Min(1) long id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageOf.LAST) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        desk.find(id);
        var language = language(request);
        return PageOf.of(
                log.ofDraft(id, page * size, size),
                page,
                size,
                event -> EventView.of(event, language));
    }

    @PostMapping(path = "/{id}/request", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "requestApproval",
            summary = "Ask for approval",
            description = "The draft has to pass the checks.")
    DraftDetails request(
            Actor by,
            @PathVariable @Min(1) long id,
            @RequestBody @Valid DraftRequests.Decide asked) {
        return details(
                approvals.request(
                        id,
                        Objects.requireNonNull(asked.version()),
                        Objects.requireNonNull(asked.comment()),
                        asked.effectiveAt(),
                        by),
                by);
    }

    @PostMapping(path = "/{id}/recall", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "recallDraft",
            summary = "Take a request or an approval back",
            description = "The draft can then be written on.")
    DraftDetails recall(
            Actor by,
            @PathVariable @Min(1) long id,
            @RequestBody @Valid DraftRequests.Words words) {
        return details(approvals.recall(id, Objects.requireNonNull(words.comment()), by), by);
    }

    @PostMapping(path = "/{id}/approval", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "approveDraft",
            summary = "Approve a draft",
            description =
                    "By somebody who did not write on it. It is checked once more and goes live at"
                            + " once, or when its time comes. Where it no longer passes, it is"
                            + " returned: its state is OPEN again and its history says why.")
    DraftDetails approve(
            Actor by,
            @PathVariable @Min(1) long id,
            @RequestBody @Valid DraftRequests.Decide decided) {
        return details(
                approvals.approve(
                        id,
                        Objects.requireNonNull(decided.version()),
                        Objects.requireNonNull(decided.comment()),
                        decided.effectiveAt(),
                        by),
                by);
    }

    @PostMapping(path = "/{id}/return", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "returnDraft", summary = "Return a draft with a reason")
    DraftDetails giveBack(
            Actor by,
            @PathVariable @Min(1) long id,
            @RequestBody @Valid DraftRequests.Words words) {
        return details(approvals.giveBack(id, Objects.requireNonNull(words.comment()), by), by);
    }

    @PostMapping(path = "/{id}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "withdrawDraft",
            summary = "Give a draft up",
            description = "It stays readable.")
    DraftDetails withdraw(
            Actor by,
            @PathVariable @Min(1) long id,
            @RequestBody @Valid DraftRequests.Words words) {
        return details(desk.withdraw(id, Objects.requireNonNull(words.comment()), by), by);
    }

    private DraftDetails details(Draft draft, Actor by) {
        var people = desk.people(draft.id());
        return new DraftDetails(
                draft.id(),
                draft.version(),
                draft.title(),
                draft.owner(),
                draft.state(),
                draft.baseRelease(),
                releases.live(),
                draft.createdAt(),
                draft.changedAt(),
                draft.changedBy(),
                draft.effectiveAt(),
                draft.release(),
                people,
                desk.files(draft.id()),
                inShort(checks.last(draft.id())),
                DraftAction.of(draft, people, by));
    }

    private static DraftDetails.@Nullable Checks inShort(Optional<CheckDesk.Checked> last) {
        return last.map(
                        checked ->
                                new DraftDetails.Checks(
                                        checked.report().passed(),
                                        checked.current(),
                                        checked.report().count(Finding.Severity.ERROR),
                                        checked.report().count(Finding.Severity.WARNING)))
                .orElse(null);
    }

    private static Language language(HttpServletRequest request) {
        return Language.ofHeader(request.getHeader(LANGUAGE));
    }

    private static Refusal noFile(String path) {
        return Refusal.unknown(
                "path",
                "There is no file %s, live or in the draft. | 没有文件%1$s（线上或草稿中）。".formatted(path),
                "List the files: GET /api/releases/live/files | 请查询：GET"
                        + " /api/releases/live/files");
    }
}
