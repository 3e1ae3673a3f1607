package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.common.Actor;
import java.time.Instant;

/** A deal with everything that one operation adds to its file. */
final class DealFile extends CaseFile {

    private final Deal deal;

    DealFile(Deal deal, Instant now, Actor by) {
        super(deal.number(), now, by);
        this.deal = deal;
    }

    Deal deal() {
        return deal;
    }
}
