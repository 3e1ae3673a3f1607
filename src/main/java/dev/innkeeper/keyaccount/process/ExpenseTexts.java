package dev.innkeeper.keyaccount.process;

import static dev.innkeeper.workflow.FormWords.bullets;
import static dev.innkeeper.workflow.FormWords.cut;
import static dev.innkeeper.workflow.FormWords.line;
import static dev.innkeeper.workflow.FormWords.paragraphs;
import static dev.innkeeper.workflow.FormWords.plain;
import static dev.innkeeper.workflow.FormWords.suffix;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.keyaccount.ExpenseTask;
import dev.innkeeper.keyaccount.ExpenseView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the form of {@code deal-expense} shows, in words. */
@Component
class ExpenseTexts {

    private final DealTexts deals;

    ExpenseTexts(DealTexts deals) {
        this.deals = deals;
    }

    Map<String, @Nullable Object> of(ExpenseTask task) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var language : Language.values()) {
            var end = suffix(language);
            shown.put("expenseText" + end, cut(expense(task.expense(), language)));
            shown.put("auditText" + end, cut(bullets(task.reasons().stream().map(language::of))));
            shown.put("linesText" + end, cut(deals.lines(task.lines(), language)));
            shown.put("dealText" + end, cut(deals.deal(task.deal(), language)));
            shown.put("courseText" + end, cut(deals.course(task.timeLine(), language)));
        }
        return shown;
    }

    private String expense(ExpenseView expense, Language language) {
        return paragraphs(
                Stream.of(
                        "**%s** · %s · **%s**"
                                .formatted(
                                        expense.number(),
                                        language.of(expense.kind()),
                                        DealTexts.yuan(expense.amount(), language)),
                        line(language, "Spent on", "费用日期", Phrase.of(expense.spentOn())),
                        line(
                                language,
                                "Claimed by",
                                "申报人",
                                plain(expense.claimedBy()) + " · " + deals.at(expense.claimedAt())),
                        line(language, "Purpose", "用途", plain(expense.purpose())),
                        line(language, "Who was there", "参加人员", plain(expense.present())),
                        line(language, "Receipt", "票据编号", plain(expense.receipt()))));
    }
}
