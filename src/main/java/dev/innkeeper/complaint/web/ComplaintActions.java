package dev.innkeeper.complaint.web;

import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Language;
import dev.innkeeper.complaint.ComplaintAction;
import dev.innkeeper.complaint.TaskView;
import dev.innkeeper.workflow.OpenTasks;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person may do next, and the tasks that wait. */
@Component
class ComplaintActions {

    private final ComplaintAccess access;
    private final OpenTasks openTasks;

    ComplaintActions(ComplaintAccess access, OpenTasks openTasks) {
        this.access = access;
        this.openTasks = openTasks;
    }

    List<ComplaintDetails.Allowed> allowed(TaskView view, Actor by) {
        String complaint = ComplaintLinks.complaint(view.complaint().number());
        return view.allowed().stream()
                .sorted()
                .filter(action -> access.can(action, by))
                .map(action -> allowed(action, complaint))
                .toList();
    }

    private static ComplaintDetails.Allowed allowed(ComplaintAction action, String complaint) {
        return switch (action) {
            case MESSAGE -> post(action, complaint + "/messages");
            case ATTACH -> post(action, complaint + "/attachments");
            case COMMENT -> post(action, complaint + "/comments");
            case REGRADE -> post(action, complaint + "/regrade");
            case WITHDRAW -> post(action, complaint + "/withdrawal");
            case ACKNOWLEDGE, CORRECT_TRIAGE, INVESTIGATE, APPROVE_COMPENSATION, REPLY, CALL_BACK ->
                    new ComplaintDetails.Allowed(action, null, null);
        };
    }

    private static ComplaintDetails.Allowed post(ComplaintAction action, String href) {
        return new ComplaintDetails.Allowed(action, "POST", href);
    }

    List<OpenTaskView> tasks(CaseNumber number, Language language) {
        return openTasks.of(number).stream().map(task -> OpenTaskView.of(task, language)).toList();
    }
}
