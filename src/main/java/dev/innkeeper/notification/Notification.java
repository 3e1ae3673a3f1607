package dev.innkeeper.notification;

import dev.innkeeper.common.CaseNumber;
import java.time.Instant;
import java.util.Map;

/**
 * A notice as one receiver finds it in the list.
 *
 * @param id a running number, higher for later ones
 * @param caseNumber the case it is about
 * @param kind what happened
 * @param args what the text names
 * @param at when it happened
 * @param read whether this receiver has read it
 */
public record Notification(
        long id,
        CaseNumber caseNumber,
        String kind,
        Map<String, String> args,
        Instant at,
        boolean read) {}
