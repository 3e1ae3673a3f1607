package dev.innkeeper.notification;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Utc;
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
                                        Utc.read(row, "created_at"),
                                        false))
                .single();
    }
}
