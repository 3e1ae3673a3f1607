package dev.innkeeper.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether this is a demonstration.
 *
 * @param enabled true for users with well-known passwords and a clock that may be moved, never for
 *     a hotel at work; not set: true with the embedded database, false with an outside one
 * @param day whether a demonstration that finds no complaint begins with a day of the hotel; false
 *     for an empty work list
 */
@ConfigurationProperties("innkeeper.demo")
public record DemoProperties(@Nullable Boolean enabled, @DefaultValue("true") boolean day) {}
