package dev.innkeeper.workflow;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;

/** A task goes to somebody of its candidate groups only, whoever hands it over. */
class AssignmentGuard implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        String assignee = task.getAssignee();
        IdentityService identity = task.getProcessEngineServices().getIdentityService();
        if (assignee == null || identity.getCurrentAuthentication() == null) {
            return;
        }
        Set<String> groups =
                task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .collect(Collectors.toSet());
        if (groups.isEmpty()) {
            return;
        }
        boolean member =
                identity.createGroupQuery()
                                .groupMember(assignee)
                                .groupIdIn(groups.toArray(String[]::new))
                                .count()
                        > 0;
        if (!member) {
            throw new AuthorizationException(
                    "The task cannot be given to "
                            + assignee
                            + ", who is in none of the groups that may work on it: "
                            + String.join(", ", groups));
        }
    }
}
