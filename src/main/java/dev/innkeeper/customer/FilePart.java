package dev.innkeeper.customer;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One section of the customer's file, filled by the feature whose matter it is. Who sees it is the
 * matter of {@link FileSection}, not of the part.
 */
public interface FilePart {

    /** Which section this is; each has one part at most. */
    FileSection section();

    /** What the section holds of a customer, in queries of constant number. */
    Content read(Question question);

    /** A part that is one function. */
    static FilePart of(FileSection section, Function<Question, Content> content) {
        return new FilePart() {
            @Override
            public FileSection section() {
                return section;
            }

            @Override
            public Content read(Question question) {
                return content.apply(question);
            }
        };
    }

    /**
     * What is asked of a part.
     *
     * @param customerId who; customers merged into this one are part of it
     * @param language in which names of codes are given
     * @param today the date in the house's zone
     * @param offset how many rows to leave out, from 0
     * @param limit how many rows to give, 1 to 200
     */
    record Question(String customerId, Language language, LocalDate today, int offset, int limit) {}

    /**
     * What a section holds.
     *
     * @param summary the section in a few figures or facts, a record; null for a mere list
     * @param rows the rows asked for, records of one type, the latest first; empty for a section
     *     that is all summary
     */
    record Content(@Nullable Object summary, Page<?> rows) {}
}
