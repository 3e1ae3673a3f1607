package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Utc;
import dev.innkeeper.customer.KeyAccounts;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.keyaccount.facts.AccountTraits;
import dev.innkeeper.keyaccount.facts.CreditScore;
import dev.innkeeper.keyaccount.facts.SalesShare;
import dev.innkeeper.keyaccount.facts.SignedContract;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which customers are key accounts, by the rules of {@code keyaccount/key-account-status}: asked
 * for those with a won deal, since small guests are not made key accounts by one good margin. What
 * was judged of the customer with any deal counts on; a contract counts while it runs. An answer is
 * recorded with the latest deal where it is another one than before.
 */
@Component
class KeyAccountStandings implements KeyAccounts {

    private static final int YEAR = 365;

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final ZoneId zone;

    KeyAccountStandings(JdbcClient jdbc, Decisions decisions, CasefileProperties properties) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.zone = properties.zone();
    }

    @Override
    public Set<String> among(Collection<Candidate> customers, LocalDate asOf) {
        if (customers.isEmpty()) {
            return Set.of();
        }
        Map<String, List<Won>> won = won(customers, asOf);
        Set<String> found = new HashSet<>();
        for (Candidate customer : customers) {
            List<Won> deals = won.getOrDefault(customer.customerId(), List.of());
            if (!deals.isEmpty() && isKeyAccount(customer, deals, asOf)) {
                found.add(customer.customerId());
            }
        }
        return found;
    }

    private boolean isKeyAccount(Candidate customer, List<Won> deals, LocalDate asOf) {
        List<Record> facts = new ArrayList<>();
        deals.stream()
                .filter(deal -> deal.runsOn(asOf))
                .map(deal -> new SignedContract(deal.termMonths(), deal.value()))
                .forEach(facts::add);
        facts.add(
                new AccountTraits(
                        deals.stream().anyMatch(Won::marginAboveAverage),
                        customer.strategic() || deals.stream().anyMatch(Won::strategic),
                        deals.stream().anyMatch(Won::advancedManagement)));
        Stream.of(customer.sharePercent(), deals.get(0).sharePercent())
                .filter(share -> share != null)
                .max(BigDecimal::compareTo)
                .map(SalesShare::new)
                .ifPresent(facts::add);
        if (customer.creditScore() != null) {
            facts.add(new CreditScore(customer.creditScore()));
        }
        return decisions
                .decide(
                        KeyAccountDecisions.KEY_ACCOUNT_STATUS,
                        new Facts(facts),
                        deals.get(0).number(),
                        answer -> answer.keyAccount() != customer.keyAccount())
                .result()
                .keyAccount();
    }

    /** The won deals that were not cancelled, of each customer the latest first. */
    private Map<String, List<Won>> won(Collection<Candidate> customers, LocalDate asOf) {
        Instant end = asOf.plusDays(1).atStartOfDay(zone).toInstant();
        return jdbc
                .sql(
                        """
                        SELECT number, customer_id, value, term_months, contract_date, closed_at,
                               margin_above_average, strategic, advanced_management,
                               100 * SUM(IF(closed_at > :year, value, 0))
                                   OVER (PARTITION BY customer_id)
                               / NULLIF((SELECT SUM(value) FROM deal WHERE stage = 'WON'
                                     AND closed_at > :year AND closed_at < :end), 0) AS share
                        FROM deal
                        WHERE customer_id IN (:ids) AND stage = 'WON' AND cancelled_at IS NULL
                          AND closed_at < :end
                        ORDER BY closed_at DESC, number DESC
                        """)
                .param("ids", customers.stream().map(Candidate::customerId).toList())
                .param("end", Utc.of(end))
                .param("year", Utc.of(asOf.minusDays(YEAR).atStartOfDay(zone).toInstant()))
                .query((row, n) -> won(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Won::customerId));
    }

    private Won won(ResultSet row) throws SQLException {
        LocalDate signed = row.getObject("contract_date", LocalDate.class);
        return new Won(
                row.getString("number"),
                row.getString("customer_id"),
                row.getBigDecimal("value"),
                row.getInt("term_months"),
                signed == null ? LocalDate.ofInstant(Utc.read(row, "closed_at"), zone) : signed,
                row.getBoolean("margin_above_average"),
                row.getBoolean("strategic"),
                row.getBoolean("advanced_management"),
                row.getBigDecimal("share"));
    }

    private record Won(
            String number,
            String customerId,
            BigDecimal value,
            int termMonths,
            LocalDate signedOn,
            boolean marginAboveAverage,
            boolean strategic,
            boolean advancedManagement,
            @Nullable BigDecimal sharePercent) {

        boolean runsOn(LocalDate day) {
            return signedOn.plusMonths(termMonths).isAfter(day);
        }
    }
}
