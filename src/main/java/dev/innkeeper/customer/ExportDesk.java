package dev.innkeeper.customer;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives out everything that is held on a person, and notes who took it. */
@Service
@Transactional
public class ExportDesk {

    /** Under which the export names the customer. */
    public static final String ID = "customerId";

    private static final Set<Integer> BYTES =
            Set.of(Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY);

    private final CustomerDesk customers;
    private final PersonErasure person;
    private final List<ExportsCustomer> features;
    private final CustomerContacts contacts;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExportDesk(
            CustomerDesk customers,
            PersonErasure person,
            List<ExportsCustomer> features,
            CustomerContacts contacts,
            JdbcClient jdbc,
            Clock clock) {
        this.customers = customers;
        this.person = person;
        this.features = features;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * All that is held on a customer, with those merged into it: by table the rows, by column the
     * values. Moments are in UTC.
     *
     * @throws Refusal UNKNOWN where there is no such customer; FORBIDDEN for an auditor, who leaves
     *     no traces
     */
    public Map<String, Object> export(String id, Actor by) {
        by.refuseAuditor();
        String customer = customers.read(id).id();
        Instant now = clock.instant();
        Set<String> ids = person.ids(customer);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(ID, customer);
        all.put("exportedAt", now.toString());
        all.put("exportedBy", by.userId());
        for (ExportsCustomer feature : features) {
            for (ExportsCustomer.Table table : feature.tables()) {
                all.put(
                        table.name(),
                        jdbc.sql(
                                        "SELECT * FROM "
                                                + table.name()
                                                + " WHERE "
                                                + table.of()
                                                + " ORDER BY 1")
                                .param("ids", ids)
                                .query((row, n) -> values(row, table.without()))
                                .list());
            }
        }
        contacts.note(
                customer,
                new CustomerChange(
                        now,
                        by.userId(),
                        "EXPORTED",
                        Phrase.both("All that is held was downloaded", "已下载全部资料"),
                        ""));
        return all;
    }

    private static Map<String, Object> values(ResultSet row, Set<String> without)
            throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnLabel(column);
            Object value = without.contains(name) ? null : value(row, column, columns);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column, ResultSetMetaData columns)
            throws SQLException {
        int type = columns.getColumnType(column);
        if (type == Types.TIMESTAMP) {
            Instant moment = Utc.readNullable(row, columns.getColumnLabel(column));
            return Objects.toString(moment, null);
        }
        if (type == Types.DATE) {
            return row.getString(column);
        }
        return BYTES.contains(type) ? row.getBytes(column) : row.getObject(column);
    }
}
