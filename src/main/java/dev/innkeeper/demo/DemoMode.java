package dev.innkeeper.demo;

/**
 * Whether this is a demonstration: users with well-known passwords exist and the clock may be
 * moved. So it is with the embedded database, unless {@code innkeeper.demo.enabled} says otherwise.
 */
public record DemoMode(boolean on) {}
