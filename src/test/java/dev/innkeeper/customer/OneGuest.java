package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import org.springframework.jdbc.core.JdbcTemplate;

/** A guest of whom every feature knows something, for tests of the whole file. */
public final class OneGuest {

    private static int running;

    private final Api house;
    private final JdbcTemplate jdbc;

    /** Guests of this house. */
    public OneGuest(Api house, JdbcTemplate jdbc) {
        this.house = house;
        this.jdbc = jdbc;
    }

    /** A customer with one phone and one e-mail, and nothing else. */
    public String entered(String name, String company, String phone, String email) {
        var answer =
                house.as("info1")
                        .post(
                                "/api/customers",
                                """
                                {"name": "%s", "company": "%s", "contacts": [
                                    {"kind": "PHONE", "value": "%s", "preferred": true},
                                    {"kind": "EMAIL", "value": "%s"}]}
                                """
                                        .formatted(name, company, phone, email));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("id");
    }

    /** Stays twice this year and once long ago, spending 1,200.50, 300 and 99. */
    public void stays(String customer) {
        stay(customer, "2026-02-10", "1200.50");
        stay(customer, "2025-06-01", "300.00");
        stay(customer, "2024-01-01", "99.00");
    }

    private void stay(String customer, String day, String spend) {
        running++;
        jdbc.update(
                """
                INSERT INTO stay (external_id, customer_id, kind, arrived_on, left_on, spend,
                    imported, entered_at)
                VALUES (?, ?, 'STAY', ?, ?, ?, FALSE, '2026-03-01')
                """,
                "S-" + running,
                customer,
                day,
                day,
                spend);
    }

    /** One invoice that is overdue since 20 days, one in dispute, one that is paid. */
    public void owes(String customer) {
        invoice(customer, "2026-01-11", "2026-02-10", "800.00", "800.00", null, false);
        invoice(customer, "2026-01-12", "2026-02-11", "50.00", "50.00", null, true);
        invoice(customer, "2026-01-13", "2026-02-12", "70.00", "0.00", "2026-02-12", false);
    }

    /** One invoice that is paid. */
    public void paid(String customer) {
        invoice(customer, "2026-01-13", "2026-02-12", "70.00", "0.00", "2026-02-12", false);
    }

    private void invoice(
            String customer,
            String issued,
            String due,
            String amount,
            String open,
            String settled,
            boolean disputed) {
        running++;
        jdbc.update(
                """
                INSERT INTO invoice (number, customer_id, issued_on, due_on, amount, open_amount,
                    settled_on, disputed, imported, entered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE, '2026-03-01')
                """,
                "I-" + running,
                customer,
                issued,
                due,
                amount,
                open,
                settled,
                disputed);
        if (settled != null) {
            jdbc.update(
                    """
                    INSERT INTO payment (external_id, invoice_id, customer_id, paid_on, amount,
                        entered_at)
                    SELECT ?, id, ?, ?, ?, '2026-03-01' FROM invoice WHERE number = ?
                    """,
                    "P-" + running,
                    customer,
                    settled,
                    amount,
                    "I-" + running);
        }
    }

    /** Complains about noise; answers the number. */
    public String complains(String customer, String words) {
        var answer =
                house.as("pms")
                        .post(
                                "/api/complaints",
                                """
                                {"channel": "WEB", "category": "NOISE", "text": "%s",
                                 "customerId": "%s"}
                                """
                                        .formatted(words, customer));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("number");
    }

    /** Was given a voucher of 120 for a complaint. */
    public void compensated(String customer, String complaint) {
        jdbc.update(
                """
                INSERT INTO complaint_compensation (number, customer_id, state, proposed_at,
                    proposed_by, kinds, amount, words, flagged, given_at, reason)
                VALUES (?, ?, 'APPROVED', '2026-02-01', 'rooms1', 'COUPON', 120, '', FALSE,
                    '2026-02-02', '')
                """,
                complaint,
                customer);
    }

    /** Wants 80 room nights a month, brought by a partner; answers the deal's number. */
    public String buys(String customer) {
        running++;
        var sales = house.as("sales1");
        var partner =
                sales.post(
                                "/api/partners",
                                """
                                {"kind": "AGENT", "name": "远航%1$d", "payTo": "6217",
                                 "contact": {"name": "陈明", "phone": "1390000%1$04d"}}
                                """
                                        .formatted(running))
                        .text("id");
        var named =
                sales.post(
                        "/api/partners/" + partner + "/registrations",
                        """
                        {"customerId": "%s", "project": "A party"}
                        """
                                .formatted(customer));
        assertThat(named.status()).as(named.toString()).isEqualTo(201);
        var answer =
                house.as("pms")
                        .post(
                                "/api/leads",
                                """
                                {"source": "OWN_RESEARCH", "customerId": "%s", "product": "Rooms %d",
                                 "words": "80 nights a month", "need": "CLEAR", "value": 1000,
                                 "owner": "sales1"}
                                """
                                        .formatted(customer, running));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("number");
    }

