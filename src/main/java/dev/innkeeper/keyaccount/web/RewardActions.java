package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.PartnerRights;
import dev.innkeeper.keyaccount.RewardAction;
import dev.innkeeper.keyaccount.RewardProgress;
import dev.innkeeper.keyaccount.RewardTaskView;
import dev.innkeeper.workflow.OpenTasks;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a person may do next with a reward, and the tasks that wait. */
@Component
class RewardActions {

    private final OpenTasks openTasks;

    RewardActions(OpenTasks openTasks) {
        this.openTasks = openTasks;
    }

    List<RewardDetails.Allowed> allowed(RewardTaskView view, Actor by) {
        return view.allowed().stream()
                .sorted()
                .filter(action -> GroupCheck.may(by, groupsFor(action, view.progress())))
                .map(
                        action ->
                                action == RewardAction.CLAIM
                                        ? new RewardDetails.Allowed(
                                                action,
                                                "POST",
                                                PartnerLinks.reward(view.reward().number())
                                                        + "/claim")
                                        : new RewardDetails.Allowed(action, null, null))
                .toList();
    }

    private static Set<Group> groupsFor(RewardAction action, RewardProgress progress) {
        Group approver = progress.approverGroup();
        return switch (action) {
            case APPROVE -> approver == null ? Set.of() : Set.of(approver);
            case CLAIM -> PartnerRights.ENTER;
            case PAY, COLLECT -> Set.of(progress.payerGroup());
        };
    }

    List<OpenTaskView> tasks(CaseNumber number, Language language) {
        return openTasks.of(number).stream().map(task -> OpenTaskView.of(task, language)).toList();
    }
}
