package dev.innkeeper.demo.process;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Tier;
import dev.innkeeper.complaint.Approval;
import dev.innkeeper.complaint.Callback;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.Investigation;
import dev.innkeeper.complaint.Reply;
import dev.innkeeper.complaint.ServqualScore;
import dev.innkeeper.complaint.Statement;
import dev.innkeeper.complaint.Withdrawal;
import dev.innkeeper.complaint.process.ComplaintProcess;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.process.CreditReviewProcess;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.NewInvoice;
import dev.innkeeper.customer.NewPayment;
import dev.innkeeper.customer.NewStay;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.customer.StayDesk;
import dev.innkeeper.keyaccount.FollowUp;
import dev.innkeeper.keyaccount.Lead;
import dev.innkeeper.keyaccount.NewExpense;
import dev.innkeeper.keyaccount.NewPartner;
import dev.innkeeper.keyaccount.NewRegistration;
import dev.innkeeper.keyaccount.Outcome;
import dev.innkeeper.keyaccount.PartnerDesk;
import dev.innkeeper.keyaccount.PartnerView;
import dev.innkeeper.keyaccount.Payment;
import dev.innkeeper.keyaccount.process.ExpenseProcess;
import dev.innkeeper.keyaccount.process.KeyAccountProcess;
import dev.innkeeper.nightly.NightRuns;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * Does what people do in the Tasklist and at the REST API, as the user who is named and with that
 * user's rights, and lets time pass between.
 */
@Component
public class DemoHands {

    private static final int MANY = 2000;

    private final ComplaintProcess complaints;
    private final KeyAccountProcess deals;
    private final ExpenseProcess expenses;
    private final PartnerDesk partners;
    private final CustomerDesk customers;
    private final StayDesk stays;
    private final ReceivablesDesk receivables;
    private final CreditReviewProcess reviews;
    private final NightRuns nights;
    private final CasefileProperties house;
    private final TaskService tasks;
    private final IdentityService identity;
    private final ManagementService management;
    private final InnkeeperClock clock;

    DemoHands(
            ComplaintProcess complaints,
            KeyAccountProcess deals,
            ExpenseProcess expenses,
            PartnerDesk partners,
            CustomerDesk customers,
            StayDesk stays,
            ReceivablesDesk receivables,
            CreditReviewProcess reviews,
            NightRuns nights,
            CasefileProperties house,
            TaskService tasks,
            IdentityService identity,
            ManagementService management,
            InnkeeperClock clock) {
        this.complaints = complaints;
        this.deals = deals;
        this.expenses = expenses;
        this.partners = partners;
        this.customers = customers;
        this.stays = stays;
        this.receivables = receivables;
        this.reviews = reviews;
        this.nights = nights;
        this.house = house;
        this.tasks = tasks;
        this.identity = identity;
        this.management = management;
        this.clock = clock;
    }

    /** Enters a customer, and gives the customer's id. */
    public String enterCustomer(String user, Contact contact, Tier tier) {
        return customers.enter(contact, tier, actor(user)).id();
    }

    /** Reports a complaint. */
    public CaseNumber report(String user, Intake intake) {
        return complaints.start(intake, actor(user)).number();
    }

    /** Brings a lead in. */
    public CaseNumber bring(String user, Lead lead) {
        return deals.start(lead, actor(user)).number();
    }

    /** Enters a partner who names a company that might buy. */
    public void partner(String user, NewPartner partner, String company, String project) {
        PartnerView entered = partners.register(partner, actor(user));
        partners.register(
                entered.id(),
                new NewRegistration(
                        null, new Contact(null, company, null, null, null), null, "", "", project),
                actor(user));
    }

    /** Enters what happened in the follow-up log of a deal. */
    public void followUp(String user, CaseNumber number, FollowUp followUp) {
        deals.followUp(number, followUp, actor(user));
    }

    /** Says how a deal ends. */
    public void decide(String user, CaseNumber number, Outcome outcome) {
        deals.decide(number, outcome, actor(user));
    }

    /** Notes that the customer of a won deal paid. */
    public void pay(String user, CaseNumber number, Payment payment) {
        deals.pay(number, payment, actor(user));
    }

    /** Claims an expense for a deal. */
    public void claim(String user, CaseNumber number, NewExpense expense) {
        expenses.claim(number, expense, actor(user));
    }

    /** Enters a stay, a visit or an event. */
    public void stay(String user, NewStay stay) {
        stays.takeStay(stay, actor(user));
    }

    /** Enters an invoice on account. */
    public void bill(String user, NewInvoice invoice) {
        receivables.takeInvoice(invoice, actor(user));
    }

    /** Enters the payment of an invoice. */
    public void payInvoice(String user, NewPayment payment) {
        receivables.takePayment(payment, actor(user));
    }

    /** Asks for a review of a customer's credit, and gives its number. */
    public CaseNumber review(String user, String customerId, CreditCause cause, String words) {
        return reviews.open(
                        customerId,
                        cause,
                        clock.instant().toString(),
                        LocalDate.ofInstant(clock.instant(), house.zone()),
                        words,
                        actor(user))
                .number();
    }

