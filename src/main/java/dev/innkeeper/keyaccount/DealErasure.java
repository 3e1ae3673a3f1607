package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseErasure;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.customer.ErasesCustomer;
import dev.innkeeper.customer.FileSection;
import dev.innkeeper.customer.HoldsCustomer;
import dev.innkeeper.customer.LegalHold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the customer out of deals that are over; stages, values and reasons stay. */
@Component
class DealErasure implements HoldsCustomer, ErasesCustomer {

    private final JdbcClient jdbc;
    private final CaseErasure cases;

    DealErasure(JdbcClient jdbc, CaseErasure cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    @Override
    public List<LegalHold> holds(String customerId, LocalDate today) {
        List<LegalHold> holds = new ArrayList<>();
        jdbc.sql(
                        """
                        SELECT d.number,
                            d.stage NOT IN ('WON', 'LOST', 'DISCARDED', 'LINKED') AS open,
                            d.stage = 'WON' AND d.cancelled_at IS NULL AND d.contract_date
                                + INTERVAL d.term_months MONTH > :today AS runs,
                            EXISTS (SELECT 1 FROM audit_finding f
                                WHERE f.subject = d.number AND f.closed_at IS NULL) AS finding
                        FROM deal d WHERE d.customer_id = :id ORDER BY d.number\
                        """)
                .param("id", customerId)
                .param("today", today)
                .query(
                        row -> {
                            String number = row.getString("number");
                            if (row.getBoolean("open")) {
                                holds.add(hold(number, "still open", "仍在进行中"));
                            }
                            if (row.getBoolean("runs")) {
                                holds.add(hold(number, "its contract is in force", "合同仍在有效期内"));
                            }
                            if (row.getBoolean("finding")) {
                                holds.add(hold(number, "an audit finding is open", "审计发现未关闭"));
                            }
                        });
        return holds;
    }

    private static LegalHold hold(String number, String english, String chinese) {
        return new LegalHold(FileSection.DEALS, Phrase.both(english, chinese), number, true);
    }

    @Override
    public List<Erased> erase(Set<String> customerIds, Set<String> kept) {
        int registrations =
                jdbc.sql(
                                """
                                UPDATE partner_registration
                                SET project = '', proof = '', proof_document = ''
                                WHERE customer_id IN (:ids)\
                                """)
                        .param("ids", customerIds)
                        .update();
        List<String> numbers =
                jdbc
                        .sql("SELECT number FROM deal WHERE customer_id IN (:ids)")
                        .param("ids", customerIds)
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(number -> !kept.contains(number))
                        .toList();
        if (numbers.isEmpty()) {
            return List.of(new Erased(FileSection.REWARDS, registrations));
        }
        List<String> ofDeals = new ArrayList<>(numbers);
        ofDeals.addAll(
                numbers("SELECT number FROM deal_expense WHERE deal IN (:numbers)", numbers));
        List<String> rewards =
                numbers("SELECT number FROM reward WHERE deal IN (:numbers)", numbers);
        ofDeals.addAll(rewards);
        int erased =
                update(
                        """
                        UPDATE deal SET contact_name = NULL, contact_company = NULL,
                            contact_phone = NULL, contact_email = NULL, contact_we_chat = NULL,
                            words = '', steps = '', plan_remark = '', top_level_contact = NULL,
                            customers_answer = '', reason_words = '', cancel_words = '',
                            version = version + 1
                        WHERE number IN (:numbers)\
                        """,
                        numbers);
        erased +=
                update(
                        """
                        UPDATE deal_follow_up SET words = '', next_step = ''
                        WHERE number IN (:numbers)\
                        """,
                        numbers);
        erased +=
                update(
                        """
                        UPDATE deal_review SET account = '', to_repeat = '', to_avoid = '',
                            customer_words = '', returned_reason = '', version = version + 1
                        WHERE deal IN (:numbers)\
                        """,
                        numbers);
        erased +=
                update(
                        """
                        UPDATE deal_expense SET purpose = '', present = '', reason = '',
                            version = version + 1
                        WHERE deal IN (:numbers)\
                        """,
                        numbers);
        int ofRewards =
                update(
                        "UPDATE reward SET words = '', version = version + 1 WHERE deal IN"
                                + " (:numbers)",
                        numbers);
        return List.of(
                new Erased(FileSection.DEALS, erased + cases.erase(ofDeals)),
                new Erased(FileSection.REWARDS, registrations + ofRewards));
    }

    private List<String> numbers(String sql, List<String> deals) {
        return jdbc.sql(sql).param("numbers", deals).query(String.class).list();
    }

    private int update(String sql, List<String> deals) {
        return jdbc.sql(sql).param("numbers", deals).update();
    }
}
