package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.PartnerRights;
import dev.innkeeper.keyaccount.RewardDesk;
import dev.innkeeper.keyaccount.RewardFilter;
import dev.innkeeper.keyaccount.RewardState;
import dev.innkeeper.keyaccount.RewardTaskView;
import dev.innkeeper.keyaccount.process.RewardProcess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import java.util.Set;
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

/** Rewards of partners: read, list, claim. */
@RestController
@RequestMapping(path = PartnerLinks.REWARDS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Partners")
class RewardController {

    private final RewardDesk desk;
    private final RewardProcess process;
    private final RewardActions actions;
    private final Repeatable repeatable;

    RewardController(
            RewardDesk desk, RewardProcess process, RewardActions actions, Repeatable repeatable) {
        this.desk = desk;
        this.process = process;
        this.actions = actions;
        this.repeatable = repeatable;
    }

    @GetMapping
    @Operation(operationId = "listRewards", summary = "List rewards, the latest first")
    PageOf<RewardRowView> list(
            Actor by,
            @RequestParam(required = false) @Nullable Set<RewardState> state,
            @Parameter(schema = @Schema(type = "string", example = "PAR-000012"))
                    @RequestParam(required = false)
                    @PlainText(max = 40)
                    @Nullable String partner,
            @Parameter(schema = @Schema(type = "string", example = "DEA-2026-000123"))
                    @RequestParam(required = false)
                    @Nullable CaseNumber deal,
            @Parameter(description = "Earned and not yet paid; false for all others")
                    @RequestParam(required = false)
                    @Nullable Boolean due,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        mayRead(by);
        return PageOf.of(
                desk.find(
                        new RewardFilter(
                                Objects.requireNonNullElse(state, Set.of()), partner, deal, due),
                        page * size,
                        size),
                page,
                size,
                RewardRowView::of);
    }

    @GetMapping("/{number}")
    @Operation(
            operationId = "readReward",
            summary = "Read a reward",
            description =
                    "With registration, reasons of the rules, time line, tasks, and what you may do"
                            + " next.")
    RewardDetails read(
            Actor by, @PathVariable @CaseNumberForm CaseNumber number, HttpServletRequest request) {
        mayRead(by);
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        RewardTaskView view = desk.view(number);
        return RewardDetails.of(
                view, actions.tasks(number, language), actions.allowed(view, by), language);
    }

    @PostMapping(path = "/{number}/claim", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "claimReward",
            summary = "Claim a reward for the partner",
            description =
                    "Once it is earned, until `claimUntil`; finance then pays it in the Tasklist,"
                            + " once.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "in words",
                                                            value = PartnerExamples.CLAIM))))
    ResponseEntity<RewardSummary> claim(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid ClaimRequest claim) {
        GroupCheck.check(by, PartnerRights.ENTER);
        return Repeatable.ok(
                repeatable.once(
                        "claim",
                        key,
                        by.userId(),
                        number.value(),
                        claim,
                        RewardSummary.class,
                        () -> {
                            process.claim(number, claim.said(), by);
                            return RewardSummary.of(desk.view(number).reward());
                        }));
    }

    private static void mayRead(Actor by) {
        if (!GroupCheck.isIn(by, PartnerRights.READ)) {
            throw GroupCheck.refusal(PartnerRights.READ);
        }
    }
}
