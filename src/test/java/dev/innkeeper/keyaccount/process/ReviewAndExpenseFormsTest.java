package dev.innkeeper.keyaccount.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.NewExpense;
import dev.innkeeper.keyaccount.SampleDeals;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.TaskForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * The forms of reviews and expenses against the code: what they ask is taken, what they show is
 * there.
 */
@InnkeeperTest
class ReviewAndExpenseFormsTest {

    private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");

    @Autowired private ReviewTasks reviews;
    @Autowired private ExpenseTasks expenses;
    @Autowired private DealDesk deals;
    @Autowired private ReviewProcess reviewProcess;
    @Autowired private ExpenseProcess expenseProcess;
    private Desks desks;

    @BeforeEach
    void openTheDesks(@Autowired AutowireCapableBeanFactory beans) {
        desks = beans.createBean(Desks.class);
    }

    private static List<JsonNode> components(String form) {
        try {
            var all = new ArrayList<JsonNode>();
            new ObjectMapper()
                    .readTree(Path.of("processes", "keyaccount", form + ".form").toFile())
                    .path("components")
                    .forEach(all::add);
            assertThat(all).as(form).isNotEmpty();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> asked(String form) {
        return components(form).stream()
                .filter(field -> field.has("key") && !field.path("readonly").asBoolean())
                .map(field -> field.path("key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> shown(String form) {
        var names = new TreeSet<String>();
        for (var field : components(form)) {
            if (field.path("readonly").asBoolean()) {
                names.add(field.path("key").asText());
            }
            for (var text : List.of("text", "text.zh")) {
                SHOWN.matcher(field.path(text).asText())
                        .results()
                        .forEach(name -> names.add(name.group(1)));
            }
        }
        return names;
    }

    private static Set<String> values(String form, String key) {
        return components(form).stream()
                .filter(field -> field.path("key").asText().equals(key))
                .flatMap(field -> field.path("values").findValuesAsText("value").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyAnswerOfATaskIsTakenAndNoOther() {
        Map<String, TaskForms> takenBy =
                new TreeMap<>(
                        Map.of(
                                "writeReview", reviews,
                                "askCustomer", reviews,
                                "acceptReview", reviews,
                                "approveExpense", expenses));
        takenBy.forEach(
                (task, forms) -> {
                    var form = task.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                    assertThat(forms.asked(task)).as(task).isEqualTo(asked(form));
                });
    }

    @Test
    void everyChoiceIsAValueOfTheCode() {
        assertThat(values("claim-expense", "kind")).isEqualTo(names(ExpenseKind.values()));
        assertThat(values("write-review", "decidedAt"))
                .isEqualTo(
                        names(
                                Stage.LEAD,
                                Stage.QUALIFIED,
                                Stage.PLANNED,
                                Stage.PROPOSED,
                                Stage.NEGOTIATING));
    }

    @Test
    void everyTextThatAFormShowsIsThere() {
        var samples = new SampleDeals(deals);
        CaseNumber lost = samples.lost("Meetings", "Hilton");
        reviewProcess.open(lost);
        var review = desks.of(ReviewProcess.KEY, lost);
        assertThat(review.shown("writeReview", "sales1")).containsKeys(array("write-review"));
        review.complete("writeReview", "sales1", DealReviewProcessTest.WRITTEN);
        assertThat(review.shown("askCustomer", "callcentre1")).containsKeys(array("ask-customer"));
        review.complete("askCustomer", "callcentre1", DealReviewProcessTest.REACHED);
        assertThat(review.shown("acceptReview", "manager1")).containsKeys(array("accept-review"));

        CaseNumber number =
                expenseProcess.claim(
                        samples.pursued("Weddings"),
                        new NewExpense(
                                ExpenseKind.SAMPLES,
                                Money.of(10),
                                LocalDate.of(2026, 3, 1),
                                "Menus",
                                "",
                                "R-1"),
                        SampleDeals.SALES);
        assertThat(desks.of(ExpenseProcess.KEY, number).shown("approveExpense", "gm1"))
                .containsKeys(array("approve-expense"));
    }

    private static String[] array(String form) {
        var names = shown(form);
        assertThat(names).as(form).contains("dealText", "dealTextZh");
        return names.toArray(String[]::new);
    }
}
