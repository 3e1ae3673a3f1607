package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Utc;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the files of customers, each section where the reader's groups need it. */
@Service
@Transactional(readOnly = true)
public class CustomerFiles {

    /** How many of the latest rows a section of the file shows; its own list has the rest. */
    public static final int SHOWN = 20;

    private final CustomerDesk customers;
    private final Map<FileSection, FilePart> parts = new EnumMap<>(FileSection.class);
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    CustomerFiles(
            CustomerDesk customers,
            List<FilePart> parts,
            JdbcClient jdbc,
            Clock clock,
            CasefileProperties properties) {
        this.customers = customers;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = properties.zone();
        for (FilePart part : parts) {
            if (this.parts.put(part.section(), part) != null) {
                throw new IllegalStateException("Two parts fill the section " + part.section());
            }
        }
    }

    /**
     * The file of a customer, or of the one that it was merged into.
     *
     * @throws Refusal UNKNOWN where there is no such customer
     */
    public CustomerFile read(String id, Actor by, Language language) {
        CustomerView customer = customers.read(id);
        List<CustomerFile.Section> sections = new ArrayList<>();
        parts.forEach(
                (section, part) ->
                        sections.add(
                                new CustomerFile.Section(
                                        section,
                                        section.isShownTo(by)
                                                ? part.read(
                                                        question(customer.id(), language, 0, SHOWN))
                                                : null)));
        return new CustomerFile(
                customer,
                merged(customer.id()),
                jdbc.sql("SELECT erased_at FROM customer WHERE id = ?")
                        .param(customer.id())
                        .query((row, n) -> Utc.readNullable(row, "erased_at"))
                        .list()
                        .get(0),
                sections,
                customers.timeLine(customer.id(), by, 0, SHOWN));
    }

    /**
     * Part of one section of a file.
     *
     * @param key the name of the section, such as {@code stays}
     * @param offset how many rows to leave out, from 0
     * @param limit how many rows to give, 1 to 200
     * @throws Refusal UNKNOWN where there is no such customer or section; FORBIDDEN for groups that
     *     do not need it
     */
    public CustomerFile.Section section(
            String id, String key, Actor by, Language language, int offset, int limit) {
        FilePart part =
                parts.values().stream()
                        .filter(each -> each.section().key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> noSection());
        FileSection section = part.section();
        if (!section.isShownTo(by)) {
            throw Refusal.forbidden(
                    "Your groups do not see this section: %s. | 您所在的组无权查看：%s。"
                            .formatted(section.english(), section.chinese()),
                    "Ask somebody of: %s. | 请联系以下部门：%s。"
                            .formatted(
                                    section.readers().stream()
                                            .map(Group::english)
                                            .collect(Collectors.joining(", ")),
                                    section.readers().stream()
                                            .map(Group::chinese)
                                            .collect(Collectors.joining("、"))));
        }
        String customer = customers.read(id).id();
        return new CustomerFile.Section(
                section, part.read(question(customer, language, offset, limit)));
    }

    private FilePart.Question question(String id, Language language, int offset, int limit) {
        return new FilePart.Question(
                id, language, LocalDate.ofInstant(clock.instant(), zone), offset, limit);
    }

    private Refusal noSection() {
        String known =
                parts.keySet().stream().map(FileSection::key).collect(Collectors.joining(", "));
        return Refusal.unknown(
                "section",
                "A customer's file has no such section. | 客户档案没有该部分。",
                "Use one of %1$s. | 请使用以下之一：%1$s。".formatted(known));
    }

    private List<CustomerFile.Merged> merged(String id) {
        return jdbc.sql(
                        """
                        SELECT m.other, m.id, m.merged_at, m.merged_by FROM customer_merge m
                        JOIN customer c ON c.id = m.other AND c.merged_into = ?
                        WHERE m.undone_at IS NULL ORDER BY m.id\
                        """)
                .param(id)
                .query(
                        (row, n) ->
                                new CustomerFile.Merged(
                                        row.getString("other"),
                                        row.getLong("id"),
                                        Utc.read(row, "merged_at"),
                                        row.getString("merged_by")))
                .list();
    }
}
