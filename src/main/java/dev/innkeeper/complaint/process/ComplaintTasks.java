package dev.innkeeper.complaint.process;

import static dev.innkeeper.complaint.process.ComplaintVariables.CALLBACK_DUE_AT;
import static dev.innkeeper.complaint.process.ComplaintVariables.CALLBACK_OUTCOME;
import static dev.innkeeper.complaint.process.ComplaintVariables.COMPENSATION_APPROVED;
import static dev.innkeeper.complaint.process.ComplaintVariables.REMEDY_ACCEPTED;
import static dev.innkeeper.complaint.process.ComplaintVariables.WAITING_FOR_GUEST;
import static dev.innkeeper.complaint.process.ComplaintVariables.WAIT_FOR_GUEST_UNTIL;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.Acknowledgement;
import dev.innkeeper.complaint.Approval;
import dev.innkeeper.complaint.Callback;
import dev.innkeeper.complaint.ComplaintDesk;
import dev.innkeeper.complaint.Investigation;
import dev.innkeeper.complaint.Progress;
import dev.innkeeper.complaint.ProposedRemedy;
import dev.innkeeper.complaint.Reply;
import dev.innkeeper.complaint.ServqualScore;
import dev.innkeeper.complaint.TriageCorrection;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.TaskForms;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of {@code complaint-handling}: what each shows, and to whom its answers go. */
@Component
class ComplaintTasks implements TaskForms {

    static final String ACKNOWLEDGE = "acknowledgeComplaint";
    static final String CHECK_TRIAGE = "checkTriage";
    static final String INVESTIGATE = "investigateComplaint";
    static final String APPROVE = "approveCompensation";
    static final String REPLY = "remedyAndReply";
    static final String CALL_BACK = "callGuestBack";

    private static final Set<String> TRIAGE_FIELDS =
            Set.of("category", "dimension", "harm", "lawyerOrPressNamed");

    private static final Map<String, Set<String>> ASKED =
            Map.of(
                    ACKNOWLEDGE, Set.of("words"),
                    CHECK_TRIAGE, TRIAGE_FIELDS,
                    INVESTIGATE, investigationFields(),
                    APPROVE, Set.of("approved", "reason"),
                    REPLY, Set.of("words", "guestAccepts", "refusalReason"),
                    CALL_BACK, callbackFields());

    private final ComplaintDesk desk;
    private final ComplaintCourse course;
    private final EngineUser engineUser;
    private final FormTexts texts;

    ComplaintTasks(
            ComplaintDesk desk, ComplaintCourse course, EngineUser engineUser, FormTexts texts) {
        this.desk = desk;
        this.course = course;
        this.engineUser = engineUser;
        this.texts = texts;
    }

    private static Set<String> investigationFields() {
        var fields =
                new HashSet<>(
                        Set.of(
                                "askGuest",
                                "question",
                                "finding",
                                "account",
                                "rootCause",
                                "rootCauseWords",
                                "answerable",
                                "amount",
                                "remedyWords",
                                "correctTriage"));
        fields.addAll(TRIAGE_FIELDS);
        for (var kind : RemedyKind.values()) {
            fields.add(field(kind));
        }
        return Set.copyOf(fields);
    }

    private static Set<String> callbackFields() {
        var fields = new HashSet<>(Set.of("reached", "satisfied", "words"));
        for (var dimension : ServqualDimension.values()) {
            fields.add(expected(dimension));
            fields.add(perceived(dimension));
        }
        return Set.copyOf(fields);
    }

    /** The tick box of a kind of remedy, such as {@code giveCoupon}. */
    static String field(RemedyKind kind) {
        return "give" + capitalised(kind.name());
    }

    private static String expected(ServqualDimension dimension) {
        return "expected" + capitalised(dimension.name());
    }

    private static String perceived(ServqualDimension dimension) {
        return "perceived" + capitalised(dimension.name());
    }

    private static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String processKey() {
        return ComplaintProcess.KEY;
    }

    @Override
    public Set<String> historyVariables() {
        return ComplaintVariables.ANSWERS;
    }

    @Override
    public Set<String> asked(String taskKey) {
        return ASKED.getOrDefault(taskKey, Set.of());
    }

    @Override
    public Map<String, @Nullable Object> show(DelegateTask task) {
        return texts.complaint(desk.view(number(task.getExecution())));
    }

