package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.CustomerAnswer;
import dev.innkeeper.keyaccount.ReviewDesk;
import dev.innkeeper.keyaccount.ReviewProgress;
import dev.innkeeper.keyaccount.Verdict;
import dev.innkeeper.keyaccount.WrittenReview;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.TaskForms;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of {@code deal-review}: what each shows, and to whom its answers go. */
@Component
class ReviewTasks implements TaskForms {

    static final String WRITE = "writeReview";
    static final String ASK = "askCustomer";
    static final String ACCEPT = "acceptReview";

    /** The reasons in the order of their weight. */
    static final List<String> REASONS = List.of("reason1", "reason2", "reason3");

    private static final Map<String, Set<String>> ASKED =
            Map.of(
                    WRITE,
                    Set.of(
                            "reason1",
                            "reason2",
                            "reason3",
                            "competitor",
                            "ourPrice",
                            "theirPrice",
                            "priceGap",
                            "decidedAt",
                            "account",
                            "toRepeat",
                            "toAvoid",
                            "topics"),
                    ASK,
                    Set.of("reached", "words", "satisfaction", "wouldBuyAgain"),
                    ACCEPT,
                    Set.of("accepted", "reason"));

    private final ReviewDesk desk;
    private final EngineUser engineUser;
    private final ReviewTexts texts;

    ReviewTasks(ReviewDesk desk, EngineUser engineUser, ReviewTexts texts) {
        this.desk = desk;
        this.engineUser = engineUser;
        this.texts = texts;
    }

    @Override
    public String processKey() {
        return ReviewProcess.KEY;
    }

    @Override
    public Set<String> historyVariables() {
        return ReviewVariables.ANSWERS;
    }

    @Override
    public Set<String> asked(String taskKey) {
        return ASKED.getOrDefault(taskKey, Set.of());
    }

    @Override
    public Map<String, @Nullable Object> show(DelegateTask task) {
        return texts.of(desk.task(number(task)), task.getTaskDefinitionKey());
    }

    @Override
    public void answer(DelegateTask task) {
        ReviewVariables.OF_THE_REVIEW.write(task.getExecution(), answered(task));
    }

    private ReviewProgress answered(DelegateTask task) {
        var number = number(task);
        var answered = new Answered(task::getVariableLocal);
        var by = engineUser.now();
        return switch (task.getTaskDefinitionKey()) {
            case WRITE -> desk.write(number, written(answered), by);
            case ASK -> desk.ask(number, customer(answered), by);
            case ACCEPT ->
                    desk.judge(
                            number,
                            new Verdict(
                                    answered.requiredYesOrNo("accepted"), answered.text("reason")),
                            by);
            default -> throw new IllegalStateException(task.getTaskDefinitionKey());
        };
    }

    private static WrittenReview written(Answered answered) {
        var decided = answered.requiredText(REASONS.get(0));
        return new WrittenReview(
                Stream.concat(
                                Stream.of(decided),
                                REASONS.stream().skip(1).map(answered::textOrNull))
                        .filter(Objects::nonNull)
                        .toList(),
                answered.textOrNull("competitor"),
                price(answered, "ourPrice"),
                price(answered, "theirPrice"),
                answered.number("priceGap").orElse(null),
                decidedAt(answered),
                answered.requiredText("account"),
                answered.requiredText("toRepeat"),
                answered.requiredText("toAvoid"),
                Arrays.stream(answered.text("topics").split("[\\r\\n;；]+"))
                        .map(String::strip)
                        .filter(topic -> !topic.isEmpty())
                        .toList());
    }

    private static Stage decidedAt(Answered answered) {
        return answered.requiredChoice("decidedAt", Stage.class);
    }

    private static @Nullable Money price(Answered answered, String field) {
        return answered.number(field).map(Money::new).filter(price -> !price.isZero()).orElse(null);
    }

    private static CustomerAnswer customer(Answered answered) {
        var words = answered.requiredText("words");
        if (!answered.requiredYesOrNo("reached")) {
            return CustomerAnswer.notReached(words);
        }
        var satisfaction = answered.wholeNumber("satisfaction");
        return new CustomerAnswer(
                true,
                words,
                satisfaction.isPresent() ? satisfaction.getAsInt() : null,
                wouldBuyAgain(answered));
    }

    private static @Nullable Boolean wouldBuyAgain(Answered answered) {
        return switch (answered.text("wouldBuyAgain")) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            case "", "unknown" -> null;
            default ->
                    throw Refusal.invalid(
                            "wouldBuyAgain",
                            "The field wouldBuyAgain has a value without meaning. |"
                                    + " 字段 wouldBuyAgain 的值无效。",
                            "Use one of [yes, no, unknown]. | 可用的值：[yes, no, unknown]。");
        };
    }

    private static CaseNumber number(DelegateTask task) {
        return new CaseNumber(task.getExecution().getProcessBusinessKey());
    }
}
