package dev.innkeeper.customer;

import dev.innkeeper.customer.facts.CustomerGrade;
import org.jspecify.annotations.Nullable;

/**
 * The tier, the value class or the life-cycle stage of a customer changed.
 *
 * @param customerId the customer
 * @param from the grade before, or null where there was none
 * @param to the grade now
 */
public record CustomerGraded(String customerId, @Nullable CustomerGrade from, CustomerGrade to) {}
