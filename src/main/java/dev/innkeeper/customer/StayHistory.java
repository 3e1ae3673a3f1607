package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.common.Utc;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stays of the past, taken many at once and known by their ids. */
@Service
@Transactional
public class StayHistory {

    private static final int EXTERNAL_ID = 100;
    private static final int CUSTOMER = 100;

    private final PastCustomers customers;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CasefileProperties properties;

    StayHistory(
            PastCustomers customers,
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate named,
            ApplicationEventPublisher events,
            Clock clock,
            CasefileProperties properties) {
        this.customers = customers;
        this.jdbc = jdbc;
        this.named = named;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /** What a stay was: all of it may be corrected. */
    private record Content(
            StayKind kind,
            LocalDate arrivedOn,
            LocalDate leftOn,
            Money spend,
            @Nullable BigDecimal margin) {

        static Content of(PastStay row) {
            return new Content(
                    row.kind(), row.arrivedOn(), row.leftOn(), row.spend(), scaled(row.margin()));
        }

        static @Nullable BigDecimal scaled(@Nullable BigDecimal margin) {
            return margin == null ? null : margin.setScale(2);
        }
    }

    /** A stay while rows of the past are laid over it. */
    private static final class Held {

        private final String externalId;
        private final PastCustomers.@Nullable Mention mention;
        private final @Nullable String customerId;
        private Content content;
        private boolean changed;

        Held(
                String externalId,
                PastCustomers.@Nullable Mention mention,
                @Nullable String customerId,
                Content content) {
            this.externalId = externalId;
            this.mention = mention;
            this.customerId = customerId;
            this.content = content;
        }

        boolean isNew() {
            return mention != null;
        }

        boolean isOf(PastCustomers.Mention other) {
            return mention != null
                    ? mention == other
                    : Objects.requireNonNull(customerId).equals(other.id());
        }

        String customer() {
            return mention == null
                    ? Objects.requireNonNull(customerId)
                    : Objects.requireNonNull(mention.id());
        }
    }

    /**
     * Takes the rows that can be taken.
     *
     * @return what became of each, in their order
     * @throws org.springframework.dao.DuplicateKeyException where somebody entered one of them at
     *     the same moment: to be done again
     */
    public List<PastRow> take(List<PastStay> rows, PastSource source) {
        source.by().refuseAuditor();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, properties.zone());
        PastRows<PastStay> checked = new PastRows<>(rows, row -> checked(row, today));
        Map<String, PastCustomers.Mention> mentions =
                customers.find(checked.say(PastStay::customer), source.system());
        Map<String, Held> held = held(checked.say(PastStay::externalId));
        List<PastRow> outcomes = checked.lay(row -> lay(row, mentions.get(row.customer()), held));
        write(held.values(), source, now);
        return outcomes;
    }

    private static PastStay checked(PastStay row, LocalDate today) {
        String id = Texts.required("externalId", row.externalId(), EXTERNAL_ID);
        String customer = Texts.required("customerId", row.customer(), CUSTOMER);
        LedgerDays.notAhead("leftOn", row.leftOn(), today);
        LedgerDays.inOrder("leftOn", row.arrivedOn(), row.leftOn());
        return new PastStay(
                id,
                customer,
                CustomerDesk.checked(row.contact()),
                row.kind(),
                row.arrivedOn(),
                row.leftOn(),
                row.spend(),
                row.margin());
    }

    private static PastRow lay(
            PastStay row, PastCustomers.Mention mention, Map<String, Held> held) {
        if (mention.refusal() != null) {
            return PastRow.refused(mention.refusal());
        }
        Held stay = held.get(row.externalId());
        Content content = Content.of(row);
        if (stay == null) {
            held.put(row.externalId(), new Held(row.externalId(), mention, null, content));
            mention.says(row.contact());
            mention.seen(row.arrivedOn());
            mention.left(row.leftOn());
            return PastRow.TAKEN;
        }
        if (!stay.isOf(mention)) {
            throw Refusal.refused(
                    "customerId",
                    "Stay %1$s is there as one of another customer. | 消费记录%1$s属于另一位客户。"
                            .formatted(row.externalId()),
                    "Give each stay its own id. | 每条消费记录请使用各自的编号。");
        }
        if (stay.content.equals(content)) {
            return PastRow.UNCHANGED;
        }
        stay.content = content;
        stay.changed = true;
        return PastRow.CHANGED;
    }

    private Map<String, Held> held(List<String> ids) {
        Map<String, Held> held = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return held;
        }
        named.query(
                """
                SELECT external_id, customer_id, kind, arrived_on, left_on, spend, margin
                FROM stay WHERE external_id IN (:ids) FOR UPDATE
                """,
                Map.of("ids", ids),
                row -> {
                    String id = row.getString("external_id");
                    held.put(
                            id,
                            new Held(
                                    id,
                                    null,
                                    row.getString("customer_id"),
                                    new Content(
                                            StayKind.valueOf(row.getString("kind")),
                                            row.getObject("arrived_on", LocalDate.class),
                                            row.getObject("left_on", LocalDate.class),
                                            new Money(row.getBigDecimal("spend")),
                                            row.getBigDecimal("margin"))));
                });
        return held;
    }

    private void write(Collection<Held> held, PastSource source, Instant now) {
        List<Held> entered = held.stream().filter(Held::isNew).toList();
        List<Held> changed = held.stream().filter(each -> !each.isNew() && each.changed).toList();
        Set<PastCustomers.Mention> mentions = new LinkedHashSet<>();
        entered.forEach(each -> mentions.add(Objects.requireNonNull(each.mention)));
        customers.enter(mentions, source, now, properties.zone());
        customers.seen(mentions, properties.zone());
        ManyRows.insert(
                jdbc,
                """
                INSERT INTO stay (external_id, customer_id, kind, arrived_on, left_on, spend,
                    margin, imported, entered_at)
                """,
                entered.stream()
                        .map(
                                each ->
                                        new @Nullable Object[] {
                                            each.externalId,
                                            each.customer(),
                                            each.content.kind().name(),
                                            each.content.arrivedOn(),
                                            each.content.leftOn(),
                                            each.content.spend().amount(),
                                            each.content.margin(),
                                            true,
                                            Utc.of(now)
                                        })
                        .toList());
        correct(changed);
        Set<String> whose =
                held.stream()
                        .filter(each -> each.isNew() || each.changed)
                        .map(Held::customer)
                        .collect(Collectors.toSet());
        if (!whose.isEmpty()) {
            events.publishEvent(new StaysTaken(whose, true));
        }
    }

    private void correct(List<Held> changed) {
        if (changed.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                UPDATE stay SET kind = ?, arrived_on = ?, left_on = ?, spend = ?, margin = ?
                WHERE external_id = ?
                """,
                changed.stream()
                        .map(
                                each ->
                                        new @Nullable Object[] {
                                            each.content.kind().name(),
                                            each.content.arrivedOn(),
                                            each.content.leftOn(),
                                            each.content.spend().amount(),
                                            each.content.margin(),
                                            each.externalId
                                        })
                        .toList());
        named.update(
                """
                UPDATE customer SET last_visit_on = (
                    SELECT MAX(left_on) FROM stay WHERE stay.customer_id = customer.id)
                WHERE id IN (:ids)
                """,
                Map.of("ids", changed.stream().map(Held::customer).toList()));
    }
}
