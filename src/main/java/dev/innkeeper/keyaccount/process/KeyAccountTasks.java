package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.DealPlan;
import dev.innkeeper.keyaccount.DealProgress;
import dev.innkeeper.keyaccount.FollowUp;
import dev.innkeeper.keyaccount.HandOver;
import dev.innkeeper.keyaccount.Negotiation;
import dev.innkeeper.keyaccount.Outcome;
import dev.innkeeper.keyaccount.PlanApproval;
import dev.innkeeper.keyaccount.Proposal;
import dev.innkeeper.keyaccount.Verification;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.TaskForms;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of {@code key-account-pipeline}: what each shows, and to whom its answers go. */
@Component
class KeyAccountTasks implements TaskForms {

    static final String VERIFY = "verifyLead";
    static final String PLAN = "planDeal";
    static final String APPROVE = "approvePlan";
    static final String PROPOSE = "proposeDeal";
    static final String NEGOTIATE = "negotiateDeal";
    static final String CLOSE = "closeDeal";
    static final String FOLLOW_UP = "followUpDeal";
    static final String HAND_OVER = "handOverDeal";

    /** The tasks that are those of the hunter. */
    static final Set<String> OF_THE_OWNER = Set.of(PLAN, PROPOSE, NEGOTIATE, CLOSE, FOLLOW_UP);

    /** What the deal does next, where the form lets it end. */
    private static final String GO_ON = "GO_ON";

    private static final Set<String> END =
            Set.of("next", "lostReason", "discardReason", "endWords", "competitor");

    private static final Map<String, Set<String>> ASKED =
            Map.of(
                    VERIFY,
                    Set.of(
                            "verdict",
                            "contactVerified",
                            "need",
                            "budgetKnown",
                            "decisionMakerKnown",
                            "yearlyVolume",
                            "expectedCloseOn",
                            "owner",
                            "nurtureUntil",
                            "discardReason",
                            "words"),
                    PLAN,
                    planFields(),
                    APPROVE,
                    Set.of("approved", "remark"),
                    PROPOSE,
                    and(END, "proposedOn", "value", "topLevelContact", "words"),
                    NEGOTIATE,
                    and(END, "customersAnswer", "noCompetitor"),
                    CLOSE,
                    and(
                            END,
                            "wonReason",
                            "contractNumber",
                            "contractDate",
                            "termMonths",
                            "value",
                            "prepaid",
                            "creditRequested",
                            "grossMarginAboveAverage",
                            "strategic",
                            "advancedManagement"),
                    FOLLOW_UP,
                    Set.of("words", "nextStep", "need", "chance", "expectedCloseOn"),
                    HAND_OVER,
                    Set.of("farmer", "words"));

    private final DealDesk desk;
    private final KeyAccountCourse course;
    private final EngineUser engineUser;
    private final PipelineTexts texts;

    KeyAccountTasks(
            DealDesk desk, KeyAccountCourse course, EngineUser engineUser, PipelineTexts texts) {
        this.desk = desk;
        this.course = course;
        this.engineUser = engineUser;
        this.texts = texts;
    }

    private static Set<String> and(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(Arrays.asList(more));
        return Set.copyOf(all);
    }

    private static Set<String> planFields() {
        var fields = new HashSet<>(Set.of("team", "steps"));
        for (var kind : ExpenseKind.values()) {
            fields.add(budget(kind));
        }
        return Set.copyOf(fields);
    }

