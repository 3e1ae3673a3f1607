package dev.innkeeper.customer;

import dev.innkeeper.common.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds customers that may be one, by joins over the indexes of what customers are recognised by.
 * Where many agree in one thing, each is paired with the first of them only, so that the pairs grow
 * with the customers and not with their square.
 */
@Repository
class Duplicates {

    private static final String LIVE = "c.merged_into IS NULL AND c.erased_at IS NULL";

    /** Somebody gave a contact that another customer has. */
    private static final String CLASHES =
            """
            SELECT LEAST(h.customer_id, c.customer_id) AS one,
                GREATEST(h.customer_id, c.customer_id) AS other, c.kind, c.contact AS value
            FROM customer_clash c JOIN customer_contact h
                ON h.kind = c.kind AND h.contact = c.contact AND h.customer_id <> c.customer_id
            WHERE c.kind IN ('PHONE', 'EMAIL', 'WECHAT', 'REGISTRY')
            """;

    private static final String BETWEEN_MATCHES = "\n";

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Duplicate> find(boolean weak, int offset, int limit) {
        String pairs =
                CLASHES
                        + " UNION "
                        + same("REGISTRY", "registration_key")
                        + (weak ? " UNION " + same("COMPANY", "company_key") : "");
        String from =
                """
                \sFROM (%s) p
                JOIN customer c1 ON c1.id = p.one AND c1.merged_into IS NULL
                    AND c1.erased_at IS NULL
                JOIN customer c2 ON c2.id = p.other AND c2.merged_into IS NULL
                    AND c2.erased_at IS NULL
                GROUP BY p.one, p.other\
                """
                        .formatted(pairs);
        List<Duplicate> found =
                jdbc.sql(
                                """
                                SELECT p.one, p.other, c1.contact_name AS name1,
                                    c1.contact_company AS company1, c2.contact_name AS name2,
                                    c2.contact_company AS company2, COUNT(*) AS matches,
                                    GROUP_CONCAT(CONCAT(p.kind, ' ', p.value)
                                        ORDER BY p.kind, p.value SEPARATOR '\\n') AS what\
                                """
                                        + from
                                        + """
                                        \sORDER BY COUNT(*) = 1 AND MIN(p.kind) = 'COMPANY',
                                            COUNT(*) DESC, p.one, p.other
                                        LIMIT :limit OFFSET :offset\
                                        """)
                        .param("limit", limit)
                        .param("offset", offset)
                        .query((row, n) -> duplicate(row))
                        .list();
        long total =
                jdbc.sql("SELECT COUNT(*) FROM (SELECT p.one" + from + ") counted")
                        .query(Long.class)
                        .single();
        return new Page<>(found, total);
    }

    private static String same(String kind, String column) {
        return """
        SELECT g.first AS one, c.id AS other, '%1$s' AS kind, g.value
        FROM (SELECT c.%2$s AS value, MIN(c.id) AS first FROM customer c
              WHERE c.%2$s > '' AND %3$s
              GROUP BY c.%2$s HAVING COUNT(*) > 1) g
        JOIN customer c ON c.%2$s = g.value AND c.id > g.first AND %3$s
        """
                .formatted(kind, column, LIVE);
    }

    private static Duplicate duplicate(ResultSet row) throws SQLException {
        List<Duplicate.Match> matches =
                Arrays.stream(row.getString("what").split(BETWEEN_MATCHES))
                        .map(match -> match.split(" ", 2))
                        .map(
                                match ->
                                        new Duplicate.Match(
                                                Duplicate.Kind.valueOf(match[0]), match[1]))
                        .toList();
        return new Duplicate(
                new Duplicate.Side(
                        row.getString("one"), row.getString("name1"), row.getString("company1")),
                new Duplicate.Side(
                        row.getString("other"), row.getString("name2"), row.getString("company2")),
                strength(matches),
                matches);
    }

    private static Duplicate.Strength strength(List<Duplicate.Match> matches) {
        if (matches.size() > 1) {
            return Duplicate.Strength.CERTAIN;
        }
        return matches.get(0).kind() == Duplicate.Kind.COMPANY
                ? Duplicate.Strength.WEAK
                : Duplicate.Strength.LIKELY;
    }
}
