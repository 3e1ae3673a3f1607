package dev.innkeeper.notification;

import dev.innkeeper.common.CaseNumber;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a notice for sending. */
@Component
class NotificationReader {

    private final JdbcClient jdbc;
    private final NoticeArguments arguments;

    NotificationReader(JdbcClient jdbc, NoticeArguments arguments) {
        this.jdbc = jdbc;
        this.arguments = arguments;
    }

    Notification read(long id) {
        return jdbc.sql("SELECT * FROM notification WHERE id = ?")
                .param(id)
                .query(
                        (row, n) ->
                                new Notification(
                                        row.getLong("id"),
                                        new CaseNumber(row.getString("case_number")),
                                        row.getString("kind"),
                                        arguments.read(row.getString("args")),
                                        row.getObject("created_at", LocalDateTime.class)
                                                .toInstant(ZoneOffset.UTC),
                                        false))
                .single();
    }
}
