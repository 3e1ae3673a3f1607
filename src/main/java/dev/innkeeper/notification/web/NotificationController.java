package dev.innkeeper.notification.web;

import dev.innkeeper.api.PageOf;
import dev.innkeeper.common.Actor;
import dev.innkeeper.notification.NoticeText;
import dev.innkeeper.notification.Notification;
import dev.innkeeper.notification.Notifications;
import dev.innkeeper.notification.Outbox;
import dev.innkeeper.notification.OutboxMessage;
import dev.innkeeper.notification.OutboxMessage.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Notifications", description = "What you have been told")
class NotificationController {

    private final Notifications notifications;
    private final Outbox outbox;
    private final NoticeText texts;

    NotificationController(Notifications notifications, Outbox outbox, NoticeText texts) {
        this.notifications = notifications;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** A page of notifications. */
    @Schema(name = "Notifications")
    record Page(long unread, List<Item> notifications) {}

    /** A notification in the language of the request. */
    @Schema(name = "Notification")
    record Item(
            long id,
            String caseNumber,
            String kind,
            String subject,
            String text,
            Instant at,
            boolean read) {}

    /** A state of the outbox with its messages. */
    record OutboxPage(long waiting, long stuck, long lagSeconds, PageOf<OutboxMessage> messages) {}

    @GetMapping
    @Operation(operationId = "listNotifications", summary = "List your notifications, latest first")
    Page list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") int limit,
            Locale language) {
        return new Page(
                notifications.unread(actor),
                notifications.list(actor, unread, before, limit).stream()
                        .map(one -> item(one, language))
                        .toList());
    }

    @PostMapping("/{id}/read")
    @Operation(operationId = "readNotification", summary = "Mark a notification as read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor, @PathVariable long id) {
        notifications.markRead(actor, id);
    }

    @GetMapping("/outbox")
    @Operation(
            operationId = "listOutbox",
            summary = "List messages that leave the service, oldest first")
    OutboxPage outbox(
            @RequestParam(defaultValue = "STUCK") State state,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageOf.LAST) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        return new OutboxPage(
                outbox.count(State.WAITING),
                outbox.count(State.STUCK),
                outbox.lag().toSeconds(),
                PageOf.of(outbox.list(state, page * size, size), page, size, message -> message));
    }

    @PostMapping("/outbox/{id}/retry")
    @Operation(operationId = "retryMessage", summary = "Send a stuck message again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable long id) {
        outbox.retry(id);
    }

    private Item item(Notification one, Locale language) {
        return new Item(
                one.id(),
                one.caseNumber().value(),
                one.kind(),
                texts.subject(one, language),
                texts.text(one, language),
                one.at(),
                one.read());
    }
}
