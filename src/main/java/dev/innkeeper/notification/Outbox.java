package dev.innkeeper.notification;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Utc;
import dev.innkeeper.notification.OutboxMessage.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that leave the machine. A message is taken by moving its due date forward by the
 * lease: nodes do not get in each other's way, and what a killed node had taken is due again.
 */
@Service
public class Outbox {

    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final NotificationProperties properties;
    private final List<Channel> channels;

    Outbox(
            JdbcClient jdbc,
            Clock clock,
            NotificationProperties properties,
            List<Channel> channels) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.channels = channels;
    }

    /** Puts a notice into every channel that is set up; answers whether there was one. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean put(long notificationId, Collection<Address> addresses, Instant now) {
        boolean any = false;
        for (Channel channel : channels.stream().filter(Channel::isOn).toList()) {
            for (Address address : channel.receiversOf(addresses)) {
                insert(notificationId, channel.name(), address, now);
                any = true;
            }
        }
        return any;
    }

    /** Whether anything leaves from this node for customers. */
    boolean reachesCustomers() {
        return channels.stream().anyMatch(channel -> channel.isOn() && channel.reachesCustomers());
    }

    private void insert(long notificationId, String channel, Address address, Instant now) {
        jdbc.sql(
                        """
                        INSERT IGNORE INTO outbox_message
                            (notification_id, channel, receiver_kind, receiver, state, due_at,
                             created_at)
                        VALUES (?, ?, ?, ?, 'WAITING', ?, ?)\
                        """)
                .params(
                        notificationId,
                        channel,
                        address.kind().name(),
                        address.name(),
                        Utc.of(now),
                        Utc.of(now))
                .update();
    }

    /**
     * Takes up to so many messages that are due, for the length of the lease; those of a channel
     * that is not set up here are left to a node that has it.
     */
    @Transactional
    List<OutboxMessage> take(int most) {
        List<String> here = channels.stream().filter(Channel::isOn).map(Channel::name).toList();
        if (here.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<OutboxMessage> due =
                jdbc.sql(
                                """
                                SELECT * FROM outbox_message
                                WHERE state = 'WAITING' AND due_at <= :now AND channel IN (:here)
                                ORDER BY due_at, id LIMIT :most FOR UPDATE SKIP LOCKED\
                                """)
                        .param("now", Utc.of(now))
                        .param("here", here)
                        .param("most", most)
                        .query(Outbox::message)
                        .list();
        if (!due.isEmpty()) {
            jdbc.sql(
                            """
                            UPDATE outbox_message SET attempts = attempts + 1, due_at = :until
                            WHERE id IN (:ids)\
                            """)
                    .param("until", Utc.of(now.plus(properties.lease())))
                    .param("ids", due.stream().map(OutboxMessage::id).toList())
                    .update();
        }
        return due;
    }

    /** Replaces a message to a department by one to each of these members. */
    @Transactional
    void spread(OutboxMessage message, List<String> members) {
        Instant now = clock.instant();
        for (String member : members) {
            insert(message.notificationId(), message.channel(), Address.ofUser(member), now);
        }
        end(message, members.isEmpty() ? State.SKIPPED : State.SPREAD);
    }

    @Transactional
    void sent(OutboxMessage message) {
        end(message, State.SENT);
    }

    /** Nobody is reached by this message, which is no failure. */
    @Transactional
    void skipped(OutboxMessage message) {
        end(message, State.SKIPPED);
    }

    private void end(OutboxMessage message, State state) {
        jdbc.sql("UPDATE outbox_message SET state = ?, done_at = ?, last_error = '' WHERE id = ?")
                .params(state.name(), Utc.of(clock.instant()), message.id())
                .update();
    }

    /** Notes why sending failed and when it is tried again, or that it is stuck. */
    @Transactional
    boolean failed(OutboxMessage message, String error) {
        int attempts = message.attempts() + 1;
        boolean stuck = attempts >= properties.attempts();
        jdbc.sql("UPDATE outbox_message SET state = ?, due_at = ?, last_error = ? WHERE id = ?")
                .params(
                        (stuck ? State.STUCK : State.WAITING).name(),
                        Utc.of(clock.instant().plus(pauseAfter(attempts))),
                        error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error,
                        message.id())
                .update();
        return stuck;
    }

    private Duration pauseAfter(int failures) {
        Duration pause = properties.firstRetry();
        for (int i = 1; i < failures && pause.compareTo(properties.longestRetry()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(properties.longestRetry()) < 0 ? pause : properties.longestRetry();
    }

    /** The messages in a state, oldest first. */
    @Transactional(readOnly = true)
    public Page<OutboxMessage> list(State state, int offset, int limit) {
        return new Page<>(
                jdbc.sql(
                                """
                                SELECT * FROM outbox_message WHERE state = ?
                                ORDER BY created_at, id LIMIT ? OFFSET ?\
                                """)
                        .params(state.name(), limit, offset)
                        .query(Outbox::message)
                        .list(),
                count(state));
    }

    /**
     * Sends a stuck message again, as if it were new.
     *
     * @throws Refusal UNKNOWN where there is no such message, NOT_NOW where it is not stuck
     */
    @Transactional
    public void retry(long id) {
        int changed =
                jdbc.sql(
                                """
                                UPDATE outbox_message
                                SET state = 'WAITING', attempts = 0, due_at = ?
                                WHERE id = ? AND state = 'STUCK'\
                                """)
                        .params(Utc.of(clock.instant()), id)
                        .update();
        if (changed == 0) {
            boolean known =
                    jdbc.sql("SELECT COUNT(*) FROM outbox_message WHERE id = ?")
                                    .param(id)
                                    .query(Long.class)
                                    .single()
                            > 0;
            throw known
                    ? Refusal.notNow(
                            "Message " + id + " is not stuck. | 消息 " + id + " 并未停滞。",
                            "Only stuck messages are sent again. | 只有停滞的消息才能重新发送。")
                    : Refusal.unknown(
                            "id",
                            "There is no message " + id + " in the outbox. | 发件箱中没有消息 " + id + "。",
                            "Take an id from the list of stuck messages. | 请从停滞消息列表中选取编号。");
        }
    }

    /** How many messages are in this state. */
    @Transactional(readOnly = true)
    public long count(State state) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_message WHERE state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    /** How long the oldest message has been waiting to leave; zero where none waits. */
    @Transactional(readOnly = true)
    public Duration lag() {
        return jdbc
                .sql("SELECT MIN(created_at) AS oldest FROM outbox_message WHERE state = 'WAITING'")
                .query((row, n) -> Utc.readNullable(row, "oldest"))
                .list()
                .stream()
                .filter(oldest -> oldest != null)
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(lag -> !lag.isNegative())
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static OutboxMessage message(ResultSet row, int n) throws SQLException {
        return new OutboxMessage(
                row.getLong("id"),
                row.getLong("notification_id"),
                row.getString("channel"),
                row.getString("receiver_kind"),
                row.getString("receiver"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Utc.read(row, "due_at"),
                row.getString("last_error"),
                Utc.read(row, "created_at"));
    }
}
