package dev.innkeeper.keyaccount.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.DealView;
import dev.innkeeper.keyaccount.Lead;
import dev.innkeeper.keyaccount.Leads;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.Staff;
import dev.innkeeper.support.TimeMachine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;

/**
 * Takes deals from stage to stage, as the people of the house do. What is asynchronous after each
 * step is done.
 */
public final class Pipeline {

    private final KeyAccountProcess process;
    private final DealDesk desk;
    private final Staff staff;
    private final TimeMachine time;
    private final RuntimeService runtime;

    Pipeline(
            KeyAccountProcess process,
            DealDesk desk,
            Staff staff,
            TimeMachine time,
            RuntimeService runtime) {
        this.process = process;
        this.desk = desk;
        this.staff = staff;
        this.time = time;
        this.runtime = runtime;
    }

    public OneDeal bring(Lead lead) {
        return new OneDeal(process.start(lead, Leads.SALES).number());
    }

    /** Answers with more, or others, for some of the fields. */
    static Map<String, Object> and(Map<String, Object> answers, Map<String, Object> more) {
        var all = new HashMap<>(answers);
        all.putAll(more);
        return all;
    }

    public static final Map<String, Object> VALID =
            Map.of(
                    "verdict",
                    "QUALIFY",
                    "contactVerified",
                    true,
                    "need",
                    "CLEAR",
                    "budgetKnown",
                    true,
                    "decisionMakerKnown",
                    true,
                    "expectedCloseOn",
                    Leads.SOON.toString(),
                    "owner",
                    "sales1",
                    "words",
                    "Spoke with Ms Chen.");

    public static final Map<String, Object> PLAN =
            Map.of(
                    "team",
                    "sales1, keyaccount1",
                    "budgetTravel",
                    2000,
                    "budgetEntertainment",
                    1000,
                    "steps",
                    "Visit, show the rooms, offer.");

    public static final Map<String, Object> OFFER =
            Map.of(
                    "next", "GO_ON",
                    "proposedOn", "2026-03-02",
                    "value", 400000,
                    "words", "80 room nights a month at 420.");

    public static final Map<String, Object> ANSWER =
            Map.of(
                    "next", "GO_ON",
                    "customersAnswer", "They like the rooms and want 5 % less.",
                    "competitor", "Grand Hotel");

    public static final Map<String, Object> CONTRACT =
            Map.of(
                    "next", "WON",
                    "contractNumber", "HT-1",
                    "contractDate", "2026-03-02",
                    "termMonths", 12,
                    "value", 400000,
                    "prepaid", true,
                    "wonReason", "PRICE",
                    "endWords", "Signed.");

    /** One deal on its way. */
    public final class OneDeal {

        public final CaseNumber number;

        OneDeal(CaseNumber number) {
            this.number = number;
        }

        public OneDeal complete(String task, String user, Map<String, Object> answers) {
            staff.complete(number, task, user, answers);
            time.runDueJobs();
            return this;
        }

        public OneDeal qualified() {
            return complete("verifyLead", "info1", VALID);
        }

        public OneDeal planned() {
            return qualified()
                    .complete("planDeal", "sales1", PLAN)
                    .complete("approvePlan", "manager1", Map.of("approved", "yes"));
        }

        public OneDeal proposed() {
            return planned().complete("proposeDeal", "sales1", OFFER);
        }

        public OneDeal negotiating() {
            return proposed().complete("negotiateDeal", "sales1", ANSWER);
        }

        public OneDeal won() {
            return negotiating().complete("closeDeal", "sales1", CONTRACT);
        }

        public List<String> open() {
            return staff.open(number);
        }

        public DealView view() {
            return desk.read(number);
        }

        public Stage stage() {
            return view().stage();
        }

        public List<String> walked() {
            return staff.walked(number, KeyAccountProcess.KEY);
        }

        public boolean isRunning() {
            return runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(number.value(), KeyAccountProcess.KEY)
                            .count()
                    > 0;
        }

        OneDeal isAt(Stage stage, String... tasks) {
            assertThat(stage()).isEqualTo(stage);
            assertThat(open()).containsExactlyInAnyOrder(tasks);
            return this;
        }
    }
}
