package dev.innkeeper.complaint;

import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Phrases of time line, ledger and notices in both languages. */
final class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Words() {}

    static String both(String english, String chinese) {
        return english + " | " + chinese;
    }

    static String of(Group group) {
        return both(group.english(), group.chinese());
    }

    static String of(Severity severity) {
        return both(severity.english(), severity.chinese());
    }

    static String of(Category category) {
        return both(category.english(), category.chinese());
    }

    static String of(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "-" : MINUTE.format(moment.atZone(zone));
    }
}
