package dev.innkeeper.complaint;

import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Finding;
import java.time.Instant;

/** A finding of the investigation; a reopened complaint has several, the latest last. */
public record FindingView(
        Instant at,
        String by,
        Finding finding,
        String account,
        String rootCause,
        String rootCauseEnglish,
        String rootCauseChinese,
        String rootCauseWords,
        Group answerable) {}
