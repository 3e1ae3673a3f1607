package dev.innkeeper.customer;

import dev.innkeeper.customer.facts.CustomerGrade;
import dev.innkeeper.decision.Decided;
import java.time.LocalDate;

/**
 * What the rules say of a customer.
 *
 * @param grade what the customer is kept as from now on
 * @param tierKept the tier is not that of the rules: a person set it not long ago
 * @param changed tier, value class or life-cycle stage changed
 * @param decided the answer of the rules with its reasons
 * @param asOf the day of the grade
 */
public record GradedCustomer(
        String customerId,
        CustomerGrade grade,
        boolean tierKept,
        boolean changed,
        Decided<CustomerGrade> decided,
        LocalDate asOf) {}