    /** Has credit of 20,000 since the first of March, approved by finance1, and was dunned once. */
    public void hasCredit(String customer) {
        jdbc.update(
                """
                INSERT INTO credit_account (customer_id, tier, score, band, credit_limit, term_days,
                    cash_only, hold, hold_reason, next_review_on, use_raised, version)
                VALUES (?, 'KEY_ACCOUNT', 72, 'GOOD', 20000, 60, FALSE, FALSE, '', '2026-09-01',
                    FALSE, 1)
                """,
                customer);
        var review = "CRV-2026-9%05d".formatted(++running);
        jdbc.update(
                """
                INSERT INTO credit_review (number, version, state, state_since, customer_id, cause,
                    requested_by, requested_at, as_of, backdated, due_on, decision_words, told,
                    informed_words, customers_answer)
                VALUES (?, 1, 'APPLIED', '2026-03-01', ?, 'DUE', 'innkeeper', '2026-02-28',
                    '2026-02-28', FALSE, '2026-02-28', 'Pays well', 'sales,finance', '', '')
                """,
                review,
                customer);
        jdbc.update(
                """
                INSERT INTO credit_review_factor
                    (review, position, factor, points, weight, contribution)
                VALUES (?, 1, 'FINANCES', 80, 30, 24), (?, 2, 'PAYMENT_BEHAVIOUR', 60, 25, 15)
                """,
                review,
                review);
        jdbc.update(
                """
                INSERT INTO credit_event (customer_id, cause, event_key, at, actor, words, review)
                VALUES (?, 'DUE', '2026-02-28', '2026-02-28', 'innkeeper', '', ?)
                """,
                customer,
                review);
        jdbc.update(
                """
                INSERT INTO credit_terms (customer_id, version_number, effective_from, tier, score,
                    band, credit_limit, term_days, cash_only, movement, review, approved_by, told,
                    applied_at)
                VALUES (?, 1, '2026-03-01', 'KEY_ACCOUNT', 72, 'GOOD', 20000, 60, FALSE, 'UP', ?,
                    'finance1', 'sales,finance', '2026-03-01')
                """,
                customer,
                review);
        var dunning = "DUN-2026-9%05d".formatted(++running);
        jdbc.update(
                """
                INSERT INTO dunning (number, version, customer_id, state, state_since, opened_by,
                    opened_at, stage, stage_since, paused, overdue, disputed, oldest_days_overdue,
                    hold_set, words)
                VALUES (?, 1, ?, 'PAID', '2026-02-01', 'innkeeper', '2026-01-01', 'CALL',
                    '2026-01-01', FALSE, 0, 0, 0, FALSE, '')
                """,
                dunning,
                customer);
        jdbc.update(
                """
                INSERT INTO dunning_action (dunning, customer_id, kind, at, actor, overdue,
                    reference, words)
                VALUES (?, ?, 'CALL', '2026-01-20', 'finance1', 100, '', 'Pays tomorrow')
                """,
                dunning,
                customer);
        jdbc.update(
                """
                INSERT INTO credit_check (decision_id, customer_id, asked_at, asked_by, amount,
                    reference, verdict, deposit)
                VALUES (UUID(), ?, '2026-02-20', 'lobby1', 300, 'Room 1208', 'APPROVE', 0)
                """,
                customer);
    }

    /** Was called and asked why it stays away; accepted a voucher of 100. */
    public void caredFor(String customer) {
        jdbc.update(
                """
                INSERT INTO care_case (number, version, customer_id, cause, state, outcome, words,
                    opened_by, opened_at, opened_on, attempts, reason_words, offer, worth,
                    answer_days, offer_words, answer_words, closed_at)
                VALUES (?, 1, ?, 'LOST', 'CLOSED', 'ACCEPTED', '', 'innkeeper', '2026-02-01',
                    '2026-02-01', 1, 'Moved house', 'VOUCHER', 100, 30, '', 'Gladly',
                    '2026-02-10')
                """,
                "CAR-2026-9%05d".formatted(++running),
                customer);
    }
}
