package dev.innkeeper.complaint;

import static dev.innkeeper.complaint.ComplaintFixtures.LI_WEI;
import static dev.innkeeper.complaint.ComplaintFixtures.about;
import static dev.innkeeper.complaint.ComplaintFixtures.noise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Page;
import dev.innkeeper.complaint.ComplaintFixtures.Life;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InnkeeperTest
class ComplaintListIT {

    @Autowired private ComplaintDesk desk;
    @Autowired private ComplaintList list;
    @Autowired private InnkeeperClock clock;
    @Autowired private JdbcClient jdbc;

    private CaseNumber noise;
    private CaseNumber poison;
    private CaseNumber bill;
    private Instant later;

    @BeforeEach
    void threeComplaints() {
        noise = Life.of(desk, noise().contact(LI_WEI).externalId("PMS_1")).number();
        poison = Life.of(desk, about(Category.FOOD_SAFETY, Harm.HEALTH)).number();
        clock.advance(Duration.ofMinutes(20));
        later = clock.instant();
        desk.escalate(poison);
        bill = Life.of(desk, about(Category.BILLING, Harm.FINANCIAL).externalId("PMSx2")).number();
    }

    @Test
    void listsTheLatestFirstAndPageByPage() {
        assertThat(find(ComplaintFilter.ALL)).hasSize(3).first().isEqualTo(bill);
        Page<ComplaintRow> second = list.find(ComplaintFilter.ALL, ComplaintSort.NUMBER, 2, 2);
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.items()).extracting(ComplaintRow::number).containsExactly(bill);
    }

    @Test
    void ordersByUrgencyAndByDeadline() {
        assertThat(numbers(ComplaintSort.MOST_URGENT_FIRST)).containsExactly(poison, noise, bill);
        assertThat(numbers(ComplaintSort.RESOLVE_BY).get(0)).isEqualTo(poison);
        assertThat(numbers(ComplaintSort.RECEIVED_OLDEST_FIRST)).endsWith(bill);
    }

    @Test
    void narrowsByEachField() {
        assertThat(find(filter(Set.of(Severity.S1), null, null, null, null)))
                .containsExactly(poison);
        assertThat(find(filter(Set.of(), Group.FINANCE, null, null, null))).containsExactly(bill);
        assertThat(find(filter(Set.of(), Group.GENERAL_MANAGER, null, null, null)))
                .containsExactly(poison);
        assertThat(find(filter(Set.of(), null, true, null, null))).containsExactly(poison);
        assertThat(find(filter(Set.of(), null, false, null, null))).containsExactly(bill, noise);
        assertThat(find(filter(Set.of(), null, null, true, null))).containsExactly(poison);
        assertThat(find(filter(Set.of(), null, null, null, "PMS_"))).containsExactly(noise);
        assertThat(find(filter(Set.of(), null, null, null, noise.value()))).containsExactly(noise);
        assertThat(find(filter(Set.of(), null, null, null, "%"))).isEmpty();
        assertThat(
                        find(
                                new ComplaintFilter(
                                        Set.of(ComplaintStatus.ASSESSED),
                                        Set.of(),
                                        Set.of(Category.NOISE, Category.BILLING),
                                        null,
                                        Group.ROOMS_SERVICE,
                                        desk.view(noise).complaint().customerId(),
                                        later.minus(Duration.ofHours(1)),
                                        later,
                                        null,
                                        null,
                                        null)))
                .containsExactly(noise);
    }

    @Test
    void everyListHasAnIndex() {
        List<String> indexed =
                jdbc.sql(
                                """
                                SELECT column_name FROM information_schema.statistics
                                WHERE table_schema = DATABASE() AND table_name = 'complaint'
                                  AND seq_in_index = 1\
                                """)
                        .query(String.class)
                        .list();
        assertThat(indexed)
                .contains(
                        "status",
                        "severity",
                        "category",
                        "owner_group",
                        "department",
                        "customer_id",
                        "received_at",
                        "next_due_at",
                        "resolve_by",
                        "level",
                        "external_id");
    }

    private List<CaseNumber> find(ComplaintFilter filter) {
        return list.find(filter, ComplaintSort.RECEIVED_LATEST_FIRST, 0, 50).items().stream()
                .map(ComplaintRow::number)
                .toList();
    }

    private List<CaseNumber> numbers(ComplaintSort sort) {
        return list.find(ComplaintFilter.ALL, sort, 0, 50).items().stream()
                .map(ComplaintRow::number)
                .toList();
    }

    private static ComplaintFilter filter(
            Set<Severity> severities,
            @Nullable Group owner,
            @Nullable Boolean overdue,
            @Nullable Boolean escalated,
            @Nullable String text) {
        return new ComplaintFilter(
                Set.of(),
                severities,
                Set.of(),
                owner,
                null,
                null,
                null,
                null,
                overdue,
                escalated,
                text);
    }
}
