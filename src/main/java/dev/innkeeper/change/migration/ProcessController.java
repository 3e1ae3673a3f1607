package dev.innkeeper.change.migration;

import dev.innkeeper.common.Actor;
import dev.innkeeper.workflow.migration.ProcessVersions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published processes with their versions. */
@RestController
@RequestMapping(
        path = {"/api/processes", "/changes/data/processes"},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Running cases", description = "Versions of processes, and moving cases between them")
class ProcessController {

    private final ProcessVersions versions;

    ProcessController(ProcessVersions versions) {
        this.versions = versions;
    }

    /** A process with the newest version and those in which cases run. */
    @Schema(name = "ProcessInVersions")
    record Process(
            @Schema(example = "complaint-handling") String key,
            @Schema(description = "English | 中文 where the diagram has both") String name,
            @Schema(description = "The newest first") List<Version> versions) {}

    /** A version. */
    @Schema(name = "ProcessVersion")
    record Version(
            int version,
            @Nullable Instant publishedAt,
            @Schema(description = "How many cases run in it") long running,
            @Schema(description = "Whether new cases start in it") boolean newest) {}

    @GetMapping
    @Operation(
            operationId = "listProcesses",
            summary = "List the processes with their versions and how many cases run in each",
            description =
                    "Of each process the newest version, in which new cases start, and those in"
                            + " which cases still run.")
    List<Process> list(Actor by) {
        MigrationRights.see(by);
        return versions.list().stream()
                .map(
                        process ->
                                new Process(
                                        process.key(),
                                        process.name(),
                                        process.versions().stream()
                                                .map(
                                                        each ->
                                                                new Version(
                                                                        each.number(),
                                                                        each.publishedAt(),
                                                                        each.running(),
                                                                        each.newest()))
                                                .toList()))
                .toList();
    }
}