    /** The field for a line of the budget, such as {@code budgetTravel}. */
    static String budget(ExpenseKind kind) {
        return "budget" + kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String processKey() {
        return KeyAccountProcess.KEY;
    }

    @Override
    public Set<String> historyVariables() {
        return KeyAccountVariables.ANSWERS;
    }

    @Override
    public Set<String> asked(String taskKey) {
        return ASKED.getOrDefault(taskKey, Set.of());
    }

    @Override
    public Map<String, @Nullable Object> show(DelegateTask task) {
        return texts.deal(desk.view(number(task.getExecution())));
    }

    @Override
    public void answer(DelegateTask task) {
        var execution = task.getExecution();
        var instance = execution.getProcessInstanceId();
        var number = number(execution);
        var answered = new Answered(task::getVariableLocal);
        var by = engineUser.now();
        if (FOLLOW_UP.equals(task.getTaskDefinitionKey())) {
            course.followFromTheRhythm(instance, desk.followUp(number, followUp(answered), by));
        } else {
            course.follow(instance, answer(task.getTaskDefinitionKey(), number, answered, by));
        }
    }

    private DealProgress answer(String task, CaseNumber number, Answered answered, Actor by) {
        return switch (task) {
            case VERIFY -> desk.verify(number, verification(answered), by);
            case PLAN -> desk.plan(number, plan(answered), by);
            case APPROVE ->
                    desk.approvePlan(
                            number,
                            new PlanApproval(
                                    answered.requiredYesOrNo("approved"), answered.text("remark")),
                            by);
            case PROPOSE ->
                    isGoingOn(answered)
                            ? desk.propose(number, proposal(answered), by)
                            : desk.decide(number, ended(answered), by);
            case NEGOTIATE ->
                    isGoingOn(answered)
                            ? desk.negotiate(number, negotiation(answered), by)
                            : desk.decide(number, ended(answered), by);
            case CLOSE ->
                    desk.decide(
                            number,
                            "WON".equals(answered.requiredText("next"))
                                    ? won(answered)
                                    : ended(answered),
                            by);
            case HAND_OVER ->
                    desk.handOver(
                            number,
                            new HandOver(
                                    answered.requiredText("farmer"),
                                    answered.requiredText("words")),
                            by);
            default -> throw new IllegalStateException(task);
        };
    }

    private static boolean isGoingOn(Answered answered) {
        return GO_ON.equals(answered.requiredText("next"));
    }

    private static Verification verification(Answered answered) {
        var volume = answered.amount("yearlyVolume");
        return new Verification(
                answered.requiredChoice("verdict", LeadVerdict.class),
                answered.isYes("contactVerified"),
                answered.requiredChoice("need", Need.class),
                answered.isYes("budgetKnown"),
                answered.isYes("decisionMakerKnown"),
                volume.isZero() ? null : volume,
                answered.day("expectedCloseOn"),
                answered.textOrNull("owner"),
                answered.day("nurtureUntil"),
                answered.textOrNull("discardReason"),
                answered.requiredText("words"));
    }

    private static DealPlan plan(Answered answered) {
        var team = new LinkedHashSet<String>();
        for (var user : answered.text("team").split("[\\s,，;；、]+")) {
            if (!user.isEmpty()) {
                team.add(user);
            }
        }
        var budget = new EnumMap<ExpenseKind, Money>(ExpenseKind.class);
        for (var kind : ExpenseKind.values()) {
            var amount = answered.amount(budget(kind));
            if (!amount.isZero()) {
                budget.put(kind, amount);
            }
        }
        return new DealPlan(team, budget, answered.requiredText("steps"));
    }

    private static Proposal proposal(Answered answered) {
        return new Proposal(
                answered.day("proposedOn"),
                answered.amount("value"),
                answered.textOrNull("topLevelContact"),
                answered.requiredText("words"));
    }

    private static Negotiation negotiation(Answered answered) {
        return new Negotiation(
                answered.text("customersAnswer"),
                answered.textOrNull("competitor"),
                answered.isYes("noCompetitor"));
    }

    private static Outcome won(Answered answered) {
        return new Outcome(
                Stage.WON,
                answered.textOrNull("wonReason"),
                answered.requiredText("endWords"),
                answered.textOrNull("competitor"),
                new Outcome.Contract(
                        answered.textOrNull("contractNumber"),
                        answered.day("contractDate"),
                        answered.wholeNumber("termMonths").orElse(0),
                        answered.amount("value"),
                        answered.isYes("prepaid"),
                        answered.amount("creditRequested"),
                        answered.isYes("grossMarginAboveAverage"),
                        answered.isYes("strategic"),
                        answered.isYes("advancedManagement")));
    }

    private static Outcome ended(Answered answered) {
        var stage = answered.requiredChoice("next", Stage.class);
        return new Outcome(
                stage,
                answered.textOrNull(stage == Stage.LOST ? "lostReason" : "discardReason"),
                answered.requiredText("endWords"),
                answered.textOrNull("competitor"),
                null);
    }

    /** How a deal ends, by the form of {@code deal-update}. */
    static Outcome outcome(Answered answered) {
        return "WON".equals(answered.requiredText("next")) ? won(answered) : ended(answered);
    }

    static FollowUp followUp(Answered answered) {
        return new FollowUp(
                answered.requiredText("words"),
                answered.text("nextStep"),
                answered.requiredChoice("need", Need.class),
                answered.requiredYesOrNo("chance"),
                answered.day("expectedCloseOn"));
    }

    private static CaseNumber number(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }
}
