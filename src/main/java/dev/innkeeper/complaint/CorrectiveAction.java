package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.CorrectiveActionView.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A corrective action. Its verbs refuse what its state forbids. */
@Table("corrective_action")
final class CorrectiveAction {

    @Id private String number;
    @Version private int version;
    private State state;
    private String rootCause;
    private Group answerable;
    private int round;
    private Instant openedAt;
    private long dueSeconds;
    private long verifySeconds;
    private Instant dueAt;
    private @Nullable Instant verifyAt;
    private String cause;
    private String measure;
    private @Nullable String statedBy;
    private @Nullable Instant statedAt;
    private String verdict;
    private @Nullable String verifiedBy;
    private @Nullable Instant verifiedAt;
    private @Nullable String openCause;

    static CorrectiveAction opened(
            CaseNumber number,
            String rootCause,
            Group answerable,
            Instant foundAt,
            Duration due,
            Duration verify) {
        CorrectiveAction action = new CorrectiveAction();
        action.number = number.value();
        action.state = State.OPEN;
        action.rootCause = rootCause;
        action.answerable = answerable;
        action.round = 1;
        action.openedAt = foundAt;
        action.dueSeconds = due.toSeconds();
        action.verifySeconds = verify.toSeconds();
        action.dueAt = foundAt.plus(due);
        action.cause = "";
        action.measure = "";
        action.verdict = "";
        action.openCause = openCause(rootCause, answerable);
        return action;
    }

    static String openCause(String rootCause, Group answerable) {
        return rootCause + " " + answerable.id();
    }

    void state(Statement statement, String by, Instant now) {
        require(State.OPEN, "stated");
        cause = statement.cause();
        measure = statement.measure();
        statedBy = by;
        statedAt = now;
        verifyAt = now.plusSeconds(verifySeconds);
        state = State.STATED;
    }

    /**
     * Records the verdict.
     *
     * @throws Refusal FORBIDDEN for who stated the measure; NOT_NOW before its date, since a
     *     measure is judged by what followed it
     */
    void verify(Verification verification, String by, Instant now, ZoneId zone) {
        require(State.STATED, "verified");
        if (by.equals(statedBy)) {
            throw Refusal.forbidden(
                    "Nobody verifies a measure of their own. | 不能验证自己提出的措施。",
                    "Ask somebody else of quality. | 请由质量部其他人验证。");
        }
        if (verifyAt != null && now.isBefore(verifyAt)) {
            String from = Phrase.of(verifyAt, zone);
            throw Refusal.notNow(
                    "The effect of %1$s can be verified from %2$s on. | %1$s的效果须自%2$s起方可验证。"
                            .formatted(number, from),
                    "Wait until then: whether a measure works shows in time. |"
                            + " 请届时再验证：措施是否有效需要时间检验。");
        }
        verdict = verification.words();
        verifiedBy = by;
        verifiedAt = now;
        if (verification.effective()) {
            state = State.EFFECTIVE;
            openCause = null;
        } else {
            state = State.OPEN;
            round++;
            dueAt = now.plusSeconds(dueSeconds);
            verifyAt = null;
        }
    }

    CaseNumber number() {
        return new CaseNumber(number);
    }

    State state() {
        return state;
    }

    String rootCause() {
        return rootCause;
    }

    Group answerable() {
        return answerable;
    }

    int round() {
        return round;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable Instant verifyAt() {
        return verifyAt;
    }

    String cause() {
        return cause;
    }

    String measure() {
        return measure;
    }

    @Nullable String statedBy() {
        return statedBy;
    }

    String verdict() {
        return verdict;
    }

    private void require(State needed, String verb) {
        if (state != needed) {
            throw Refusal.notNow(
                    "Corrective action %1$s cannot be %2$s: it is %3$s. | 纠正措施%1$s当前状态为%3$s，不能进行此操作。"
                            .formatted(number, verb, state.name().toLowerCase(Locale.ROOT)),
                    "Open it again to see what it waits for. | 请重新打开，查看其当前状态。");
        }
    }
}
