package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.creditreview.facts.DunningStep;
import dev.innkeeper.customer.CustomerView;
import dev.innkeeper.decision.Decided;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the time line of a dunning case says, and whom it tells. */
final class DunningNews {

    /** They grant no more credit to whom is on hold. */
    private static final Set<Group> GRANT_CREDIT =
            Set.of(Group.FINANCE, Group.SALES, Group.KEY_ACCOUNT_SERVICE);

    private static final Set<Group> COLLECT = Set.of(Group.FINANCE);

    private final CaseFile file;
    private final CustomerView customer;

    DunningNews(CaseFile file, CustomerView customer) {
        this.file = file;
        this.customer = customer;
    }

    /** The rules moved the case. */
    void judged(Dunning dunning, Decided<DunningStep> judged) {
        file.judged(
                "DUNNING_JUDGED",
                dunning.isPaused()
                        ? Phrase.both("Paused: all that is overdue is disputed", "暂停：逾期账款均有争议")
                        : Phrase.both(
                                "Stage: " + dunning.stage().english(),
                                "阶段：" + dunning.stage().chinese()),
                judged);
    }

    /** The customer is reminded by e-mail, where there is an address, and finance in any case. */
    void reminder(DunningDebt debt) {
        boolean mailed = customer.contact().email() != null;
        file.note(
                "REMINDER_SENT",
                mailed
                        ? Phrase.both(
                                "Reminder of %s CNY by e-mail".formatted(debt.overdue()),
                                "已通过电子邮件发送%s元催收提醒".formatted(debt.overdue()))
                        : Phrase.both(
                                "Reminder of %s CNY: the customer has no e-mail address, finance"
                                                .formatted(debt.overdue())
                                        + " was told",
                                "催收提醒%s元：客户无电子邮箱，已通知财务部".formatted(debt.overdue())),
                "");
        Map<String, String> args = args(debt);
        args.put(
                "way",
                mailed
                        ? Phrase.both("The customer was reminded by e-mail.", "已通过电子邮件提醒客户。")
                        : Phrase.both(
                                "The customer has no e-mail address: please remind the customer in"
                                        + " another way.",
                                "客户没有电子邮箱，请以其他方式提醒。"));
        file.tell("dunning.reminder", args, COLLECT);
        if (mailed) {
            file.write("dunning.bill", args(debt), customer.id());
        }
    }

    /** Somebody has something to do. */
    void task(@Nullable DunningTask task, DunningDebt debt) {
        if (task == null) {
            return;
        }
        file.tell(
                switch (task) {
                    case CALL -> "dunning.call";
                    case LETTER -> "dunning.letter";
                    case TAKE_OVER -> "dunning.takeover";
                },
                args(debt),
                Set.of(task.doer()));
    }

    void promiseBroken(@Nullable LocalDate promised, DunningDebt debt) {
        file.note(
                "PROMISE_BROKEN",
                Phrase.both(
                        "Promised until %s, not paid: %s CNY".formatted(promised, debt.overdue()),
                        "承诺%s前付款，未履行：%s元".formatted(promised, debt.overdue())),
                "");
        Map<String, String> args = args(debt);
        args.put("until", Phrase.of(promised));
        file.tell("dunning.broken", args, COLLECT);
    }

    void held() {
        file.note("CREDIT_HELD", "Credit on hold | 信用已冻结", "");
        file.tell("dunning.held", names(), GRANT_CREDIT);
    }

    void released() {
        file.note("CREDIT_RELEASED", "Credit hold lifted | 信用冻结已解除", "");
        file.tell("dunning.released", names(), GRANT_CREDIT);
    }

    void called(DunningCall call) {
        String what = Phrase.both("Called, not reached", "已致电，未联系上");
        if (call.promisedUntil() != null) {
            what =
                    Phrase.both(
                            "Called: promised to pay until " + call.promisedUntil(),
                            "已致电：承诺于%s前付款".formatted(call.promisedUntil()));
        } else if (call.reached()) {
            what = Phrase.both("Called and reached", "已致电并联系上");
        } else if (call.callAgainOn() != null) {
            what =
                    Phrase.both(
                            "Called, not reached; again on " + call.callAgainOn(),
                            "已致电，未联系上；%s再拨".formatted(call.callAgainOn()));
        }
        file.note("DEBTOR_CALLED", what, call.words());
        if (!call.disputedInvoices().isEmpty()) {
            List<String> invoices = call.disputedInvoices();
            file.note(
                    "INVOICES_DISPUTED",
                    Phrase.both(
                            "Disputed by the customer: " + String.join(", ", invoices),
                            "客户有争议：" + String.join("、", invoices)),
                    call.words());
        }
    }

    void takenOver(DunningCourse course, String why) {
        file.note(
                "DEBT_TAKEN_OVER",
                Phrase.both(
                        "Taken over: " + course.english().toLowerCase(Locale.ROOT),
                        "已接手：" + course.chinese()),
                why);
        Map<String, String> args = names();
        args.put("course", Phrase.of(course));
        args.put("reason", why);
        file.tell("dunning.handedover", args, GRANT_CREDIT);
    }

    void paid(boolean released) {
        file.note(
                "DEBT_PAID",
                released
                        ? Phrase.both("Paid; the credit hold is lifted", "已付清，信用冻结已解除")
                        : Phrase.both("Paid", "已付清"),
                "");
        file.tell("dunning.paid", names(), COLLECT);
    }

    void withdrawn(String why) {
        file.note("DUNNING_WITHDRAWN", "Withdrawn | 已撤销", why);
        Map<String, String> args = names();
        args.put("reason", why);
        file.tell("dunning.withdrawn", args, COLLECT);
    }

    private Map<String, String> args(DunningDebt debt) {
        Map<String, String> args = names();
        args.put("amount", debt.overdue().toString());
        args.put("days", String.valueOf(debt.oldestDaysOverdue()));
        return args;
    }

    /** Not the person's name: notices outlive what a person's file may say. */
    private Map<String, String> names() {
        Map<String, String> args = new HashMap<>();
        String company = customer.contact().company();
        args.put("customer", company == null ? customer.id() : company);
        return args;
    }
}
