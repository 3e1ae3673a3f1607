package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.People;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;

/** Opens a deal for one operation, and writes down what the operation did. */
@Component
class DealFiles {

    private static final List<Group> PLAN_APPROVERS =
            List.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);

    private final Deals deals;
    private final DealRecords records;
    private final CaseFiles files;
    private final People people;
    private final Clock clock;

    DealFiles(Deals deals, DealRecords records, CaseFiles files, People people, Clock clock) {
        this.deals = deals;
        this.records = records;
        this.files = files;
        this.people = people;
        this.clock = clock;
    }

    Deal read(CaseNumber number) {
        return deals.findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no deal %1$s. | 没有编号为%1$s的商机。".formatted(number),
                                        "Look for it in the list of deals. | 请在商机列表中查找。"));
    }

    DealFile open(CaseNumber number, Actor by) {
        by.refuseAuditor();
        return new DealFile(read(number), clock.instant(), by);
    }

    DealFile create(Deal deal, Instant now, Actor by) {
        return new DealFile(deal, now, by);
    }

    /** Keeps the deal, its stage where that is another one, and what the operation added. */
    DealProgress save(DealFile file, @Nullable Stage before) {
        Deal deal = file.deal();
        store(deal);
        if (deal.stage() != before) {
            records.enter(deal.number(), deal.stage(), file.now());
        }
        log(file);
        return progress(deal);
    }

    /** Writes down what happened where the deal itself is as before. */
    void log(DealFile file) {
        files.log(file);
    }

    DealProgress progress(Deal deal) {
        return deal.progress(planApprover(deal));
    }

    /** Never who made the plan. */
    private @Nullable Group planApprover(Deal deal) {
        String plannedBy = deal.plannedBy();
        return plannedBy == null || deal.stage() != Stage.QUALIFIED
                ? null
                : people.approver(PLAN_APPROVERS, Set.of(plannedBy));
    }

    private void store(Deal deal) {
        try {
            deals.save(deal);
        } catch (DuplicateKeyException e) {
            throw repeated(e);
        } catch (DbActionExecutionException e) {
            throw e.getCause() instanceof DuplicateKeyException ? repeated(e) : e;
        }
    }

    static Refusal repeated(@Nullable Exception cause) {
        Refusal refusal =
                new Refusal(
                        Refusal.Kind.NOT_NOW,
                        "externalId",
                        "A lead with this external id is there already. | 该外部编号的线索已存在。",
                        "Read that one, or give another external id. | 请查看该线索，或使用其他外部编号。");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
