package dev.innkeeper.customer.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.MergeDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.EnumSet;
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

/** Customers that are in the file twice: find them, make them one, take that back. */
@RestController
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
class MergeController {

    private static final Set<Group> MERGE =
            EnumSet.of(
                    Group.CUSTOMER_INFORMATION,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);

    private static final Set<Group> READ =
            GroupCheck.with(MERGE, Group.KEY_ACCOUNT_SERVICE, Group.SALES, Group.AUDITOR);

    private final MergeDesk merges;
    private final Repeatable repeatable;

    MergeController(MergeDesk merges, Repeatable repeatable) {
        this.merges = merges;
        this.repeatable = repeatable;
    }

    @GetMapping("/duplicates")
    @Operation(
            operationId = "listDuplicates",
            summary = "List pairs of customers that may be one",
            description =
                    "Those that agree in most first: the same phone, e-mail, WeChat id or"
                            + " registration number; with `weak` also the same name of a company."
                            + " Where many agree in one thing, each is paired with the first.")
    PageOf<DuplicateView> duplicates(
            Actor by,
            @Parameter(description = "Also those that agree in the name of a company only")
                    @RequestParam(defaultValue = "false")
                    boolean weak,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        mayRead(by);
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        return PageOf.of(
                merges.duplicates(weak, page * size, size),
                page,
                size,
                duplicate -> DuplicateView.of(duplicate, language));
    }

    @GetMapping("/merges")
    @Operation(operationId = "listMerges", summary = "List merges, the latest first")
    PageOf<MergeDetails> list(
            Actor by,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        mayRead(by);
        return PageOf.of(merges.list(page * size, size), page, size, MergeDetails::of);
    }

    @GetMapping("/merges/{number}")
    @Operation(operationId = "readMerge", summary = "Read what a merge moved")
    MergeDetails read(Actor by, @Parameter(example = "17") @PathVariable @Min(1) long number) {
        mayRead(by);
        return MergeDetails.of(merges.read(number));
    }

    @PostMapping(path = "/{id}/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "mergeCustomers",
            summary = "Make another customer part of this one",
            description =
                    "Everything of the other customer moves here; its open cases go on. Two that"
                            + " are merged already are answered with their merge. It can be undone"
                            + " by its number.")
    ResponseEntity<MergeDetails> merge(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @Parameter(description = "The customer that stays", example = "CUS-000123")
                    @PathVariable
                    @PlainText(max = 40)
                    String id,
            @RequestBody @Valid MergeRequest merge) {
        GroupCheck.check(by, MERGE);
        return answer(
                repeatable.once(
                        "merge",
                        key,
                        by.userId(),
                        id,
                        merge,
                        Done.class,
                        () ->
                                new Done(
                                        merges.merge(
                                                        id,
                                                        Objects.requireNonNull(merge.other())
                                                                .strip(),
                                                        Objects.requireNonNull(merge.reason())
                                                                .strip(),
                                                        by)
                                                .number())));
    }

    @PostMapping(path = "/merges/{number}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "undoMerge",
            summary = "Make two customers of one again",
            description =
                    "Exactly what the merge moved goes back; what came since stays where it is.")
    ResponseEntity<MergeDetails> undo(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @Parameter(example = "17") @PathVariable @Min(1) long number,
            @RequestBody @Valid ReasonRequest reason) {
        GroupCheck.check(by, MERGE);
        return answer(
                repeatable.once(
                        "undo-merge",
                        key,
                        by.userId(),
                        Long.toString(number),
                        reason,
                        Done.class,
                        () ->
                                new Done(
                                        merges.undo(
                                                        number,
                                                        Objects.requireNonNull(reason.reason())
                                                                .strip(),
                                                        by)
                                                .number())));
    }

    /** What is kept as the first answer to a key: it names nobody. */
    record Done(long number) {}

    private ResponseEntity<MergeDetails> answer(Idempotency.Once<Done> once) {
        return Repeatable.ok(
                new Idempotency.Once<>(
                        MergeDetails.of(merges.read(once.answer().number())), once.repeated()));
    }

    private static void mayRead(Actor by) {
        if (!GroupCheck.isIn(by, READ)) {
            throw GroupCheck.refusal(READ);
        }
    }
}
