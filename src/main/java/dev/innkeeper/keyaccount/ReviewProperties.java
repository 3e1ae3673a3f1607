package dev.innkeeper.keyaccount;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the steps of a post-deal case review may take, in working days of the office calendar.
 * They are due at the end of the last of these days; the day on which they begin is not counted.
 *
 * @param writeWithin for the owner to write it: 5 by the house's own rule for case reviews
 * @param askWithin for the customer to be asked
 * @param acceptWithin for the manager to accept it
 */
@ConfigurationProperties("innkeeper.deal-review")
public record ReviewProperties(
        @DefaultValue("5") int writeWithin,
        @DefaultValue("5") int askWithin,
        @DefaultValue("5") int acceptWithin) {

    /** Checks that each step has some time. */
    public ReviewProperties {
        if (writeWithin < 1 || askWithin < 1 || acceptWithin < 1) {
            throw new IllegalArgumentException(
                    "innkeeper.deal-review.*: give 1 or more working days");
        }
    }
}
