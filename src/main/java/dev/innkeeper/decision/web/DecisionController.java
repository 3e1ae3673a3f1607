package dev.innkeeper.decision.web;

import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.decision.serve.ClosestRules;
import dev.innkeeper.decision.serve.DecisionRecord;
import dev.innkeeper.decision.serve.DecisionRecords;
import dev.innkeeper.decision.serve.Explanations;
import dev.innkeeper.decision.serve.Replays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the rules answered, why, and whether they would again. */
@RestController
@RequestMapping(path = "/api/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Decisions", description = "What the rules answered, and why")
class DecisionController {

    private final DecisionRecords records;
    private final Explanations explanations;
    private final ClosestRules closest;
    private final Replays replays;

    DecisionController(
            DecisionRecords records,
            Explanations explanations,
            ClosestRules closest,
            Replays replays) {
        this.records = records;
        this.explanations = explanations;
        this.closest = closest;
        this.replays = replays;
    }

    @GetMapping
    @Operation(
            operationId = "listDecisions",
            summary = "List the decisions of a case, the first first")
    PageOf<DecisionSummary> list(
            @Parameter(description = "The case number", example = "CMP-2026-000123")
                    @RequestParam("case")
                    @PlainText(max = 40)
                    String caseNumber,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        var language = Language.ofHeader(request.getHeader("Accept-Language"));
        return PageOf.of(
                records.ofCase(caseNumber, page * size, size),
                page,
                size,
                decided -> DecisionSummary.of(decided, explanations, language));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "readDecision",
            summary = "Explain a decision",
            description =
                    "The outcome, the rules that decided with their reasons and what they looked"
                        + " at, apart from them those that fired and gave way, and the rules that"
                        + " did not fire but came closest, with the condition that failed.")
    DecisionDetails read(@PathVariable @PlainText(max = 40) String id, HttpServletRequest request) {
        var decided = find(id);
        return DecisionDetails.of(
                decided,
                explanations,
                closest.to(decided),
                Language.ofHeader(request.getHeader("Accept-Language")));
    }

    @PostMapping("/{id}/replay")
    @Operation(
            operationId = "replayDecision",
            summary = "Ask a recorded question again",
            description = "The same answer, or what changed. Nothing is recorded or changed by it.")
    ReplayDetails replay(
            @PathVariable @PlainText(max = 40) String id,
            @Parameter(
                            description =
                                    "The release that answered then, or the rules that are live"
                                            + " now")
                    @RequestParam(defaultValue = "RELEASE")
                    Against against,
            HttpServletRequest request) {
        var decided = find(id);
        var replay = against == Against.LIVE ? replays.live(decided) : replays.again(decided);
        return ReplayDetails.of(replay, Language.ofHeader(request.getHeader("Accept-Language")));
    }

    /** Which rules a recorded question is asked of. */
    enum Against {
        RELEASE,
        LIVE
    }

    private DecisionRecord find(String id) {
        return records.find(id)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "id",
                                        "There is no decision %s. | 没有决策%1$s。".formatted(id),
                                        "List the decisions of a case: /api/decisions?case=… |"
                                                + " 请查询案件的决策：/api/decisions?case=…"));
    }
}
