package dev.innkeeper.complaint;

import dev.innkeeper.casefile.CaseClocks;
import dev.innkeeper.casefile.ClockBook;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;

/** Opens a complaint for one operation, and writes down what the operation did. */
@Component
class ComplaintFiles {

    private final Complaints complaints;
    private final CaseClocks clocks;
    private final TimeLine timeLine;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ComplaintFiles(
            Complaints complaints,
            CaseClocks clocks,
            TimeLine timeLine,
            Notifications notifications,
            ApplicationEventPublisher events,
            Clock clock) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.timeLine = timeLine;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    Complaint read(CaseNumber number) {
        return complaints
                .findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no complaint " + number + ".",
                                        "Look for it in the list of complaints."));
    }

    ComplaintFile open(CaseNumber number, Actor by) {
        refuseAuditor(by);
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
        timeLine.add(file.entries());
        file.notices().forEach(notifications::notify);
        file.events().forEach(events::publishEvent);
    }

    static void refuseAuditor(Actor by) {
        if (by.isIn(Group.AUDITOR)) {
            throw Refusal.forbidden("An auditor changes nothing.", "Ask somebody who may.");
        }
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
                "A complaint with the external id \"" + externalId + "\" is there already.",
                "Read that complaint, or give another external id.");
    }
}
