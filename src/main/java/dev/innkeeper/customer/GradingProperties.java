package dev.innkeeper.customer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the house grades its customers every night. The figures are those of the rules {@code
 * customer/customer-grade}.
 *
 * @param tierKeptDays a tier that a person sets stands for so many days before the night may change
 *     it; whoever asks for the grade anew lets the rules speak at once
 */
@ConfigurationProperties("innkeeper.grading")
public record GradingProperties(@DefaultValue("90") int tierKeptDays) {

    /** Checks that the time is not below zero. */
    public GradingProperties {
        if (tierKeptDays < 0) {
            throw new IllegalArgumentException(
                    "innkeeper.grading.tier-kept-days: give 0 or more days");
        }
    }
}
