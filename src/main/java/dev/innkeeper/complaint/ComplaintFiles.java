package dev.innkeeper.complaint;

import dev.innkeeper.casefile.CaseClocks;
import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.casefile.ClockBook;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Refusal;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;

/** Opens a complaint for one operation, and writes down what the operation did. */
@Component
class ComplaintFiles {

    private final Complaints complaints;
    private final CaseClocks clocks;
    private final CaseFiles files;
    private final Clock clock;

    ComplaintFiles(Complaints complaints, CaseClocks clocks, CaseFiles files, Clock clock) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.files = files;
        this.clock = clock;
    }

    Complaint read(CaseNumber number) {
        return complaints
                .findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no complaint %1$s. | 没有编号为%1$s的投诉。"
                                                .formatted(number),
                                        "Look for it in the list of complaints. | 请在投诉列表中查找。"));
    }

    ComplaintFile open(CaseNumber number, Actor by) {
        by.refuseAuditor();
        Complaint complaint = read(number);
        Instant now = clock.instant();
        ClockBook book = complaint.isHandled() ? clocks.open(number) : clocks.fresh(number);
        return new ComplaintFile(complaint, book, now, by);
    }

    ComplaintFile create(Complaint complaint, Instant now, Actor by) {
        return new ComplaintFile(complaint, clocks.fresh(complaint.number()), now, by);
    }

    Progress save(ComplaintFile file) {
        Complaint complaint = file.complaint();
        file.clocks().look(file.now());
        complaint.clocks(file.clocks());
        store(complaint);
        clocks.save(file.clocks());
        log(file);
        return complaint.progress();
    }

    /** Writes down what happened where the complaint itself is as before. */
    void log(ComplaintFile file) {
        files.log(file);
    }

    private void store(Complaint complaint) {
        try {
            complaints.save(complaint);
        } catch (DuplicateKeyException e) {
            throw repeated(complaint.report().externalId());
        } catch (DbActionExecutionException e) {
            if (e.getCause() instanceof DuplicateKeyException) {
                throw repeated(complaint.report().externalId());
            }
            throw e;
        }
    }

    static Refusal repeated(@Nullable String externalId) {
        return new Refusal(
                Refusal.Kind.NOT_NOW,
                "externalId",
                "A complaint with this external id is there already. | 该外部编号的投诉已存在。",
                "Read that complaint, or give another external id. | 请查看该投诉，或使用其他外部编号。");
    }
}
