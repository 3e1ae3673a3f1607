package dev.innkeeper.notification;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notices of all cases: written in the transaction of what they tell about, listed for whom
 * they concern, and handed to the outbox for everything that leaves the machine.
 */
@Service
public class Notifications {

    private static final int LONGEST_LIST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Outbox outbox;
    private final NoticeArguments arguments;
    private final ApplicationEventPublisher events;

    Notifications(
            JdbcClient jdbc,
            Clock clock,
            Outbox outbox,
            NoticeArguments arguments,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
        this.arguments = arguments;
        this.events = events;
    }

    /**
     * Tells departments and people. The notice is there exactly when the caller's transaction
     * commits; mails and webhooks leave afterwards. A notice to nobody is not kept.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void notify(Notice notice) {
        List<Address> addresses = addressesOf(notice);
        if (addresses.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        long id = insert(notice, now);
        List<Object> values = new ArrayList<>();
        for (Address address : addresses) {
            values.addAll(List.of(address.kind().name(), address.name(), id));
        }
        jdbc.sql(
                        """
                        INSERT INTO notification_receiver
                            (receiver_kind, receiver, notification_id)
                        VALUES\s\
                        """
                                + String.join(
                                        ", ", Collections.nCopies(addresses.size(), "(?, ?, ?)")))
                .params(values)
                .update();
        if (outbox.put(id, addresses, now)) {
            events.publishEvent(new OutboxFilled());
        }
    }

    /** Whether customers are written to from here; without a mail server they are not. */
    public boolean reachesCustomers() {
        return outbox.reachesCustomers();
    }

    /**
     * Erases the notices of cases, with those that have not left the machine yet.
     *
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Collection<String> cases) {
        return cases.isEmpty()
                ? 0
                : jdbc.sql("DELETE FROM notification WHERE case_number IN (:cases)")
                        .param("cases", List.copyOf(cases))
                        .update();
    }

    /**
     * The notices of a person and of the person's departments, latest first.
     *
     * @param unreadOnly leaves out those that the person has read
     * @param before only those with a lower number; {@link Long#MAX_VALUE} for the first page
     * @param limit at most so many, 1 to 200
     */
    @Transactional(readOnly = true)
    public List<Notification> list(Actor actor, boolean unreadOnly, long before, int limit) {
        return jdbc.sql(
                        """
                        SELECT n.id, n.case_number, n.kind, n.args, n.created_at,
                               s.read_at IS NOT NULL AS is_read
                        FROM (SELECT DISTINCT notification_id FROM notification_receiver
                              WHERE (receiver_kind, receiver) IN (:addresses)
                                AND notification_id < :before) mine
                        JOIN notification n ON n.id = mine.notification_id
                        LEFT JOIN notification_read s
                            ON s.notification_id = n.id AND s.user_id = :user
                        WHERE :all OR s.read_at IS NULL
                        ORDER BY n.id DESC LIMIT :limit\
                        """)
                .param("addresses", addressesOf(actor))
                .param("before", before)
                .param("user", actor.userId())
                .param("all", !unreadOnly)
                .param("limit", Math.min(Math.max(limit, 1), LONGEST_LIST))
                .query(
                        (row, n) ->
                                new Notification(
                                        row.getLong("id"),
                                        new CaseNumber(row.getString("case_number")),
                                        row.getString("kind"),
                                        arguments.read(row.getString("args")),
                                        Utc.read(row, "created_at"),
                                        row.getBoolean("is_read")))
                .list();
    }

    /** How many notices the person has not read. */
    @Transactional(readOnly = true)
    public long unread(Actor actor) {
        return jdbc.sql(
                        """
                        SELECT COUNT(DISTINCT r.notification_id) FROM notification_receiver r
                        LEFT JOIN notification_read s
                            ON s.notification_id = r.notification_id AND s.user_id = :user
                        WHERE (r.receiver_kind, r.receiver) IN (:addresses)
                          AND s.read_at IS NULL\
                        """)
                .param("addresses", addressesOf(actor))
                .param("user", actor.userId())
                .query(Long.class)
                .single();
    }

    /**
     * Marks a notice as read by this person; for others of the department it stays as it is.
     * Marking it again changes nothing.
     *
     * @throws Refusal UNKNOWN where there is no such notice for this person
     */
    @Transactional
    public void markRead(Actor actor, long id) {
        boolean concerned =
                jdbc.sql(
                                        """
                                        SELECT COUNT(*) FROM notification_receiver
                                        WHERE (receiver_kind, receiver) IN (:addresses)
                                          AND notification_id = :id\
                                        """)
                                .param("addresses", addressesOf(actor))
                                .param("id", id)
                                .query(Long.class)
                                .single()
                        > 0;
        if (!concerned) {
            throw Refusal.unknown(
                    "id",
                    "You have no notification %1$d. | 您没有编号为%1$d的通知。".formatted(id),
                    "Take an id from your list. | 请使用列表中的编号。");
        }
        jdbc.sql(
                        """
                        INSERT IGNORE INTO notification_read (user_id, notification_id, read_at)
                        VALUES (?, ?, ?)\
                        """)
                .params(actor.userId(), id, Utc.of(clock.instant()))
                .update();
    }

    private long insert(Notice notice, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO notification (case_number, kind, args, created_at)
                        VALUES (?, ?, ?, ?) RETURNING id\
                        """)
                .params(
                        notice.caseNumber().value(),
                        notice.kind(),
                        arguments.write(notice.args()),
                        Utc.of(now))
                .query(Long.class)
                .single();
    }

    private static List<Address> addressesOf(Notice notice) {
        return Stream.of(
                        notice.groups().stream().map(Address::of),
                        notice.users().stream().map(Address::ofUser),
                        notice.customers().stream().map(Address::ofCustomer))
                .flatMap(each -> each)
                .toList();
    }

    private static List<Object[]> addressesOf(Actor actor) {
        List<Object[]> addresses = new ArrayList<>();
        addresses.add(new Object[] {Address.Kind.USER.name(), actor.userId()});
        for (Group group : actor.groups()) {
            addresses.add(new Object[] {Address.Kind.GROUP.name(), group.id()});
        }
        return addresses;
    }
}
