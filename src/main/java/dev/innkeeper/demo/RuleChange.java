package dev.innkeeper.demo;

import dev.innkeeper.change.ApprovalDesk;
import dev.innkeeper.change.DraftDesk;
import dev.innkeeper.change.ReleaseDesk;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A change of the rules that waits for somebody to approve it. */
@Component
class RuleChange {

    private static final String GRADING = "rules/complaint/grading/";
    private static final Actor EDITOR = new Actor("editor1", Set.of(Group.RULE_EDITOR));

    private final DraftDesk drafts;
    private final ApprovalDesk approvals;
    private final ReleaseDesk releases;

    RuleChange(DraftDesk drafts, ApprovalDesk approvals, ReleaseDesk releases) {
        this.drafts = drafts;
        this.approvals = approvals;
        this.releases = releases;
    }

    void ask() {
        var draft =
                drafts.create(
                        "Disputes are large from 600 on",
                        "Who disputes 600 or more waits too long.",
                        Map.of(
                                GRADING + "severity.drl.csv",
                                changed("severity.drl.csv", ",5000,", ",600,"),
                                GRADING + "scenarios.yaml",
                                changed("scenarios.yaml", ": 4999.99", ": 599.99")),
                        EDITOR);
        approvals.request(
                draft.id(), draft.version(), "Please look at the simulation.", null, EDITOR);
    }

    private byte[] changed(String file, String was, String is) {
        byte[] live = releases.file(releases.live(), GRADING + file).orElseThrow();
        return new String(live, StandardCharsets.UTF_8)
                .replace(was, is)
                .getBytes(StandardCharsets.UTF_8);
    }
}
