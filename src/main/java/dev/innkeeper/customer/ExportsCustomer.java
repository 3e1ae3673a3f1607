package dev.innkeeper.customer;

import java.util.List;
import java.util.Set;

/** Names the tables in which a feature keeps what it knows of customers, for their export. */
public interface ExportsCustomer {

    /** The tables, in the order in which they are read. */
    List<Table> tables();

    /**
     * One table.
     *
     * @param name the table, and the name under which its rows are exported
     * @param of the condition that picks the rows of the customers {@code :ids}
     * @param without columns that are no data of the person: keys, counters, what only the house
     *     says of itself
     */
    record Table(String name, String of, Set<String> without) {

        /** The rows that bear the customer's id. */
        public static Table byCustomer(String name, String... without) {
            return new Table(name, "customer_id IN (:ids)", Set.of(without));
        }

        /** The rows of cases, which bear the customer's id. */
        public static Table byCase(
                String name, String column, String cases, String number, String... without) {
            return new Table(
                    name,
                    "%s IN (SELECT c.%s FROM %s c WHERE c.customer_id IN (:ids))"
                            .formatted(column, number, cases),
                    Set.of(without));
        }
    }
}
