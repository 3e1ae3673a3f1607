package dev.innkeeper.decision.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.decision.serve.RuleBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the rules stand, and the words in which they are written. */
@RestController
@RequestMapping(path = "/api/rules", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rules", description = "The rules that decide, and how they stand")
class RuleController {

    private final RuleBook book;

    RuleController(RuleBook book) {
        this.book = book;
    }

    /**
     * A decision in the list.
     *
     * @param decision {@code feature/decision}
     * @param release the release that serves
     * @param state how it stands
     * @param rules how many rules serve
     * @param problems what is wrong with the files saved last
     */
    record Summary(
            String decision,
            String release,
            RuleDetails.State state,
            int rules,
            List<RuleDetails.Trouble> problems) {}

    @GetMapping
    @Operation(operationId = "listRules", summary = "List the decisions and how their rules stand")
    List<Summary> list(HttpServletRequest request) {
        var language = Language.ofHeader(request.getHeader("Accept-Language"));
        return book.all().stream()
                .map(
                        standing ->
                                new Summary(
                                        standing.name(),
                                        standing.release(),
                                        RuleDetails.state(standing),
                                        standing.rules().size(),
                                        standing.problems().stream()
                                                .map(
                                                        problem ->
                                                                RuleDetails.Trouble.of(
                                                                        problem, language))
                                                .toList()))
                .toList();
    }

    @GetMapping("/{feature}/{decision}")
    @Operation(
            operationId = "readRules",
            summary = "Read the rules of a decision",
            description =
                    "The release that serves, what is wrong with the files saved last, and every"
                            + " rule with its place.")
    RuleDetails read(
            @Parameter(example = "complaint") @PathVariable @PlainText(max = 50) String feature,
            @Parameter(example = "grading") @PathVariable @PlainText(max = 50) String decision,
            HttpServletRequest request) {
        return book.find(feature + "/" + decision)
                .map(
                        standing ->
                                RuleDetails.of(
                                        standing,
                                        Language.ofHeader(request.getHeader("Accept-Language"))))
                .orElseThrow(() -> unknown(feature, decision));
    }

    @GetMapping("/{feature}/{decision}/vocabulary")
    @Operation(
            operationId = "readVocabulary",
            summary = "Read the words of a decision",
            description =
                    "The facts and fields that conditions may look at, and the calls that rules may"
                            + " make.")
    VocabularyDetails vocabulary(
            @Parameter(example = "complaint") @PathVariable @PlainText(max = 50) String feature,
            @Parameter(example = "grading") @PathVariable @PlainText(max = 50) String decision,
            HttpServletRequest request) {
        return book.vocabulary(feature + "/" + decision)
                .map(
                        vocabulary ->
                                VocabularyDetails.of(
                                        vocabulary,
                                        Language.ofHeader(request.getHeader("Accept-Language"))))
                .orElseThrow(() -> unknown(feature, decision));
    }

    private static Refusal unknown(String feature, String decision) {
        return Refusal.unknown(
                "decision",
                "There is no decision %s/%s. | 没有决策%1$s/%2$s。".formatted(feature, decision),
                "List the decisions: /api/rules | 请查询决策列表：/api/rules");
    }
}
