package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.Idempotency;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.process.KeyAccountProcess;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts leads, each once per key or external id of its caller. */
@Component
class DealStart {

    private final Idempotency idempotency;
    private final KeyAccountProcess process;
    private final DealDesk desk;

    DealStart(Idempotency idempotency, KeyAccountProcess process, DealDesk desk) {
        this.idempotency = idempotency;
        this.process = process;
        this.desk = desk;
    }

    /** Starts the lead, or returns the first answer. */
    Idempotency.Once<DealSummary> start(LeadRequest request, @Nullable String key, Actor by) {
        List<String> keys = new ArrayList<>();
        if (key != null) {
            keys.add("lead:" + key);
        }
        if (request.externalId() != null) {
            keys.add("external-id:lead:" + request.externalId().strip());
        }
        return idempotency.once(
                keys,
                by.userId(),
                request,
                DealSummary.class,
                () -> summary(process.start(request.toLead(), by).number()));
    }

    DealSummary summary(CaseNumber number) {
        return DealSummary.of(desk.read(number));
    }
}
