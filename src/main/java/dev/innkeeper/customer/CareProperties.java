package dev.innkeeper.customer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the house works when it takes care of its customers. Whom it cares for and what it offers is
 * said by the rules of {@code customer/care-offer}.
 *
 * @param attempts after so many calls that reach nobody a case is closed
 * @param pause from a call that reached nobody to the next
 * @param callWithin the time that whoever calls or makes an offer has for it
 * @param restDays a customer for whom the house cared not so many days ago gets no friendly enquiry
 * @param historyDays a stay that was imported more than so many days after it ended is history, and
 *     starts no care
 */
@ConfigurationProperties("innkeeper.care")
public record CareProperties(
        @DefaultValue("3") int attempts,
        @DefaultValue("1d") Duration pause,
        @DefaultValue("1d") Duration callWithin,
        @DefaultValue("30") int restDays,
        @DefaultValue("30") int historyDays) {

    /** Checks that there is an attempt, and no time below zero. */
    public CareProperties {
        if (attempts < 1) {
            throw new IllegalArgumentException("innkeeper.care.attempts: give 1 or more");
        }
        if (pause.isNegative() || callWithin.isNegative() || restDays < 0 || historyDays < 0) {
            throw new IllegalArgumentException("innkeeper.care.*: give times of 0 or more");
        }
    }
}
