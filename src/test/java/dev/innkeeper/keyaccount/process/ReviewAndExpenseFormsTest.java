package dev.innkeeper.keyaccount.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.NewExpense;
import dev.innkeeper.keyaccount.SampleDeals;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.DiagramFolder;
import dev.innkeeper.support.InnkeeperTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The diagrams and forms of reviews and expenses: what they read and show is there. */
@InnkeeperTest
class ReviewAndExpenseFormsTest {

    private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");

    @Autowired private DealDesk deals;
    @Autowired private ReviewProcess reviewProcess;
    @Autowired private ExpenseProcess expenseProcess;
    private final DiagramFolder folder = new DiagramFolder("keyaccount");
    private Desks desks;

    @BeforeEach
    void openTheDesks(@Autowired AutowireCapableBeanFactory beans) {
        desks = beans.createBean(Desks.class);
    }

    private Set<String> shown(String form) {
        var names = new TreeSet<String>();
        for (var field : DiagramFolder.components(folder.forms().get(form))) {
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

    @Test
    void everyVariableThatADiagramReadsIsWritten() {
        assertThat(DiagramFolder.variables(folder.diagrams().get(ReviewProcess.KEY + ".bpmn")))
                .contains("reviewDueAt", "customerToBeAsked", "reviewAccepted")
                .isSubsetOf(ReviewVariables.OF_THE_REVIEW.all());
        assertThat(DiagramFolder.variables(folder.diagrams().get(ExpenseProcess.KEY + ".bpmn")))
                .contains("verdict", "approved")
                .isSubsetOf(ExpenseVariables.OF_THE_EXPENSE.all());
    }

    @Test
    void everyChoiceIsAValueOfTheCode() {
        assertThat(DiagramFolder.values(folder.field("claim-expense", "kind")))
                .containsExactlyInAnyOrder(names(ExpenseKind.values()));
        assertThat(DiagramFolder.values(folder.field("write-review", "decidedAt")))
                .containsExactlyInAnyOrder(
                        names(
                                Stage.LEAD,
                                Stage.QUALIFIED,
                                Stage.PLANNED,
                                Stage.PROPOSED,
                                Stage.NEGOTIATING));
    }

    private static String[] names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
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

    private String[] array(String form) {
        var names = shown(form);
        assertThat(names).as(form).contains("dealText", "dealTextZh");
        return names.toArray(String[]::new);
    }
}
