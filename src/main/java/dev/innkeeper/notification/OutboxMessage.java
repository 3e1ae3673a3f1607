package dev.innkeeper.notification;

import java.time.Instant;

/**
 * A message that leaves, or should leave, the machine.
 *
 * @param id a running number
 * @param notificationId the notice that it carries
 * @param channel {@code MAIL} or {@code WEBHOOK}
 * @param receiverKind {@code GROUP} (to be spread over its members), {@code USER} or {@code HOOK}
 * @param receiver the id of the group or user, or the name of the webhook
 * @param state {@code WAITING}, {@code SENT}, {@code SPREAD} over the members, {@code SKIPPED}
 *     (nobody or no address) or {@code STUCK}
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
        String state,
        int attempts,
        Instant dueAt,
        String lastError,
        Instant createdAt) {}
