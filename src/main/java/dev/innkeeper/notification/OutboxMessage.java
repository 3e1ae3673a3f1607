package dev.innkeeper.notification;

import java.time.Instant;

/**
 * A message that leaves, or should leave, the machine.
 *
 * @param id a running number
 * @param notificationId the notice that it carries
 * @param channel {@code MAIL} or {@code WEBHOOK}
 * @param receiverKind {@code GROUP} (to be spread over its members), {@code USER}, {@code CUSTOMER}
 *     or {@code HOOK}
 * @param receiver the id of the group, user or customer, or the name of the webhook
 * @param state what became of it
 * @param attempts how often sending was begun
 * @param dueAt when it is tried next
 * @param lastError why the last attempt failed, empty where none did
 * @param createdAt when the notice was written
 */
public record OutboxMessage(
        long id,
        long notificationId,
        String channel,
        String receiverKind,
        String receiver,
        State state,
        int attempts,
        Instant dueAt,
        String lastError,
        Instant createdAt) {

    /** What became of a message. */
    public enum State {
        /** It is to leave, now or after a pause. */
        WAITING,
        /** It has left. */
        SENT,
        /** Each member of the department got a message of their own instead. */
        SPREAD,
        /** There is nobody to send it to, or no address. */
        SKIPPED,
        /** It failed too often and waits for an administrator. */
        STUCK
    }
}
