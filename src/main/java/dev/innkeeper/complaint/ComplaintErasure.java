package dev.innkeeper.complaint;

import dev.innkeeper.casefile.CaseErasure;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.customer.ErasesCustomer;
import dev.innkeeper.customer.FileSection;
import dev.innkeeper.customer.HoldsCustomer;
import dev.innkeeper.customer.LegalHold;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the guest out of complaints that are over; how they were graded and met stays. */
@Component
class ComplaintErasure implements HoldsCustomer, ErasesCustomer {

    private static final String OF_THESE = " WHERE number IN (:numbers)";

    private final JdbcClient jdbc;
    private final CaseErasure cases;

    ComplaintErasure(JdbcClient jdbc, CaseErasure cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    @Override
    public List<LegalHold> holds(String customerId, LocalDate today) {
        return jdbc
                .sql(
                        """
                        SELECT number FROM complaint
                        WHERE customer_id = ? AND status NOT IN ('CLOSED', 'WITHDRAWN', 'LINKED')
                        ORDER BY number\
                        """)
                .param(customerId)
                .query(String.class)
                .list()
                .stream()
                .map(
                        number ->
                                new LegalHold(
                                        FileSection.COMPLAINTS,
                                        Phrase.both("still being handled", "仍在处理中"),
                                        number,
                                        true))
                .toList();
    }

    @Override
    public List<Erased> erase(Set<String> customerIds, Set<String> kept) {
        List<String> numbers =
                jdbc
                        .sql("SELECT number FROM complaint WHERE customer_id IN (:ids)")
                        .param("ids", customerIds)
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(number -> !kept.contains(number))
                        .toList();
        if (numbers.isEmpty()) {
            return List.of();
        }
        int erased =
                update(
                        """
                        UPDATE complaint SET contact_name = NULL, contact_company = NULL,
                            contact_phone = NULL, contact_email = NULL, contact_we_chat = NULL,
                            reference = NULL, text = '', remedy_sought = NULL, version = version + 1\
                        """,
                        numbers);
        erased +=
                update("UPDATE complaint_finding SET account = '', root_cause_words = ''", numbers);
        erased += update("UPDATE complaint_compensation SET words = '', reason = ''", numbers);
        erased += update("UPDATE complaint_callback SET words = ''", numbers);
        erased += update("UPDATE complaint_message SET text = ''", numbers);
        erased += update("DELETE FROM complaint_triage_example", numbers);
        return List.of(new Erased(FileSection.COMPLAINTS, erased + cases.erase(numbers)));
    }

    private int update(String sql, List<String> numbers) {
        return jdbc.sql(sql + OF_THESE).param("numbers", numbers).update();
    }
}
