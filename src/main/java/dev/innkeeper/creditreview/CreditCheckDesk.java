package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.common.Utc;
import dev.innkeeper.creditreview.facts.CreditAnswer;
import dev.innkeeper.creditreview.facts.CreditQuestion;
import dev.innkeeper.creditreview.facts.GrantedCredit;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.OpenBalance;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * May this guest sign the bill? The answer, with the facts and rules that it stands on, is written
 * in the transaction that gives it: an answer that cannot be read again was not given.
 */
@Service
@Transactional
public class CreditCheckDesk {

    /** Who asks: those at whose desk a bill is signed, who grant credit, and their systems. */
    public static final Set<Group> ASK =
            Set.of(
                    Group.LOBBY_SERVICE,
                    Group.ROOMS_SERVICE,
                    Group.BANQUET_SERVICE,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.SALES,
                    Group.FINANCE,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.INTEGRATION);

    private static final int LONGEST_REFERENCE = 100;

    private final Decisions decisions;
    private final CreditDesk credit;
    private final ReceivablesDesk receivables;
    private final CustomerDesk customers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    CreditCheckDesk(
            Decisions decisions,
            CreditDesk credit,
            ReceivablesDesk receivables,
            CustomerDesk customers,
            JdbcClient jdbc,
            Clock clock,
            CasefileProperties properties) {
        this.decisions = decisions;
        this.credit = credit;
        this.receivables = receivables;
        this.customers = customers;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * The customer who has this id in the caller's system.
     *
     * @throws Refusal UNKNOWN where the house knows none
     */
    @Transactional(readOnly = true)
    public String customer(String externalId) {
        return customers
                .lookUp(externalId)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "externalId",
                                        "The house knows no customer by this id of yours. |"
                                                + " 没有使用该外部编号的客户。",
                                        "Give our id or a contact, or enter the customer first. |"
                                                + " 请填写我方编号或联系方式，或先为客户建档。"));
    }

    /**
     * The customer with this contact.
     *
     * @throws Refusal INVALID where there is nothing to recognise anybody by; UNKNOWN where the
     *     house does not know the guest
     */
    @Transactional(readOnly = true)
    public String customer(Contact contact) {
        if (!contact.isReachable()) {
            throw Refusal.invalid(
                    "customerId",
                    "It is not said who signs. | 未说明签单人。",
                    "Give the id of the customer, or a phone number, e-mail address or WeChat id. |"
                            + " 请填写客户编号，或电话、电子邮箱、微信号。");
        }
        return customers
                .lookUp(contact)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "contact",
                                        "The house knows no customer with this contact. |"
                                                + " 没有使用该联系方式的客户。",
                                        "Take cash, or enter the customer first. |"
                                                + " 请收取现金，或先为客户建档。"));
    }

    /**
     * Whether the customer may sign.
     *
     * @param id of the customer, or of one that was merged into another
     * @param amount the bill, in CNY
     * @param reference of the bill; may be empty
     * @throws Refusal FORBIDDEN for who has nothing to do with bills; INVALID for a bill of
     *     nothing; UNKNOWN where there is no such customer
     */
    public CreditChecked check(String id, Money amount, String reference, Actor by) {
        by.refuseAuditor();
        if (ASK.stream().noneMatch(by::isIn)) {
            throw Refusal.forbidden(
                    "Your groups do not let guests sign bills. | 您所在的组无权办理签单。",
                    "Ask the lobby service. | 请联系前堂服务部。");
        }
        if (amount.isZero()) {
            throw Refusal.invalid(
                    "amount",
                    "A bill of nothing needs no credit. | 零元账单无需签单。",
                    "Give the amount of the bill, 0.01 or more. | 请填写账单金额，不小于0.01元。");
        }
        String bill = Texts.optional("reference", reference, LONGEST_REFERENCE);
        Instant now = clock.instant();
        String customerId = customers.current(id);
        CreditStanding standing = credit.standing(customerId);
        OpenBalance balance = receivables.balance(customerId, now.atZone(zone).toLocalDate());
        Decided<CreditAnswer> decided =
                decisions.decide(
                        CreditDecisions.CREDIT_CHECK, facts(amount, balance, standing), customerId);
        CreditAnswer answer = decided.result();
        var checked =
                new CreditChecked(
                        customerId,
                        answer.verdict(),
                        new Money(answer.deposit()),
                        decided.reasons(),
                        amount,
                        balance.open(),
                        balance.oldestDaysOverdue(),
                        standing.limit(),
                        standing.hold(),
                        decided.id());
        keep(checked, bill, by, now);
        return checked;
    }

    private static Facts facts(Money amount, OpenBalance balance, CreditStanding standing) {
        Facts bill =
                Facts.of(
                        new CreditQuestion(
                                amount.amount(),
                                balance.open().amount(),
                                balance.oldestDaysOverdue()));
        @Nullable Money limit = standing.limit();
        return limit == null && !standing.hold()
                ? bill
                : bill.and(
                        new GrantedCredit(
                                (limit == null ? Money.ZERO : limit).amount(),
                                standing.hold(),
                                standing.cashOnly()));
    }

    private void keep(CreditChecked checked, String reference, Actor by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO credit_check
                            (decision_id, customer_id, asked_at, asked_by, amount, reference,
                             verdict, deposit)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        checked.decisionId(),
                        checked.customerId(),
                        Utc.of(now),
                        by.userId(),
                        checked.amount().amount(),
                        reference,
                        checked.verdict().name(),
                        checked.deposit().amount())
                .update();
    }
}
