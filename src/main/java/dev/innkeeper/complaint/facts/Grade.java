package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.util.Set;

/**
 * The answer of {@code complaint/grading}, and a fact of {@code complaint/deadlines}.
 *
 * @param severity how grave
 * @param owner the department that handles the complaint
 * @param candidates every group whose members may take its tasks, the owner among them
 */
@Fact(en = "The grade of the complaint", zh = "投诉评级")
public record Grade(
        @Fact(en = "Severity", zh = "严重程度") Severity severity,
        @Fact(en = "Owner", zh = "责任部门") @Tally Group owner,
        @Fact(en = "Candidate groups", zh = "候选组") Set<Group> candidates) {

    /** Keeps a copy of the groups. */
    public Grade {
        candidates = Set.copyOf(candidates);
    }
}
