package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.complaint.facts.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it is now. The fields of the intake are explained at {@link Intake}, those of the
 * handling at {@link Progress}.
 *
 * @param registeredBy the user who entered it
 * @param triaged the fields that triage filled in, by name: category, dimension, harm,
 *     lawyerOrPressNamed
 * @param severityOverridden a manager set the severity
 * @param department the department that handles it, at whatever level it is; null until graded
 * @param callbackAttempts how often the guest was called since the last reply
 * @param version grows with every change
 */
public record ComplaintView(
        CaseNumber number,
        @Nullable String externalId,
        ComplaintStatus status,
        Kind kind,
        Channel channel,
        Instant receivedAt,
        Instant registeredAt,
        String registeredBy,
        @Nullable String customerId,
        Contact contact,
        @Nullable String reference,
        @Nullable Instant eventStart,
        @Nullable Instant eventEnd,
        boolean inHouse,
        @Nullable Instant checkOutAt,
        @Nullable Category category,
        @Nullable ServqualDimension dimension,
        @Nullable Harm harm,
        @Nullable Boolean lawyerOrPressNamed,
        List<String> triaged,
        boolean triageToBeChecked,
        String text,
        @Nullable String remedySought,
        Money amountInDispute,
        boolean publiclyVisible,
        @Nullable Severity severity,
        boolean severityOverridden,
        int level,
        @Nullable Group department,
        @Nullable Group ownerGroup,
        @Nullable Group apologyGroup,
        int reopenings,
        int callbackAttempts,
        @Nullable CallbackOutcome callbackOutcome,
        @Nullable Instant repliedAt,
        @Nullable Instant closedAt,
        @Nullable CaseNumber linkedTo,
        long version) {}