    /** Does the work of the night before a day. */
    public void night(LocalDate day) {
        nights.night(day);
    }

    /** Completes a task of a case, whichever it is, with the answers to its form. */
    public void complete(String user, CaseNumber number, String task, Map<String, Object> answers) {
        complete(user, of(number, task), answers);
    }

    /** Withdraws a complaint for the guest. */
    public void withdraw(String user, CaseNumber number, String reason) {
        complaints.withdraw(number, new Withdrawal(reason), actor(user));
    }

    /** Completes <i>Acknowledge and apologise</i>. */
    public void acknowledge(String user, CaseNumber number, String words) {
        complete(user, of(number, "acknowledgeComplaint"), Map.of("words", words));
    }

    /** Completes <i>Investigate</i>. */
    public void investigate(String user, CaseNumber number, Investigation investigation) {
        Map<String, Object> answers = new HashMap<>();
        if (investigation instanceof Investigation.WaitingForGuest waiting) {
            answers.put("askGuest", true);
            answers.put("question", waiting.question());
        } else if (investigation instanceof Investigation.Found found) {
            answers.put("finding", found.finding().name());
            answers.put("account", found.account());
            answers.put("rootCause", found.rootCause());
            answers.put("rootCauseWords", found.rootCauseWords());
            answers.put("answerable", found.answerable().id());
            answers.put("remedyWords", found.remedy().words());
            answers.put("amount", found.remedy().amount().toString());
            found.remedy().kinds().forEach(kind -> answers.put("give" + word(kind), true));
        }
        complete(user, of(number, "investigateComplaint"), answers);
    }

    /** Completes <i>Approve compensation</i>. */
    public void approve(String user, CaseNumber number, Approval approval) {
        complete(
                user,
                of(number, "approveCompensation"),
                Map.of("approved", approval.approved(), "reason", approval.reason()));
    }

    /** Completes <i>Carry out the remedy and reply</i>. */
    public void reply(String user, CaseNumber number, Reply reply) {
        complete(
                user,
                of(number, "remedyAndReply"),
                Map.of(
                        "words",
                        reply.words(),
                        "guestAccepts",
                        reply.remedyAccepted(),
                        "refusalReason",
                        reply.refusalReason()));
    }

    /** Completes <i>Call the guest back</i>. */
    public void callBack(String user, CaseNumber number, Callback callback) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("reached", callback.reached());
        answers.put("satisfied", callback.satisfied());
        answers.put("words", callback.words());
        for (ServqualScore score : callback.scores()) {
            answers.put("expected" + word(score.dimension()), score.expected());
            answers.put("perceived" + word(score.dimension()), score.perceived());
        }
        complete(user, of(number, "callGuestBack"), answers);
    }

    /** Completes <i>State cause and measure</i> of the corrective action opened last. */
    public void stateMeasure(String user, Statement statement) {
        complete(
                user,
                tasks.createTaskQuery().taskDefinitionKey("stateCauseAndMeasure"),
                Map.of("cause", statement.cause(), "measure", statement.measure()));
    }

    /**
     * Lets time pass until then. Every timer that falls due meanwhile fires at its own time;
     * asynchronous steps are not waited for but done.
     */
    public void letTimePassUntil(Instant then) {
        for (int n = 0; n < MANY; n++) {
            Optional<Job> next = nextDue(then);
            if (next.isEmpty()) {
                clock.moveTo(then);
                return;
            }
            Date due = next.get().getDuedate();
            if (due != null && due.toInstant().isAfter(clock.instant())) {
                clock.moveTo(due.toInstant());
            }
            execute(next.get());
        }
        throw new IllegalStateException("More than " + MANY + " steps fell due until " + then);
    }

    /** The engine's own threads look for due jobs as well; either of the two does each. */
    private void execute(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (OptimisticLockingException | NullValueException doneByAnother) {
            // Nothing is left to do.
        }
    }

    private Optional<Job> nextDue(Instant until) {
        return management.createJobQuery().active().withRetriesLeft().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(job -> !due(job).after(Date.from(until)))
                .min(Comparator.comparing(DemoHands::due));
    }

    private static Date due(Job job) {
        return job.getDuedate() == null ? new Date(0) : job.getDuedate();
    }

    /** As the forms write a value in the name of a field: {@code GIFT} in {@code giveGift}. */
    private static String word(Enum<?> value) {
        return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private TaskQuery of(CaseNumber number, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(task);
    }

    private void complete(String user, TaskQuery task, Map<String, Object> answers) {
        String id = task.singleResult().getId();
        identity.setAuthentication(user, List.copyOf(groupIds(user)));
        try {
            tasks.complete(id, answers);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Actor actor(String user) {
        return new Actor(
                user,
                groupIds(user).stream()
                        .map(Group::find)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    private Collection<String> groupIds(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
    }
}
