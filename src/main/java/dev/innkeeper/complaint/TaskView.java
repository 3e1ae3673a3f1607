package dev.innkeeper.complaint;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.ClockView;
import dev.innkeeper.casefile.DocumentView;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.customer.CustomerView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a person needs to see who works on a complaint.
 *
 * @param complaint the complaint
 * @param progress its answers and dates now
 * @param customer the customer, or null where the guest is anonymous
 * @param history earlier and later complaints of the same customer, latest first, at most 20
 * @param clocks every clock with its ledger, in the order of their start
 * @param timeLine everything that happened, oldest first; entries with a decision id are the
 *     judgements
 * @param rootCauses the causes that may be named, those of the category first
 * @param allowed what can be done next, whoever may do it
 */
public record TaskView(
        ComplaintView complaint,
        Progress progress,
        @Nullable CustomerView customer,
        List<ComplaintRow> history,
        List<ClockView> clocks,
        List<TimeLineEntry> timeLine,
        List<FindingView> findings,
        List<CompensationView> compensations,
        List<CallbackView> callbacks,
        List<GuestMessageView> messages,
        List<CaseLink> links,
        List<DocumentView> documents,
        List<CorrectiveActionView> correctiveActions,
        List<RootCause> rootCauses,
        Set<ComplaintAction> allowed) {}
