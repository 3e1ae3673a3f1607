package dev.innkeeper.casefile;

import dev.innkeeper.notification.Notifications;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what operations add to the files of cases. */
@Component
public class CaseFiles {

    private final TimeLine timeLine;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    CaseFiles(TimeLine timeLine, Notifications notifications, ApplicationEventPublisher events) {
        this.timeLine = timeLine;
        this.notifications = notifications;
        this.events = events;
    }

    /** Writes the entries, passes on the notices, and publishes the events. */
    public void log(CaseFile file) {
        timeLine.add(file.entries());
        file.notices().forEach(notifications::notify);
        file.events().forEach(events::publishEvent);
    }
}
