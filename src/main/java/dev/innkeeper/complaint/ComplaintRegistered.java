package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.complaint.facts.Channel;

/** A complaint was received; published in its transaction. */
public record ComplaintRegistered(CaseNumber number, Channel channel, boolean linkedToExisting) {}
