package dev.innkeeper.complaint;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.casefile.ClockBook;
import dev.innkeeper.common.Actor;
import java.time.Instant;

/** A complaint with everything that one operation adds to its file. */
final class ComplaintFile extends CaseFile {

    private final Complaint complaint;
    private final ClockBook clocks;

    ComplaintFile(Complaint complaint, ClockBook clocks, Instant now, Actor by) {
        super(complaint.number(), now, by);
        this.complaint = complaint;
        this.clocks = clocks;
    }

    Complaint complaint() {
        return complaint;
    }

    ClockBook clocks() {
        return clocks;
    }
}
