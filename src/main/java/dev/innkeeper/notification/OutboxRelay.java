package dev.innkeeper.notification;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.People;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Empties the outbox: soon after a transaction filled it, and at intervals for what is due again or
 * was left by another node.
 */
@Component
class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int AT_ONCE = 5;

    private final Outbox outbox;
    private final NotificationReader notifications;
    private final People people;
    private final Map<String, Channel> channels;
    private final NotificationProperties properties;
    private ScheduledExecutorService worker;

    OutboxRelay(
            Outbox outbox,
            NotificationReader notifications,
            People people,
            List<Channel> channels,
            NotificationProperties properties) {
        this.outbox = outbox;
        this.notifications = notifications;
        this.people = people;
        this.channels =
                channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.properties = properties;
    }

    @TransactionalEventListener
    void afterCommit(OutboxFilled filled) {
        ScheduledExecutorService running = worker;
        if (running != null && !running.isShutdown()) {
            running.execute(this::run);
        }
    }

    /** Sends everything that is due now; answers how many messages were tried. */
    int empty() {
        int tried = 0;
        List<OutboxMessage> taken = outbox.take(AT_ONCE);
        while (!taken.isEmpty()) {
            for (OutboxMessage message : taken) {
                deliver(message);
                tried++;
            }
            taken = outbox.take(AT_ONCE);
        }
        return tried;
    }

    private void deliver(OutboxMessage message) {
        try {
            Address receiver =
                    new Address(Address.Kind.valueOf(message.receiverKind()), message.receiver());
            if (receiver.kind() == Address.Kind.GROUP) {
                outbox.spread(
                        message,
                        Group.find(receiver.name()).map(people::membersOf).orElse(List.of()));
                return;
            }
            Channel channel = channels.get(message.channel());
            boolean reached =
                    channel != null
                            && channel.send(
                                    message.notificationId() + "." + message.id(),
                                    receiver,
                                    notifications.read(message.notificationId()));
            if (reached) {
                outbox.sent(message);
            } else {
                outbox.skipped(message);
            }
        } catch (Exception e) {
            if (outbox.failed(message, String.valueOf(e.getMessage()))) {
                LOG.error(
                        "Message {} to {} is stuck after {} attempts: {}. See GET"
                                + " /api/notifications/outbox?state=STUCK.",
                        message.id(),
                        message.receiver(),
                        message.attempts() + 1,
                        e.getMessage());
            } else {
                LOG.warn(
                        "Message {} to {} could not be sent and is tried again: {}",
                        message.id(),
                        message.receiver(),
                        e.getMessage());
            }
        }
    }

    private void run() {
        try {
            empty();
        } catch (RuntimeException e) {
            LOG.warn("The outbox could not be read and is tried again: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        worker =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "outbox");
                            thread.setDaemon(true);
                            return thread;
                        });
        long pause = properties.poll().toMillis();
        worker.scheduleWithFixedDelay(this::run, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = worker;
        running.shutdown();
        try {
            if (!running.awaitTermination(20, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null && !worker.isShutdown();
    }
}
