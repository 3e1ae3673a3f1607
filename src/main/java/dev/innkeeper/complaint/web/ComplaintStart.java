package dev.innkeeper.complaint.web;

import dev.innkeeper.api.Idempotency;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.complaint.ComplaintDesk;
import dev.innkeeper.complaint.ComplaintState;
import dev.innkeeper.complaint.process.ComplaintProcess;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts complaints, each once per key or external id of its caller. */
@Component
class ComplaintStart {

    private final Idempotency idempotency;
    private final ComplaintProcess process;
    private final ComplaintDesk desk;

    ComplaintStart(Idempotency idempotency, ComplaintProcess process, ComplaintDesk desk) {
        this.idempotency = idempotency;
        this.process = process;
        this.desk = desk;
    }

    /** Starts the complaint, or returns the first answer. */
    Idempotency.Once<ComplaintSummary> start(
            ComplaintRequest request, @Nullable String key, Actor by) {
        List<String> keys = new ArrayList<>();
        if (key != null) {
            keys.add("complaint:" + key);
        }
        if (request.externalId() != null) {
            keys.add("external-id:" + request.externalId().strip());
        }
        return idempotency.once(
                keys,
                by.userId(),
                request,
                ComplaintSummary.class,
                () -> summary(process.start(request.toIntake(), by).number()));
    }

    ComplaintSummary summary(CaseNumber number) {
        ComplaintState state = desk.state(number);
        return ComplaintSummary.of(state.complaint(), state.progress());
    }
}
