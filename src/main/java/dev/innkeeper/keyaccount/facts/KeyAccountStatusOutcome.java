package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import dev.innkeeper.decision.Union;

/** Collects which criteria of a key account a customer meets: each counts once. */
public final class KeyAccountStatusOutcome extends Outcome<KeyAccountStatus> {

    private final Union<AccountCriterion> met = union();
    private final Only<Integer> needed = only("number of criteria that make a key account");

    /** The customer meets this criterion. */
    @RuleCall(en = "Meets this criterion", zh = "满足此标准")
    public void meets(AccountCriterion criterion, String reason) {
        met.add(criterion, reason);
    }

    /** So many criteria make a key account. */
    @RuleCall(en = "Criteria needed", zh = "所需标准数")
    public void needed(int least, String reason) {
        needed.set(least, reason);
    }

    @Override
    protected KeyAccountStatus fold() {
        int criteria = met.values().size();
        return new KeyAccountStatus(criteria >= needed.required(), criteria);
    }

    @Override
    protected String headline(KeyAccountStatus status) {
        return status.keyAccount() ? "key account" : "no key account";
    }

    @Override
    protected String inWords(KeyAccountStatus status) {
        return status.keyAccount() ? "key account | 大客户" : "no key account | 非大客户";
    }
}
