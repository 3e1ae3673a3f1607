package dev.innkeeper.complaint;

import dev.innkeeper.complaint.facts.Channel;

/**
 * A further message from the guest.
 *
 * @param channel how it came
 * @param text the guest's words, 1 to 20,000 characters
 */
public record GuestMessage(Channel channel, String text) {}
