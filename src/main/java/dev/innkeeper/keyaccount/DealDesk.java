package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.People;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.KeyAccountStatus;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every operation on leads and deals. Each is one transaction (or joins the caller's), validates
 * what it is given, refuses what the stage or four eyes forbid with a {@link Refusal}, and writes
 * the time line.
 */
@Service
@Transactional
public class DealDesk {

    private static final int LONGEST_WORDS = DealReception.LONGEST_WORDS;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 100;
    private static final int LARGEST_TEAM = 50;

    /** Those who lead the people who hunt deals. */
    private static final Set<Group> LEAD_SALES =
            EnumSet.of(Group.SUPERVISOR, Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);

    private final DealFiles files;
    private final DealReception reception;
    private final DealPursuit pursuit;
    private final DealJudgements judgements;
    private final DealRecords records;
    private final DealViews views;
    private final Deals deals;
    private final CustomerDesk customers;
    private final People people;

    DealDesk(
            DealFiles files,
            DealReception reception,
            DealPursuit pursuit,
            DealJudgements judgements,
            DealRecords records,
            DealViews views,
            Deals deals,
            CustomerDesk customers,
            People people) {
        this.files = files;
        this.reception = reception;
        this.pursuit = pursuit;
        this.judgements = judgements;
        this.records = records;
        this.views = views;
        this.deals = deals;
        this.customers = customers;
        this.people = people;
    }

    /**
     * Takes a lead in: finds or enters the customer, and joins an open deal where rules say so.
     *
     * @throws Refusal NOT_NOW where the caller has given the external id before
     */
    public LeadTaken register(Lead lead, Actor by) {
        return reception.register(lead, by);
    }

    /** The deal that this caller gave the external id. */
    @Transactional(readOnly = true)
    public Optional<CaseNumber> findByExternalId(String externalId, Actor by) {
        return deals.numberOf(by.userId(), externalId.strip()).map(CaseNumber::new);
    }

    /** The rules say what the lead is worth. */
    public DealProgress qualify(CaseNumber number) {
        DealFile file = files.open(number, Actor.SYSTEM);
        pursuit.qualify(file, records.isRegisteredByPartner(number));
        return save(file, file.deal().stage());
    }

    /**
     * Customer information says what the lead is worth.
     *
     * @throws Refusal INVALID where what the verdict needs is not given
     */
    public DealProgress verify(CaseNumber number, Verification verification, Actor by) {
        Texts.required("words", verification.words(), LONGEST_WORDS);
        refuseUnlessOf(Group.SALES, "owner", verification.owner());
        return change(number, by, file -> pursuit.verify(file, verification));
    }

    /**
     * The plan of people and money, which somebody else has to approve.
     *
     * @throws Refusal INVALID for people who are not of the house
     */
    public DealProgress plan(CaseNumber number, DealPlan plan, Actor by) {
        String steps = Texts.required("steps", plan.steps(), LONGEST_WORDS);
        refuseStrangers(plan.team());
        return change(
                number,
                by,
                file -> {
                    file.deal().plan(new DealPlan(plan.team(), plan.budget(), steps), by.userId());
                    records.plan(number, plan);
                    file.note("DEAL_PLANNED", Phrase.both("Planned", "已制定计划"), steps);
                    Group approver = files.progress(file.deal()).planApprover();
                    if (approver != null) {
                        file.tell("deal.plan", Map.of(), Set.of(approver));
                    }
                });
    }

    /**
     * Approves the plan, or returns it.
     *
     * @throws Refusal FORBIDDEN for who made the plan, and for others than the approvers
     */
    public DealProgress approvePlan(CaseNumber number, PlanApproval approval, Actor by) {
        String remark =
                approval.approved()
                        ? Texts.optional("remark", approval.remark(), LONGEST_WORDS)
                        : Texts.required("remark", approval.remark(), LONGEST_WORDS);
        return change(
                number,
                by,
                file -> {
                    Deal deal = file.deal();
                    deal.requirePlan();
                    refuseUnlessApprover(file, by);
                    if (approval.approved()) {
                        deal.approvePlan(by.userId());
                        file.note("PLAN_APPROVED", Phrase.both("Plan approved", "计划已批准"), remark);
                        pursuit.pass(file, Stage.PLANNED);
                    } else {
                        deal.returnPlan(remark);
                        file.note("PLAN_RETURNED", Phrase.both("Plan returned", "计划被退回"), remark);
                        tellOwner(file, "deal.planReturned", Map.of("reason", remark));
                    }
                });
    }

    /** What was proposed; the deal goes on where nothing is missing. */
    public DealProgress propose(CaseNumber number, Proposal proposal, Actor by) {
        String words = Texts.required("words", proposal.words(), LONGEST_WORDS);
        Texts.orNull("topLevelContact", proposal.topLevelContact(), LONGEST_NAME);
        return change(
                number,
                by,
                file -> {
                    pursuit.refuseAhead(file, "proposedOn", proposal.proposedOn());
                    file.deal().propose(proposal);
                    file.note("DEAL_PROPOSED", Phrase.both("Proposal", "报价"), words);
                    pursuit.pass(file, Stage.PROPOSED);
                });
    }

    /** What the customer answered; the deal goes on where nothing is missing. */
    public DealProgress negotiate(CaseNumber number, Negotiation negotiation, Actor by) {
        String answer =
                Texts.optional("customersAnswer", negotiation.customersAnswer(), LONGEST_WORDS);
        Texts.orNull("competitor", negotiation.competitor(), LONGEST_CODE);
        return change(
                number,
                by,
                file -> {
                    file.deal().negotiate(negotiation);
                    file.note(
                            "CUSTOMER_ANSWERED",
                            Phrase.both("The customer answered", "客户答复"),
                            answer);
                    pursuit.pass(file, Stage.NEGOTIATING);
                });
    }

    /**
     * How the deal ends, as far as the gate lets it: what is missing is named, and the deal stays
     * where it is. WON is possible out of NEGOTIATING only, the other two out of any stage.
     */
    public DealProgress decide(CaseNumber number, Outcome outcome, Actor by) {
        Texts.required("words", outcome.words(), LONGEST_WORDS);
        Texts.orNull("competitor", outcome.competitor(), LONGEST_CODE);
        if (outcome.contract() != null) {
            Texts.orNull("contractNumber", outcome.contract().number(), LONGEST_CODE);
        }
        return change(
                number,
                by,
                file -> {
                    file.note(
                            "OUTCOME_TOLD",
                            Phrase.both(
                                    "Outcome: " + outcome.stage().english(),
                                    "结果：" + outcome.stage().chinese()),
                            outcome.words());
                    pursuit.end(file, outcome);
                });
    }

    /** An entry of the follow-up log; the deal is graded by it. */
    public DealProgress followUp(CaseNumber number, FollowUp followUp, Actor by) {
        FollowUp clean =
                new FollowUp(
                        Texts.required("words", followUp.words(), LONGEST_WORDS),
                        Texts.optional("nextStep", followUp.nextStep(), LONGEST_WORDS),
                        followUp.need(),
                        followUp.chance(),
                        followUp.expectedCloseOn());
        return change(number, by, file -> pursuit.followUp(file, clean));
    }

    /** Looks whether follow-ups were missed and whether the deal stands still. */
    public DealProgress check(CaseNumber number) {
        DealFile file = files.open(number, Actor.SYSTEM);
        if (!file.deal().isPursued()) {
            return files.progress(file.deal());
        }
        pursuit.check(file);
        return save(file, file.deal().stage());
    }

    /**
     * Somebody else hunts it from now on.
     *
     * @throws Refusal FORBIDDEN for anybody but who hunts it now and who leads them
     */
    public DealProgress assign(CaseNumber number, String owner, String reason, Actor by) {
        String why = Texts.required("reason", reason, LONGEST_WORDS);
        String user = Texts.required("owner", owner, LONGEST_NAME);
        refuseUnlessOf(Group.SALES, "owner", user);
        return change(
                number,
                by,
                file -> {
                    if (!by.userId().equals(file.deal().owner())
                            && LEAD_SALES.stream().noneMatch(by::isIn)) {
                        throw Refusal.forbidden(
                                "Only who hunts the deal, or a superior, gives it to somebody else."
                                        + " | 只有负责人或其上级可以转交商机。",
                                "Ask one of them. | 请联系负责人或其上级。");
                    }
                    file.deal().assign(user);
                    file.note("DEAL_ASSIGNED", Phrase.both("Given to " + user, "转交给" + user), why);
                    tellOwner(file, "deal.assigned", Map.of("reason", why));
                });
    }

    /** Whether the customer of a won deal is a key account; the customer's tier follows. */
    public DealProgress decideStatus(CaseNumber number) {
        DealFile file = files.open(number, Actor.SYSTEM);
        Decided<KeyAccountStatus> status = judgements.status(file.deal(), file.now());
        boolean keyAccount = status.result().keyAccount();
        file.judged(
                "STATUS_DECIDED",
                keyAccount
                        ? Phrase.both("The customer is a key account", "客户为大客户")
                        : Phrase.both("The customer is no key account yet", "客户暂非大客户"),
                status);
        if (keyAccount) {
            file.deal().makeKeyAccount();
            String customer = file.deal().origin().customerId();
            if (customers.read(customer).tier() != Tier.KEY_ACCOUNT) {
                customers.setTier(
                        customer,
                        Tier.KEY_ACCOUNT,
                        Phrase.both("By deal " + number, "因商机" + number),
                        Actor.SYSTEM);
            }
        }
        file.tell("deal.handOver", Map.of(), Set.of(Group.KEY_ACCOUNT_SERVICE));
        return save(file, file.deal().stage());
    }

    /** Key-account service looks after the customer from now on. */
    public DealProgress handOver(CaseNumber number, HandOver handOver, Actor by) {
        String words = Texts.required("words", handOver.words(), LONGEST_WORDS);
        refuseUnlessOf(Group.KEY_ACCOUNT_SERVICE, "farmer", handOver.farmer());
        return change(
                number,
                by,
                file -> {
                    file.deal().handOver(handOver.farmer());
                    file.note(
                            "DEAL_HANDED_OVER",
                            Phrase.both(
                                    "Handed over to " + handOver.farmer(),
                                    "移交给" + handOver.farmer()),
                            words);
                    tellOwner(file, "deal.handedOver", Map.of("farmer", handOver.farmer()));
                });
    }

    /** The customer paid; a reference that is there already changes nothing. */
    public DealProgress pay(CaseNumber number, Payment payment, Actor by) {
        String reference = Texts.required("reference", payment.reference(), LONGEST_CODE);
        if (payment.amount().isZero()) {
            throw Refusal.invalid(
                    "amount",
                    "A payment is more than nothing. | 付款金额须大于零。",
                    "Give what was paid. | 请填写付款金额。");
        }
        return change(
                number,
                by,
                file -> {
                    Instant paidAt = payment.paidAt() == null ? file.now() : payment.paidAt();
                    boolean first = file.deal().pay(paidAt);
                    Payment kept = new Payment(reference, payment.amount(), paidAt);
                    if (records.addPayment(number, kept, paidAt, file.now(), by.userId())) {
                        file.note(
                                "PAYMENT_RECEIVED",
                                Phrase.both(
                                        "%s CNY paid".formatted(payment.amount()),
                                        "收到付款%s元".formatted(payment.amount())),
                                reference);
                        if (first) {
                            file.publish(new FirstPaymentReceived(number, paidAt));
                        }
                    }
                });
    }

    /** The contract of a won deal is cancelled. */
    public DealProgress cancel(CaseNumber number, String reason, Actor by) {
        String words = Texts.required("reason", reason, LONGEST_WORDS);
        return change(
                number,
                by,
                file -> {
                    file.deal().cancel(words, file.now());
                    file.note(
                            "CONTRACT_CANCELLED",
                            Phrase.both("Contract cancelled", "合同已取消"),
                            words);
                    file.tell(
                            "deal.cancelled",
                            Map.of("reason", words),
                            EnumSet.of(Group.SALES, Group.FINANCE, Group.KEY_ACCOUNT_SERVICE));
                    file.publish(new ContractCancelled(number, file.now(), words));
                });
    }

    /** A person's comment on the time line. */
    public void comment(CaseNumber number, String text, Actor by) {
        note(
                number,
                "COMMENTED",
                Phrase.both("Comment", "备注"),
                Texts.required("text", text, LONGEST_WORDS),
                by);
    }

    /** Something that belongs to the deal happened elsewhere. */
    public void note(CaseNumber number, String event, String what, String words, Actor by) {
        DealFile file = files.open(number, by);
        file.note(event, what, words);
        files.log(file);
    }

    /** Books an accepted expense. */
    public void spend(CaseNumber number, ExpenseKind kind, Money amount) {
        files.read(number);
        records.spend(number, kind, amount);
    }

    /** The deal as it is now. */
    @Transactional(readOnly = true)
    public DealView read(CaseNumber number) {
        return views.view(files.read(number));
    }

    /** The answers and dates now. */
    @Transactional(readOnly = true)
    public DealProgress progress(CaseNumber number) {
        return files.progress(files.read(number));
    }

    /** All that is known of it. */
    @Transactional(readOnly = true)
    public DealTaskView view(CaseNumber number) {
        Deal deal = files.read(number);
        return views.of(deal, files.progress(deal));
    }

    private DealProgress change(CaseNumber number, Actor by, Consumer<DealFile> operation) {
        DealFile file = files.open(number, by);
        Stage before = file.deal().stage();
        file.deal().refuseHistory();
        operation.accept(file);
        return save(file, before);
    }

    private DealProgress save(DealFile file, Stage before) {
        return files.save(file, before);
    }

    private void refuseUnlessApprover(DealFile file, Actor by) {
        if (by.userId().equals(file.deal().plannedBy())) {
            throw Refusal.forbidden(
                    "Nobody approves a plan of their own. | 不能审批自己制定的计划。",
                    "Ask another approver. | 请由其他审批人处理。");
        }
        Group approver = files.progress(file.deal()).planApprover();
        if (approver != null && !by.isIn(approver) && !by.isIn(Group.GENERAL_MANAGER)) {
            throw Refusal.forbidden(
                    "This plan is approved by the %s. | 该计划须由%s审批。"
                            .formatted(approver.english(), approver.chinese()),
                    "Ask somebody of that group. | 请联系该组人员。");
        }
    }

    private void refuseUnlessOf(Group group, String field, @Nullable String user) {
        if (user != null && !people.membersOf(group).contains(user)) {
            throw Refusal.invalid(
                    field,
                    "\"%1$s\" is nobody of %2$s. | “%1$s”不是%3$s的人员。"
                            .formatted(user, group.english(), group.chinese()),
                    "Give the id of somebody of that group. | 请填写该组人员的用户名。");
        }
    }

    private void refuseStrangers(Set<String> team) {
        if (team.size() > LARGEST_TEAM) {
            throw Refusal.invalid(
                    "team",
                    "A team has at most %1$d people. | 团队最多%1$d人。".formatted(LARGEST_TEAM),
                    "Name those who work on it. | 请填写实际参与人员。");
        }
        Set<String> strangers = new HashSet<>(team);
        for (Group group : Group.values()) {
            if (!strangers.isEmpty()) {
                strangers.removeAll(Set.copyOf(people.membersOf(group)));
            }
        }
        if (!strangers.isEmpty()) {
            List<String> named = strangers.stream().sorted().toList();
            throw Refusal.invalid(
                    "team",
                    "Nobody of the house is called %1$s. | 没有此用户：%1$s。"
                            .formatted(String.join(", ", named)),
                    "Give the ids with which they sign in. | 请填写其登录用户名。");
        }
    }

    private static void tellOwner(DealFile file, String kind, Map<String, String> args) {
        String owner = file.deal().owner();
        file.tell(
                kind,
                args,
                owner == null ? Set.of(Group.SALES) : Set.of(),
                owner == null ? Set.of() : Set.of(owner));
    }
}
