package dev.innkeeper.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.ComplaintDesk;
import dev.innkeeper.complaint.ComplaintStatus;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.support.Staff;
import dev.innkeeper.support.TimeMachine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.Task;

/** The people of the house at work: they sign in, take the tasks of a case and answer its forms. */
class Hotel {

    static final Actor PMS = new Actor("pms", Set.of(Group.INTEGRATION));
    static final Actor MANAGER = new Actor("manager1", Set.of(Group.CUSTOMER_SERVICE_MANAGER));
    static final Actor CALL_CENTRE = new Actor("callcentre1", Set.of(Group.CALL_CENTRE));

    final ComplaintProcess process;
    final ComplaintDesk desk;
    final TimeMachine time;
    final RuntimeService runtime;
    final TaskService tasks;
    final FormService forms;
    final HistoryService history;
    private final Staff staff;

    Hotel(
            ComplaintProcess process,
            ComplaintDesk desk,
            TimeMachine time,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            HistoryService history,
            Staff staff) {
        this.process = process;
        this.desk = desk;
        this.time = time;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.history = history;
        this.staff = staff;
    }

    /** A complaint of which nothing is left to triage: S3 for noise. */
    static Intake.Builder about(Category category, Harm harm) {
        return Intake.said(Channel.LOBBY, "The room next door was loud all night.")
                .category(category)
                .dimension(ServqualDimension.RELIABILITY)
                .harm(harm)
                .lawyerOrPressNamed(false);
    }

    static Intake.Builder noise() {
        return about(Category.NOISE, Harm.INCONVENIENCE);
    }

    /** The answers to an investigation that finds the complaint justified. */
    static Map<String, Object> justified(long yuan) {
        var answers = new TreeMap<String, Object>();
        answers.put("finding", "JUSTIFIED");
        answers.put("account", "The neighbours had a party.");
        answers.put("rootCause", "NOISE_GUESTS");
        answers.put("answerable", "rooms-service");
        answers.put(yuan == 0 ? "giveApology" : "giveCoupon", true);
        answers.put("amount", yuan);
        return answers;
    }

    Case report(Intake.Builder intake) {
        return new Case(process.start(intake.build(), PMS).number());
    }

    void as(String user, Runnable action) {
        staff.as(user, action);
    }

    /** One complaint, or corrective action, on its way. */
    final class Case {

        final CaseNumber number;

        Case(CaseNumber number) {
            this.number = number;
        }

        Task task(String key) {
            return staff.task(number, key);
        }

        List<String> open() {
            return staff.open(number);
        }

        Set<String> candidates(String key) {
            return staff.candidates(number, key);
        }

        Case complete(String key, String user, Map<String, Object> answers) {
            staff.complete(number, key, user, answers);
            return this;
        }

        Case acknowledged() {
            var apologist =
                    switch (desk.progress(number).severity()) {
                        case S1 -> "manager1";
                        case S2 -> "supervisor1";
                        default -> "rooms1";
                    };
            return complete("acknowledgeComplaint", apologist, Map.of("words", "We are sorry."));
        }

        Case investigated(long yuan) {
            complete("investigateComplaint", "rooms1", justified(yuan));
            time.runDueJobs();
            return this;
        }

        Case replied() {
            return complete(
                    "remedyAndReply",
                    "rooms1",
                    Map.of("words", "We moved you to a quiet room.", "guestAccepts", "yes"));
        }

        Case untilCallback() {
            var due = desk.progress(number).callbackDueAt();
            assertThat(due).isNotNull();
            time.moveTo(due);
            return this;
        }

        Case calledBack(String satisfied) {
            complete(
                    "callGuestBack",
                    "callcentre1",
                    Map.of("reached", "yes", "satisfied", satisfied, "words", "Thank you"));
            time.runDueJobs();
            return this;
        }

        ComplaintStatus status() {
            return desk.progress(number).status();
        }

        boolean isRunning() {
            return runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(number.value())
                            .count()
                    > 0;
        }

        /** What was walked so far, in this order. */
        List<String> walked() {
            return history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance())
                    .orderPartiallyByOccurrence()
                    .asc()
                    .list()
                    .stream()
                    .map(HistoricActivityInstance::getActivityId)
                    .toList();
        }

        String instance() {
            return history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(number.value())
                    .processDefinitionKeyNotIn(List.of(ComplaintProcess.UPDATE_KEY))
                    .singleResult()
                    .getId();
        }

        Object variable(String name) {
            return runtime.getVariable(instance(), name);
        }
    }
}
