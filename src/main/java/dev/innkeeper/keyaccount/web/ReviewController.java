package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.Moment;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.DealReason;
import dev.innkeeper.keyaccount.DealReasons;
import dev.innkeeper.keyaccount.LessonFilter;
import dev.innkeeper.keyaccount.Lessons;
import dev.innkeeper.keyaccount.ReviewDesk;
import dev.innkeeper.keyaccount.facts.Stage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviews of closed deals, and what is learnt from them. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Lessons", description = "Reviews of closed deals, and what is learnt from them")
class ReviewController {

    private final ReviewDesk desk;
    private final Lessons lessons;
    private final DealReasons reasons;
    private final DealAccess access;

    ReviewController(ReviewDesk desk, Lessons lessons, DealReasons reasons, DealAccess access) {
        this.desk = desk;
        this.lessons = lessons;
        this.reasons = reasons;
        this.access = access;
    }

    @GetMapping("/deals/{number}/review")
    @Operation(
            operationId = "readReview",
            summary = "Read the review of a closed deal",
            description =
                    "What the owner wrote, what the customer said, and how the review stands. 404"
                            + " for a deal that has none.")
    ReviewDetails read(
            Actor by, @PathVariable @CaseNumberForm CaseNumber number, HttpServletRequest request) {
        access.mayRead(by);
        return ReviewDetails.of(desk.view(number), language(request));
    }

    @GetMapping("/lessons")
    @Operation(
            operationId = "findLessons",
            summary = "Find lessons of closed deals",
            description = "From accepted reviews, the latest first.")
    PageOf<LessonView> lessons(
            Actor by,
            @Parameter(description = "The beginning of the product's name")
                    @RequestParam(required = false)
                    @PlainText(max = 200)
                    @Nullable String product,
            @Parameter(description = "The beginning of the competitor's name")
                    @RequestParam(required = false)
                    @PlainText(max = 200)
                    @Nullable String competitor,
            @Parameter(
                            description = "The code of one of the reasons",
                            schema = @Schema(type = "string", example = "PRICE"))
                    @RequestParam(required = false)
                    @PlainText(max = 60)
                    @Nullable String reason,
            @Parameter(description = "WON, LOST or DISCARDED") @RequestParam(required = false)
                    @Nullable Stage outcome,
            @Parameter(
                            description =
                                    "Words that all occur in what was written, said or asked to"
                                        + " train; at most 5, separated by blanks, a phrase in"
                                        + " Chinese counting as one. Looked for in the latest 5,000"
                                        + " lessons that pass the rest of the filter")
                    @RequestParam(required = false)
                    @PlainText(max = 200)
                    @Nullable String text,
            @Parameter(description = "Accepted at or after")
                    @RequestParam(required = false)
                    @Moment(ahead = true)
                    @Nullable Instant from,
            @Parameter(description = "Accepted before")
                    @RequestParam(required = false)
                    @Moment(ahead = true)
                    @Nullable Instant to,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        access.mayLearn(by);
        if (reason != null) {
            refuseUnknown(reason);
        }
        return PageOf.of(
                lessons.find(
                        new LessonFilter(product, competitor, reason, outcome, text, from, to),
                        page * size,
                        size),
                page,
                size,
                lesson -> LessonView.of(lesson, language(request)));
    }

    @GetMapping("/training-topics")
    @Operation(
            operationId = "listTrainingTopics",
            summary = "What accepted reviews ask to train",
            description =
                    "The most frequent first. Topics that differ in case, width or blanks alone are"
                            + " one.")
    PageOf<TopicView> topics(
            Actor by,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        access.mayLearn(by);
        return PageOf.of(lessons.topics(page * size, size), page, size, TopicView::of);
    }

    private void refuseUnknown(String reason) {
        List<String> known =
                reasons.all().stream().map(DealReason::code).distinct().sorted().toList();
        if (!known.contains(reason)) {
            throw Refusal.invalid(
                    "reason",
                    "There is no reason of this code. | 没有该代码的原因。",
                    "Use one of %1$s. | 可用的值：%1$s。".formatted(String.join(", ", known)));
        }
    }

    private static Language language(HttpServletRequest request) {
        return Language.ofHeader(request.getHeader("Accept-Language"));
    }
}
