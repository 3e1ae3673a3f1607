package dev.innkeeper.nightly;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the nightly work is done.
 *
 * @param enabled whether this node takes part
 * @param at from when on a day, in the zone of the house; a service that was down then catches up
 */
@ConfigurationProperties("innkeeper.nightly")
record NightProperties(
        @DefaultValue("true") boolean enabled, @DefaultValue("02:00") LocalTime at) {}
