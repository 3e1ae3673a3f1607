package dev.innkeeper.complaint;

import dev.innkeeper.complaint.facts.Channel;
import java.time.Instant;

/** A message from the guest. */
public record GuestMessageView(Instant at, String by, Channel channel, String text) {}
