package dev.innkeeper.change.web;

import dev.innkeeper.api.PageOf;
import dev.innkeeper.change.Bundle;
import dev.innkeeper.change.ChangeLog;
import dev.innkeeper.change.Differences;
import dev.innkeeper.change.Differences.Difference;
import dev.innkeeper.change.Nodes;
import dev.innkeeper.change.Release;
import dev.innkeeper.change.ReleaseDesk;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is live, what was live, and bringing an earlier state back: for callers of the API and for
 * the pages.
 */
@RestController
@RequestMapping(
        path = {"/api", "/changes/data"},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Releases", description = "What is live and was live: rules, diagrams and forms")
class ReleaseController {

    private static final String RELEASES = "/releases";
    private static final String NUMBER = "live|[1-9][0-9]{0,17}";

    private final ReleaseDesk desk;
    private final Differences differences;
    private final Nodes nodes;
    private final ChangeLog log;

    ReleaseController(ReleaseDesk desk, Differences differences, Nodes nodes, ChangeLog log) {
        this.desk = desk;
        this.differences = differences;
        this.nodes = nodes;
        this.log = log;
    }

    /**
     * A release in the list.
     *
     * @param number counted up without gaps
     * @param live whether it is the one that serves
     * @param source how it came about
     * @param draft the draft that it published
     * @param restores the release whose content it brought back
     * @param author who wrote the change
     * @param approver who agreed
     * @param comment why
     * @param liveAt since when it was live
     */
    @Schema(name = "ReleaseSummary")
    record Summary(
            long number,
            boolean live,
            Release.Source source,
            @Nullable Long draft,
            @Nullable Long restores,
            String author,
            String approver,
            String comment,
            Instant liveAt) {

        static Summary of(Release release, long live, Language language) {
            return new Summary(
                    release.number(),
                    release.number() == live,
                    release.source(),
                    release.draft(),
                    release.restores(),
                    release.author(),
                    release.approver(),
                    language.of(release.comment()),
                    release.liveAt());
        }
    }

    /**
     * A release.
     *
     * @param summary its head
     * @param hash SHA-256 of everything in it
     * @param units the hash of each unit
     * @param checks what its checks said
     * @param nodes the nodes that serve it, where it is live
     */
    @Schema(name = "Release")
    record Details(
            Summary summary,
            String hash,
            Map<String, String> units,
            List<Findings.Result> checks,
            List<Nodes.Node> nodes) {}

    /**
     * A file of a release.
     *
     * @param path where it stands
     * @param size in bytes
     */
    @Schema(name = "ReleaseFile")
    record File(String path, int size) {}

    /** How many folders were written. */
    @Schema(name = "FoldersWritten")
    record Written(int folders) {}

    @GetMapping(RELEASES)
    @Operation(operationId = "listReleases", summary = "List the releases, the latest first")
    PageOf<Summary> list(
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        long live = desk.live();
        var language = language(request);
        return PageOf.of(
                desk.list(page * size, size),
                page,
                size,
                release -> Summary.of(release, live, language));
    }

    @GetMapping(RELEASES + "/{number}")
    @Operation(
            operationId = "readRelease",
            summary = "Read a release",
            description = "With the result of its checks, and, of the live one, the nodes.")
    Details read(
            @Parameter(description = "Its number, or live", example = "live")
                    @PathVariable
                    @Pattern(regexp = NUMBER)
                    String number,
            HttpServletRequest request) {
        return details(desk.find(numberOf(number)), request);
    }

    private Details details(Release release, HttpServletRequest request) {
        long live = desk.live();
        var language = language(request);
        return new Details(
                Summary.of(release, live, language),
                release.hash(),
                desk.units(release.number()),
                Findings.results(desk.checks(release), language),
                release.number() == live ? nodes.list() : List.of());
    }

    @GetMapping(RELEASES + "/{number}/files")
    @Operation(operationId = "listReleaseFiles", summary = "List the files of a release")
    List<File> files(@PathVariable @Pattern(regexp = NUMBER) String number) {
        return desk.files(numberOf(number)).entrySet().stream()
                .map(file -> new File(file.getKey(), file.getValue().length))
                .toList();
    }

    @GetMapping(path = RELEASES + "/{number}/file", produces = MediaType.ALL_VALUE)
    @Operation(operationId = "readReleaseFile", summary = "Read a file of a release")
    ResponseEntity<byte[]> file(
            @PathVariable @Pattern(regexp = NUMBER) String number,
            @Parameter(example = "rules/complaint/grading/severity.drl.csv") @RequestParam
                    String path) {
        return FileContents.answer(
                path,
                desk.file(numberOf(number), path)
                        .orElseThrow(
                                () ->
                                        Refusal.unknown(
                                                "path",
                                                "This release has no file %s. | 该版本没有文件%1$s。"
                                                        .formatted(path),
                                                "List its files: GET /api/releases/{number}/files |"
                                                        + " 请查询：GET"
                                                        + " /api/releases/{number}/files")));
    }

    @GetMapping(RELEASES + "/{number}/diff")
    @Operation(operationId = "diffReleases", summary = "How a release differs from another one")
    List<Difference> diff(
            @PathVariable @Pattern(regexp = NUMBER) String number,
            @Parameter(description = "The earlier one, or live", example = "1")
                    @RequestParam
                    @Pattern(regexp = NUMBER)
                    String from) {
        return differences.between(numberOf(from), numberOf(number));
    }

    @GetMapping(path = RELEASES + "/{number}/export", produces = "application/zip")
    @Operation(operationId = "exportRelease", summary = "All files of a release in a zip file")
    ResponseEntity<byte[]> export(@PathVariable @Pattern(regexp = NUMBER) String number) {
        long which = numberOf(number);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"release-%d.zip\"".formatted(which))
                .body(Bundle.of(desk.files(which)));
    }

    @PostMapping(path = RELEASES + "/{number}/folders")
    @Operation(
            operationId = "writeReleaseIntoFolders",
            summary = "Write a release into the folders of this node",
            description = "So that editors go on from it. Files that it does not have are deleted.")
    Written toFolders(Actor by, @PathVariable @Pattern(regexp = NUMBER) String number) {
        return new Written(desk.toFolders(numberOf(number), by));
    }

    @PostMapping(
            path = RELEASES + "/{number}/roll-back",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "rollBack",
            summary = "Bring the content of an earlier release back",
            description =
                    "As a new release, at once, by a rule approver who did not write that content."
                            + " Cases that run go on as they began.")
    Details rollBack(
            Actor by,
            @PathVariable @Pattern(regexp = NUMBER) String number,
            @RequestBody @Valid DraftRequests.Words words,
            HttpServletRequest request) {
        return details(
                desk.rollBack(numberOf(number), Objects.requireNonNull(words.comment()), by),
                request);
    }

    @GetMapping(RELEASES + "/{number}/history")
    @Operation(
            operationId = "readReleaseHistory",
            summary = "Everything that happened to a release, the latest first")
    PageOf<EventView> history(
            @PathVariable @Pattern(regexp = NUMBER) String number,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageOf.LAST) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        long which = desk.find(numberOf(number)).number();
        var language = language(request);
        return PageOf.of(
                log.ofRelease(which, page * size, size),
                page,
                size,
                event -> EventView.of(event, language));
    }

    @GetMapping("/changes")
    @Operation(
            operationId = "listChanges",
            summary = "Everything that happened to drafts and releases, the latest first",
            description = "Who did what, when and why. Nobody can change it.")
    PageOf<EventView> changes(
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageOf.LAST) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        var language = language(request);
        return PageOf.of(
                log.all(page * size, size), page, size, event -> EventView.of(event, language));
    }

    private long numberOf(String number) {
        return number.equals("live") ? desk.live() : Long.parseLong(number);
    }

    private static Language language(HttpServletRequest request) {
        return Language.ofHeader(request.getHeader("Accept-Language"));
    }
}
