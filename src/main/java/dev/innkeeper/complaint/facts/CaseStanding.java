package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;

/**
 * Where a case stands when {@code complaint/escalation} is asked.
 *
 * @param severity how grave it is
 * @param level 0 handler, 1 supervisor, 2 customer service manager, 3 general manager
 * @param owner the group that answers for it now: the owner department at level 0, else the group
 *     of the level
 */
@Fact(en = "Where the case stands", zh = "案件现状")
public record CaseStanding(
        @Fact(en = "Severity", zh = "严重程度") Severity severity,
        @Fact(en = "Level", zh = "级别") int level,
        @Fact(en = "Owner now", zh = "现责任组") Group owner) {}
