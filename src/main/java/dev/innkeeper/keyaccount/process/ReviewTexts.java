package dev.innkeeper.keyaccount.process;

import static dev.innkeeper.workflow.FormWords.bullets;
import static dev.innkeeper.workflow.FormWords.cut;
import static dev.innkeeper.workflow.FormWords.line;
import static dev.innkeeper.workflow.FormWords.paragraphs;
import static dev.innkeeper.workflow.FormWords.plain;
import static dev.innkeeper.workflow.FormWords.suffix;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.DealReason;
import dev.innkeeper.keyaccount.ReviewTask;
import dev.innkeeper.keyaccount.ReviewView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of {@code deal-review} show, in words. */
@Component
class ReviewTexts {

    private final DealTexts deals;

    ReviewTexts(DealTexts deals) {
        this.deals = deals;
    }

    /** Whoever asks the customer sees no review: it would put words into the customer's mouth. */
    Map<String, @Nullable Object> of(ReviewTask task, String taskKey) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        var asks = taskKey.equals(ReviewTasks.ASK);
        for (var language : Language.values()) {
            var end = suffix(language);
            shown.put("dealText" + end, cut(deals.deal(task.deal(), language)));
            if (asks) {
                shown.put("contactText" + end, contact(task));
            } else {
                shown.put("stagesText" + end, cut(deals.stages(task.stages(), language)));
                shown.put("courseText" + end, cut(deals.course(task.timeLine(), language)));
                shown.put("linesText" + end, cut(deals.lines(task.lines(), language)));
                shown.put("returnedText" + end, returned(task.review(), language));
                shown.put("reviewText" + end, cut(review(task.review(), language)));
                shown.put("customerText" + end, customer(task.review(), language));
                shown.put("reasons" + end, reasons(task.reasons(), language));
            }
        }
        if (!asks) {
            prefill(task, shown);
        }
        return shown;
    }

    /** What the deal says already, or what was written before. */
    private static void prefill(ReviewTask task, Map<String, @Nullable Object> shown) {
        var review = task.review();
        var deal = task.deal();
        var written = review.writtenBy() != null;
        for (var n = 0; n < ReviewTasks.REASONS.size(); n++) {
            shown.put(
                    ReviewTasks.REASONS.get(n),
                    n < review.reasons().size() ? review.reasons().get(n).code() : null);
        }
        if (review.reasons().isEmpty()) {
            shown.put(ReviewTasks.REASONS.get(0), deal.reason());
        }
        shown.put("competitor", written ? review.competitor() : deal.competitor());
        shown.put("ourPrice", price(written ? review.ourPrice() : deal.value()));
        shown.put("theirPrice", price(review.theirPrice()));
        shown.put(
                "priceGap",
                review.priceGap() == null || review.theirPrice() != null
                        ? null
                        : review.priceGap().toPlainString());
        var decidedAt = review.decidedAt();
        shown.put("decidedAt", decidedAt == null ? null : decidedAt.name());
        shown.put("account", cut(review.account()));
        shown.put("toRepeat", cut(review.toRepeat()));
        shown.put("toAvoid", cut(review.toAvoid()));
        shown.put("topics", String.join("\n", review.topics()));
    }

    private static @Nullable String price(@Nullable Money price) {
        return price == null || price.isZero() ? null : price.toString();
    }

    private static String returned(ReviewView review, Language language) {
        return review.returned().isEmpty()
                ? ""
                : "**"
                        + language.of("The manager gave it back.", "客服经理已退回。")
                        + "** "
                        + plain(review.returned());
    }

    private String review(ReviewView review, Language language) {
        if (review.writtenBy() == null) {
            return "";
        }
        var decidedAt = review.decidedAt();
        return paragraphs(
                Stream.of(
                        line(
                                language,
                                "Written",
                                "撰写",
                                plain(review.writtenBy())
                                        + " · "
                                        + deals.at(review.writtenAt())
                                        + (review.late()
                                                ? " · **" + language.of("late", "逾期") + "**"
                                                : "")),
                        line(
                                language,
                                "Reasons, the deciding one first",
                                "原因（决定性原因在前）",
                                named(review.reasons(), language)),
                        line(language, "Competitor", "竞争对手", plain(review.competitor())),
                        line(
                                language,
                                "Our price",
                                "我方价格",
                                review.ourPrice() == null
                                        ? ""
                                        : DealTexts.yuan(review.ourPrice(), language)),
                        line(
                                language,
                                "Their price",
                                "对方价格",
                                review.theirPrice() == null
                                        ? ""
                                        : DealTexts.yuan(review.theirPrice(), language)),
                        line(
                                language,
                                "Ours above theirs by",
                                "我方高出",
                                review.priceGap() == null
                                        ? ""
                                        : review.priceGap().toPlainString() + " %"),
                        line(
                                language,
                                "Decided in stage",
                                "决定所处阶段",
                                decidedAt == null ? "" : language.of(decidedAt)),
                        line(
                                language,
                                "To train",
                                "培训主题",
                                plain(String.join(language.of("; ", "；"), review.topics())))));
    }

    private static String named(List<DealReason> reasons, Language language) {
        return reasons.stream()
                .map(reason -> language.of(reason))
                .collect(Collectors.joining(language.of("; ", "；")));
    }

    private static String customer(ReviewView review, Language language) {
        var said = review.customer();
        if (said == null) {
            return "";
        }
        var buysAgain = said.wouldBuyAgain();
        return bullets(
                Stream.of(
                                said.reached() ? "" : language.of("not reached", "未联系上"),
                                plain(said.words()),
                                said.satisfaction() == null
                                        ? ""
                                        : line(
                                                language,
                                                "Satisfaction (1–7)",
                                                "满意度（1–7）",
                                                said.satisfaction().toString()),
                                buysAgain == null
                                        ? ""
                                        : line(
                                                language,
                                                "Would buy again",
                                                "愿意再次合作",
                                                buysAgain
                                                        ? language.of("yes", "是")
                                                        : language.of("no", "否")),
                                line(language, "Asked by", "回访人", plain(review.askedBy())))
                        .filter(text -> !text.isEmpty()));
    }

    private static String contact(ReviewTask task) {
        var contact = task.deal().contact();
        return Stream.of(contact.name(), contact.phone(), contact.email(), contact.weChat())
                .filter(said -> said != null)
                .map(said -> plain(said))
                .collect(Collectors.joining(" · "));
    }

    /** The options of a list: code, tab, label. */
    private static String reasons(List<DealReason> reasons, Language language) {
        return reasons.stream()
                .map(reason -> reason.code() + "\t" + language.of(reason))
                .collect(Collectors.joining("\n"));
    }
}
