package dev.innkeeper.complaint;

import dev.innkeeper.casefile.CaseClocks;
import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.Documents;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.customer.CustomerDesk;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers all that is known of a complaint. */
@Component
class ComplaintViews {

    private static final int LONGEST_HISTORY = 20;

    private final ComplaintRecords records;
    private final ComplaintListing listing;
    private final CorrectiveActionViews correctiveActions;
    private final RootCauses rootCauses;
    private final CustomerDesk customers;
    private final CaseClocks clocks;
    private final TimeLine timeLine;
    private final CaseLinks links;
    private final Documents documents;
    private final Clock clock;

    ComplaintViews(
            ComplaintRecords records,
            ComplaintListing listing,
            CorrectiveActionViews correctiveActions,
            RootCauses rootCauses,
            CustomerDesk customers,
            CaseClocks clocks,
            TimeLine timeLine,
            CaseLinks links,
            Documents documents,
            Clock clock) {
        this.records = records;
        this.listing = listing;
        this.correctiveActions = correctiveActions;
        this.rootCauses = rootCauses;
        this.customers = customers;
        this.clocks = clocks;
        this.timeLine = timeLine;
        this.links = links;
        this.documents = documents;
        this.clock = clock;
    }

    TaskView of(Complaint complaint) {
        CaseNumber number = complaint.number();
        String customerId = complaint.report().customerId();
        List<CaseLink> linked = links.of(number);
        return new TaskView(
                complaint.view(),
                complaint.progress(),
                customerId == null ? null : customers.read(customerId),
                customerId == null
                        ? List.of()
                        : listing.ofCustomer(customerId, number, LONGEST_HISTORY),
                clocks.of(number, clock.instant()),
                timeLine.of(number),
                records.findings(number),
                records.compensations(number).stream()
                        .map(ComplaintRecords.Compensating::view)
                        .toList(),
                records.callbacks(number),
                records.messages(number),
                linked,
                documents.of(number),
                correctiveActions.of(
                        linked.stream()
                                .filter(link -> link.kind() == CaseLink.Kind.CORRECTED_BY)
                                .map(CaseLink::other)
                                .toList()),
                sorted(complaint),
                complaint.allowed());
    }

    private List<RootCause> sorted(Complaint complaint) {
        var category = complaint.view().category();
        return rootCauses.all().stream()
                .sorted(Comparator.comparing((RootCause cause) -> cause.category() != category))
                .toList();
    }
}
