package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.creditreview.CreditReviewAction;
import dev.innkeeper.creditreview.CreditReviewFile;
import dev.innkeeper.creditreview.CreditRights;
import dev.innkeeper.workflow.OpenTasks;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a person may do next with a credit review, and the tasks that wait. */
@Component
class CreditReviewActions {

    private final OpenTasks openTasks;

    CreditReviewActions(OpenTasks openTasks) {
        this.openTasks = openTasks;
    }

    List<CreditReviewDetails.Allowed> allowed(CreditReviewFile file, Actor by) {
        return file.allowed().stream()
                .sorted()
                .filter(action -> isAllowed(action, file, by))
                .map(
                        action ->
                                action == CreditReviewAction.WITHDRAW
                                        ? new CreditReviewDetails.Allowed(
                                                action,
                                                "POST",
                                                CreditLinks.review(file.review().number())
                                                        + "/withdrawal")
                                        : new CreditReviewDetails.Allowed(action, null, null))
                .toList();
    }

    private static boolean isAllowed(CreditReviewAction action, CreditReviewFile file, Actor by) {
        Group approver = file.progress().approverGroup();
        return switch (action) {
            case ASSESS_COMPANY -> GroupCheck.may(by, Set.of(Group.CUSTOMER_INFORMATION));
            case ASSESS_FINANCES -> GroupCheck.may(by, Set.of(Group.FINANCE));
            case INFORM_CUSTOMER -> GroupCheck.may(by, Set.of(Group.KEY_ACCOUNT_SERVICE));
            case APPROVE ->
                    approver != null
                            && GroupCheck.may(by, Set.of(approver))
                            && !isInterested(file, by.userId());
            case WITHDRAW ->
                    GroupCheck.may(by, CreditRights.WITHDRAW)
                            || GroupCheck.may(by, CreditRights.REQUEST)
                                    && by.userId().equals(file.review().requestedBy());
        };
    }

    private static boolean isInterested(CreditReviewFile file, String user) {
        return user.equals(file.review().requestedBy())
                || user.equals(file.review().companyBy())
                || user.equals(file.review().financesBy());
    }

    List<OpenTaskView> tasks(CaseNumber number, Language language) {
        return openTasks.of(number).stream().map(task -> OpenTaskView.of(task, language)).toList();
    }
}