    @Override
    public void answer(DelegateTask task) {
        var execution = task.getExecution();
        var number = number(execution);
        var answered = new Answered(task::getVariableLocal);
        var by = engineUser.now();
        switch (task.getTaskDefinitionKey()) {
            case ACKNOWLEDGE ->
                    course.follow(
                            execution,
                            desk.acknowledge(
                                    number,
                                    new Acknowledgement(answered.requiredText("words")),
                                    by));
            case CHECK_TRIAGE ->
                    course.follow(execution, desk.correctTriage(number, correction(answered), by));
            case INVESTIGATE ->
                    course.follow(
                            execution,
                            investigate(number, answered, by),
                            WAITING_FOR_GUEST,
                            WAIT_FOR_GUEST_UNTIL);
            case APPROVE ->
                    course.follow(
                            execution,
                            desk.approveCompensation(
                                    number,
                                    new Approval(
                                            answered.requiredYesOrNo("approved"),
                                            answered.text("reason")),
                                    by),
                            COMPENSATION_APPROVED);
            case REPLY ->
                    course.follow(
                            execution,
                            desk.replyToGuest(number, reply(answered), by),
                            REMEDY_ACCEPTED,
                            CALLBACK_DUE_AT);
            case CALL_BACK ->
                    course.follow(
                            execution,
                            desk.callBack(number, callback(answered), by),
                            CALLBACK_OUTCOME,
                            CALLBACK_DUE_AT);
            default -> throw new IllegalStateException(task.getTaskDefinitionKey());
        }
    }

    private Progress investigate(CaseNumber number, Answered answered, Actor by) {
        if (answered.isYes("correctTriage")) {
            desk.correctTriage(number, correction(answered), by);
        }
        return desk.investigate(number, investigation(answered), by);
    }

    private static Investigation investigation(Answered answered) {
        if (answered.isYes("askGuest")) {
            return new Investigation.WaitingForGuest(answered.requiredText("question"));
        }
        return new Investigation.Found(
                answered.requiredChoice("finding", Finding.class),
                answered.requiredText("account"),
                answered.requiredText("rootCause"),
                answered.text("rootCauseWords"),
                group(answered),
                remedy(answered));
    }

    private static Group group(Answered answered) {
        return Group.find(answered.requiredText("answerable"))
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "answerable",
                                        "There is no such department. | 没有这个部门。",
                                        "Choose one of the list. | 请从列表中选择。"));
    }

    private static ProposedRemedy remedy(Answered answered) {
        var kinds = EnumSet.noneOf(RemedyKind.class);
        for (var kind : RemedyKind.values()) {
            if (answered.isYes(field(kind))) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            throw Refusal.invalid(
                    field(RemedyKind.APOLOGY),
                    "No remedy is chosen. | 未选择补救方式。",
                    "Tick at least one; an apology is always possible. | 请至少勾选一项；任何时候都可以致歉。");
        }
        return new ProposedRemedy(kinds, answered.amount("amount"), answered.text("remedyWords"));
    }

    private static TriageCorrection correction(Answered answered) {
        return new TriageCorrection(
                answered.requiredChoice("category", Category.class),
                answered.requiredChoice("dimension", ServqualDimension.class),
                answered.requiredChoice("harm", Harm.class),
                answered.isYes("lawyerOrPressNamed"));
    }

    private static Reply reply(Answered answered) {
        var accepted = answered.requiredYesOrNo("guestAccepts");
        return new Reply(
                answered.requiredText("words"),
                accepted,
                accepted ? "" : answered.requiredText("refusalReason"));
    }

    private static Callback callback(Answered answered) {
        if (!answered.requiredYesOrNo("reached")) {
            return Callback.notReached(answered.text("words"));
        }
        return new Callback(
                true,
                answered.requiredYesOrNo("satisfied"),
                scores(answered),
                answered.text("words"));
    }

    private static List<ServqualScore> scores(Answered answered) {
        var scores = new ArrayList<ServqualScore>();
        for (var dimension : ServqualDimension.values()) {
            var expected = answered.wholeNumber(expected(dimension));
            var perceived = answered.wholeNumber(perceived(dimension));
            if (expected.isPresent() != perceived.isPresent()) {
                throw Refusal.invalid(
                        expected.isPresent() ? perceived(dimension) : expected(dimension),
                        "Only one of the two scores of a dimension is given. | 同一维度只填了一个评分。",
                        "Give both, or none. | 请两项都填，或都不填。");
            }
            if (expected.isPresent()) {
                scores.add(new ServqualScore(dimension, expected.getAsInt(), perceived.getAsInt()));
            }
        }
        return scores;
    }

    private static CaseNumber number(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }
}
