package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Collects whether a guest may sign the bill: the strictest verdict and the largest deposit win.
 */
public final class CreditAnswerOutcome extends Outcome<CreditAnswer> {

    private final Merged<CreditVerdict> verdict = gravest();
    private final Merged<BigDecimal> deposit = highest();

    /** The guest may sign unless a rule asks for more. */
    @RuleCall(en = "Approve", zh = "同意")
    public void approve(String reason) {
        verdict.add(CreditVerdict.APPROVE, reason);
    }

    /**
     * What goes beyond the limit is paid at once; never more than the bill.
     *
     * @param limit the limit in CNY
     * @param open what is owed already
     * @param amount the bill
     */
    @RuleCall(en = "Deposit of the excess: limit, open balance, bill", zh = "收取超额部分：额度、未付余额、账单")
    public void depositBeyond(BigDecimal limit, BigDecimal open, BigDecimal amount, String reason) {
        var beyond = open.add(amount).subtract(limit).min(amount);
        if (beyond.signum() > 0) {
            deposit.add(beyond, reason);
        }
    }

    /** The guest may not sign. */
    @RuleCall(en = "Refuse", zh = "拒绝")
    public void refuse(String reason) {
        verdict.add(CreditVerdict.REFUSE, reason);
    }

    @Override
    protected CreditAnswer fold() {
        var strictest = verdict.required("verdict on the bill");
        if (strictest == CreditVerdict.REFUSE) {
            deposit.giveWay();
            return new CreditAnswer(strictest, rounded(BigDecimal.ZERO));
        }
        return deposit.value()
                .map(
                        beyond -> {
                            verdict.giveWay();
                            return new CreditAnswer(CreditVerdict.DEPOSIT, rounded(beyond));
                        })
                .orElseGet(() -> new CreditAnswer(strictest, rounded(BigDecimal.ZERO)));
    }

    private static BigDecimal rounded(BigDecimal yuan) {
        return yuan.setScale(2, RoundingMode.DOWN);
    }

    @Override
    protected String headline(CreditAnswer answer) {
        return answer.verdict().name();
    }

    @Override
    protected String inWords(CreditAnswer answer) {
        return answer.verdict() == CreditVerdict.DEPOSIT
                ? "deposit of %s CNY | 押金%1$s元".formatted(answer.deposit().toPlainString())
                : answer.verdict().english() + " | " + answer.verdict().chinese();
    }
}
