package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.ExpenseVerdict;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An expense claim. Its verbs refuse what its state forbids. */
@Table("deal_expense")
final class Expense {

    @Id private String number;
    @Version private int version;
    private String deal;
    private ExpenseState state;
    private ExpenseKind kind;
    private Money amount;
    private LocalDate spentOn;
    private String purpose;
    private String present;
    private String receipt;
    private @Nullable String openReceipt;
    private String claimedBy;
    private Instant claimedAt;
    private @Nullable String decisionId;
    private @Nullable Group approverGroup;
    private @Nullable String judgedBy;
    private @Nullable Instant judgedAt;
    private String reason;

    static Expense claimed(
            CaseNumber number, CaseNumber deal, NewExpense claim, String by, Instant now) {
        Expense expense = new Expense();
        expense.number = number.value();
        expense.deal = deal.value();
        expense.state = ExpenseState.CLAIMED;
        expense.kind = claim.kind();
        expense.amount = claim.amount();
        expense.spentOn = claim.spentOn();
        expense.purpose = claim.purpose();
        expense.present = claim.present();
        expense.receipt = claim.receipt();
        expense.openReceipt = openReceipt(claim);
        expense.claimedBy = by;
        expense.claimedAt = now;
        expense.reason = "";
        return expense;
    }

    /** What no two claims may show that were not refused. */
    static String openReceipt(NewExpense claim) {
        return claim.spentOn() + " " + claim.receipt();
    }

    /** What the rules say of it. */
    void audited(ExpenseVerdict verdict, @Nullable Group approver, String decision, Instant now) {
        require(ExpenseState.CLAIMED);
        decisionId = decision;
        approverGroup = approver;
        state =
                switch (verdict) {
                    case ACCEPTED -> ExpenseState.APPROVED;
                    case APPROVAL -> ExpenseState.AWAITING_APPROVAL;
                    case REFUSED -> ExpenseState.REFUSED;
                };
        if (verdict != ExpenseVerdict.APPROVAL) {
            judgedAt = now;
        }
        freeReceiptWhereRefused();
    }

    /**
     * The manager approves or refuses it.
     *
     * @throws Refusal FORBIDDEN for who claims it
     */
    void judge(Verdict verdict, String by, Instant now) {
        require(ExpenseState.AWAITING_APPROVAL);
        if (by.equals(claimedBy)) {
            throw Refusal.forbidden(
                    "Nobody approves an expense of their own. | 不能审批自己的费用。",
                    "Ask somebody else of the group that approves. | 请由审批组的其他人审批。");
        }
        judgedBy = by;
        judgedAt = now;
        reason = verdict.reason();
        state = verdict.accepted() ? ExpenseState.APPROVED : ExpenseState.REFUSED;
        freeReceiptWhereRefused();
    }

    /** It may be claimed again, on another deal or with what was missing. */
    private void freeReceiptWhereRefused() {
        if (state == ExpenseState.REFUSED) {
            openReceipt = null;
        }
    }

    void booked() {
        require(ExpenseState.APPROVED);
        state = ExpenseState.BOOKED;
    }

    void requireClaimed() {
        require(ExpenseState.CLAIMED);
    }

    CaseNumber number() {
        return new CaseNumber(number);
    }

    CaseNumber deal() {
        return new CaseNumber(deal);
    }

    ExpenseState state() {
        return state;
    }

    ExpenseKind kind() {
        return kind;
    }

    Money amount() {
        return amount;
    }

    LocalDate spentOn() {
        return spentOn;
    }

    String claimedBy() {
        return claimedBy;
    }

    Instant claimedAt() {
        return claimedAt;
    }

    @Nullable Group approver() {
        return approverGroup;
    }

    ExpenseView view() {
        return new ExpenseView(
                number(),
                deal(),
                state,
                kind,
                amount,
                spentOn,
                purpose,
                present,
                receipt,
                claimedBy,
                claimedAt,
                decisionId,
                approverGroup,
                judgedBy,
                judgedAt,
                reason);
    }

    private void require(ExpenseState needed) {
        if (state != needed) {
            throw Refusal.notNow(
                    "Expense %s is now: %s. | 费用%s当前状态：%s。"
                            .formatted(number, state.english(), number, state.chinese()),
                    "Open it again to see what it waits for. | 请重新打开，查看其当前状态。");
        }
    }
}
