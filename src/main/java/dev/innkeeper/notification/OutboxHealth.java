package dev.innkeeper.notification;

import dev.innkeeper.notification.OutboxMessage.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * What waits in the outbox and what is stuck. The service stays up: mail that cannot leave is no
 * reason to take a node away.
 */
@Component("outboxHealthIndicator")
class OutboxHealth implements HealthIndicator, MeterBinder {

    private final Outbox outbox;
    private final MailChannel mail;

    OutboxHealth(Outbox outbox, MailChannel mail) {
        this.outbox = outbox;
        this.mail = mail;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail(
                        "mail",
                        mail.isOn() ? "on" : "off: no mail server set up (spring.mail.host)")
                .withDetail("waiting", outbox.count(State.WAITING))
                .withDetail("lagSeconds", outbox.lag().toSeconds())
                .withDetail("stuck", outbox.count(State.STUCK))
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("innkeeper.outbox.lag", outbox, one -> one.lag().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How long the oldest message has been waiting to leave")
                .register(registry);
        for (State state : List.of(State.WAITING, State.STUCK)) {
            Gauge.builder("innkeeper.outbox.messages", outbox, one -> one.count(state))
                    .tag("state", state.name())
                    .description("Messages in the outbox that have not left")
                    .register(registry);
        }
    }
}
