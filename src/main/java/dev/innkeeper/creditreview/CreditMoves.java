package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.customer.MovesWithCustomer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The credit of two files that become one. A survivor without credit takes over the other's. Where
 * both have credit, the survivor's terms go on and are reviewed the next night, since it now owes
 * what both owed; the other's stay readable in its history.
 */
@Component
class CreditMoves implements MovesWithCustomer {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    CreditMoves(JdbcClient jdbc, Clock clock, CasefileProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = properties.zone();
    }

    private record Account(boolean hold, @Nullable String review, @Nullable String dunning) {}

    @Override
    public void check(String survivor, String other) {
        Optional<Account> account = account(other);
        if (account.isEmpty()) {
            return;
        }
        Account of = account.get();
        refuseOpen(survivor, other, of.review());
        refuseOpen(survivor, other, of.dunning());
        if (of.hold() && account(survivor).filter(own -> !own.hold()).isPresent()) {
            throw Refusal.notNow(
                    "The credit of customer %1$s is on hold, that of %2$s is not. | 客户%1$s的信用已冻结，%2$s未冻结。"
                            .formatted(other, survivor),
                    "Hold the credit of %1$s too, or release that of %2$s. | 请同时冻结%1$s，或解冻%2$s。"
                            .formatted(survivor, other));
        }
    }

    private static void refuseOpen(String survivor, String other, @Nullable String open) {
        if (open != null) {
            throw Refusal.notNow(
                    "Case %1$s of customer %2$s is open. | 客户%2$s的案件%1$s尚未结束。"
                            .formatted(open, other),
                    ("Finish it first; or merge %1$s into %2$s, where %1$s has none open. |"
                                    + " 请先办结；如%1$s无未结案件，可改为将%1$s并入%2$s。")
                            .formatted(survivor, other));
        }
    }

    @Override
    public List<Rows> rows(String survivor, String other) {
        List<Rows> rows = new ArrayList<>();
        rows.add(Rows.versioned("credit_review", "number"));
        rows.add(Rows.whereFree("credit_event", "CONCAT(cause, ' ', event_key)"));
        rows.add(Rows.versioned("dunning", "number"));
        rows.add(Rows.of("dunning_action", "id"));
        rows.add(Rows.of("credit_check", "decision_id"));
        if (account(survivor).isEmpty()) {
            rows.add(Rows.versioned("credit_account", "'account'"));
            rows.add(Rows.of("credit_terms", "version_number"));
        }
        return rows;
    }

    @Override
    public void moved(String survivor, String other, boolean back) {
        if (account(survivor).isEmpty() || account(other).isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        due(survivor, today);
        due(other, back ? today : NEVER);
    }

    private void due(String customer, LocalDate day) {
        jdbc.sql(
                        """
                        UPDATE credit_account SET next_review_on = ?, version = version + 1
                        WHERE customer_id = ?\
                        """)
                .params(day.toString(), customer)
                .update();
    }

    private Optional<Account> account(String customer) {
        return jdbc.sql(
                        """
                        SELECT hold, open_review, open_dunning FROM credit_account
                        WHERE customer_id = ?\
                        """)
                .param(customer)
                .query(
                        (row, n) ->
                                new Account(
                                        row.getBoolean("hold"),
                                        row.getString("open_review"),
                                        row.getString("open_dunning")))
                .optional();
    }
}
