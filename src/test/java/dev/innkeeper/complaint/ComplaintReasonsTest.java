package dev.innkeeper.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Tier;
import dev.innkeeper.complaint.facts.CaseStanding;
import dev.innkeeper.complaint.facts.ComplaintText;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.InvestigatedComplaint;
import dev.innkeeper.complaint.facts.KnownCustomer;
import dev.innkeeper.complaint.facts.ProposedCompensation;
import dev.innkeeper.complaint.facts.ReopenReason;
import dev.innkeeper.complaint.facts.Reopening;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.ShippedRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A reader of an answer about a complaint sees what decided it, in words, and nothing else. */
class ComplaintReasonsTest {

    private static <R extends Record> List<Fired> fired(Decision<?, R> decision, Record... facts) {
        return ShippedRules.shipped(decision).ask(Facts.of(facts)).fired();
    }

    private static List<String> all(List<Fired> fired, Function<Fired, List<String>> reasons) {
        return fired.stream().flatMap(rule -> reasons.apply(rule).stream()).toList();
    }

    private static List<Fired> triage(String text) {
        return fired(ComplaintDecisions.TRIAGE, new ComplaintText(text));
    }

    @Test
    void triageTellsTheWordsThatDecidedAndWhatElseTheTextSpeaksOf() {
        var fired = triage("昨晚空调坏了，一夜没睡好，前台态度很差");

        assertThat(all(fired, Fired::reasons).stream().distinct())
                .containsExactlyInAnyOrder(
                        "It speaks of facilities (空调坏, 坏了) | 提到设施设备（空调坏、坏了）",
                        "It also speaks of: Staff attitude (前台, 态度很差), Noise (一夜没睡, 没睡好)"
                                + " | 另提到：服务态度（前台、态度很差）、噪音（一夜没睡、没睡好）",
                        "The category belongs to tangibles | 类别属于有形性",
                        "Something went wrong for the guest | 给客人带来不便");
        assertThat(all(fired, Fired::gaveWay))
                .contains(
                        "It speaks of noise (一夜没睡, 没睡好) | 提到噪音（一夜没睡、没睡好）",
                        "The category belongs to empathy | 类别属于移情性",
                        "No word tells the category | 无法由词语判断类别",
                        "No word tells the dimension | 无法由词语判断维度",
                        "No word tells of harm | 未提及损害");
    }

    @Test
    void triageSpeaksOfNothingElseWhereOneCategoryIsAlone() {
        assertThat(all(triage("We were overcharged."), Fired::reasons))
                .noneMatch(reason -> reason.contains("also speaks"))
                .noneMatch(reason -> reason.contains("No word tells"));
    }

    @Test
    void theBaselineOfTriageDecidesWhereNoWordTells() {
        var fired = triage("嗯嗯");

        assertThat(all(fired, Fired::gaveWay)).isEmpty();
        assertThat(all(fired, Fired::reasons)).contains("No word tells the category | 无法由词语判断类别");
    }

    @Test
    void triageShowsTheBeginningOfAWordWithoutTheSignForItsEndings() {
        assertThat(all(triage("We were assaulted by a guest."), Fired::reasons))
                .anyMatch(reason -> reason.contains("(assault)"))
                .noneMatch(reason -> reason.contains("*"));
    }

    @Test
    void aRaisedCaseTellsItsLevelOnly() {
        var standing = new CaseStanding(Severity.S3, 0, Group.ROOMS_SERVICE);
        var refused = new Reopening(ReopenReason.REMEDY_REFUSED, 1);

        var fired = fired(ComplaintDecisions.ESCALATION, standing, refused);

        assertThat(all(fired, Fired::reasons))
                .containsExactlyInAnyOrder(
                        "The guest refused the remedy | 客人拒绝补救方案",
                        "Level 1 is the supervisor | 一级为部门主管");
        assertThat(all(fired, Fired::gaveWay))
                .contains("The case stays with its department | 案件仍由责任部门处理");
    }

    @Test
    void aCaseThatStaysTellsNoLevelAbove() {
        var standing = new CaseStanding(Severity.S3, 0, Group.ROOMS_SERVICE);

        assertThat(all(fired(ComplaintDecisions.ESCALATION, standing), Fired::reasons))
                .containsExactly("The case stays with its department | 案件仍由责任部门处理");
    }

    @Test
    void compensationTellsTheLimitThatBindsAndTheApproverReached() {
        var fired =
                fired(
                        ComplaintDecisions.COMPENSATION,
                        new InvestigatedComplaint(
                                Severity.S3, Finding.JUSTIFIED, new BigDecimal("1000")),
                        new KnownCustomer(Tier.LOYAL_REGULAR),
                        new ProposedCompensation(new BigDecimal("300")));

        assertThat(all(fired, Fired::reasons))
                .contains("Approval step 1 is the supervisor | 一级审批为部门主管")
                .doesNotContain("Approval step 3 is the general manager | 三级审批为总经理");
        assertThat(all(fired, Fired::gaveWay))
                .contains("Never above the amount in dispute | 不超过争议金额");
    }

    @Test
    void noReasonIsGivenForACorrectiveActionThatIsNotNeeded() {
        var fired =
                fired(
                        ComplaintDecisions.CORRECTIVE_ACTION,
                        new InvestigatedComplaint(Severity.S4, Finding.JUSTIFIED, BigDecimal.TEN));

        assertThat(all(fired, Fired::reasons)).isEmpty();
    }
}
