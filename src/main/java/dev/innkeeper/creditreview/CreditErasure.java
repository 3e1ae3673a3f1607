package dev.innkeeper.creditreview;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes what people wrote out of reviews and dunning that are over; scores and terms stay. */
@Component
class CreditErasure implements HoldsCustomer, ErasesCustomer {

    private final JdbcClient jdbc;
    private final CaseErasure cases;

    CreditErasure(JdbcClient jdbc, CaseErasure cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    @Override
    public List<LegalHold> holds(String customerId, LocalDate today) {
        List<LegalHold> holds = new ArrayList<>();
        jdbc.sql("SELECT open_review, open_dunning FROM credit_account WHERE customer_id = ?")
                .param(customerId)
                .query(
                        row -> {
                            add(holds, row.getString("open_review"), "a credit review", "信用核查");
                            add(holds, row.getString("open_dunning"), "dunning", "催收");
                        });
        return holds;
    }

    private static void add(
            List<LegalHold> holds, @Nullable String number, String english, String chinese) {
        if (number != null) {
            holds.add(
                    new LegalHold(
                            FileSection.CREDIT,
                            Phrase.both(english + " is open", chinese + "尚未结束"),
                            number,
                            true));
        }
    }

    @Override
    public List<Erased> erase(Set<String> customerIds, Set<String> kept) {
        List<String> reviews = numbers("credit_review", customerIds, kept);
        List<String> dunnings = numbers("dunning", customerIds, kept);
        int erased =
                update(
                                """
                                UPDATE credit_review SET company_words = NULL, finances_words = NULL,
                                    override_reason = NULL, decision_words = '',
                                    informed_words = '', customers_answer = '',
                                    version = version + 1
                                WHERE number\
                                """,
                                reviews)
                        + update("UPDATE credit_event SET words = '' WHERE review", reviews)
                        + cases.erase(reviews)
                        + update(
                                "UPDATE dunning SET words = '', version = version + 1 WHERE number",
                                dunnings)
                        + update("UPDATE dunning_action SET words = '' WHERE dunning", dunnings)
                        + jdbc.sql(
                                        """
                                        UPDATE credit_check SET reference = ''
                                        WHERE customer_id IN (:ids) AND reference <> ''\
                                        """)
                                .param("ids", customerIds)
                                .update()
                        + cases.erase(dunnings);
        return List.of(new Erased(FileSection.CREDIT, erased));
    }

    private List<String> numbers(String table, Set<String> customerIds, Set<String> kept) {
        return jdbc
                .sql("SELECT number FROM " + table + " WHERE customer_id IN (:ids)")
                .param("ids", customerIds)
                .query(String.class)
                .list()
                .stream()
                .filter(number -> !kept.contains(number))
                .toList();
    }

    private int update(String sql, List<String> numbers) {
        return numbers.isEmpty()
                ? 0
                : jdbc.sql(sql + " IN (:numbers)").param("numbers", numbers).update();
    }
}
