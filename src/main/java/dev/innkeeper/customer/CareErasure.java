package dev.innkeeper.customer;

import dev.innkeeper.casefile.CaseErasure;
import dev.innkeeper.common.Phrase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes what was said out of care calls that are over; causes, offers and outcomes stay. */
@Component
class CareErasure implements HoldsCustomer, ErasesCustomer {

    private final JdbcClient jdbc;
    private final CaseErasure cases;

    CareErasure(JdbcClient jdbc, CaseErasure cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    @Override
    public List<LegalHold> holds(String customerId, LocalDate today) {
        return jdbc
                .sql(
                        """
                        SELECT number FROM care_case
                        WHERE customer_id = ? AND closed_at IS NULL ORDER BY number\
                        """)
                .param(customerId)
                .query(String.class)
                .list()
                .stream()
                .map(
                        number ->
                                new LegalHold(
                                        FileSection.CARE,
                                        Phrase.both("still open", "仍在进行中"),
                                        number,
                                        true))
                .toList();
    }

    @Override
    public List<Erased> erase(Set<String> customerIds, Set<String> kept) {
        List<String> numbers =
                jdbc
                        .sql("SELECT number FROM care_case WHERE customer_id IN (:ids)")
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
                jdbc.sql(
                                """
                                UPDATE care_case SET words = '', reason_words = '',
                                    offer_words = '', answer_words = '', version = version + 1
                                WHERE number IN (:numbers)\
                                """)
                        .param("numbers", numbers)
                        .update();
        return List.of(new Erased(FileSection.CARE, erased + cases.erase(numbers)));
    }
}
