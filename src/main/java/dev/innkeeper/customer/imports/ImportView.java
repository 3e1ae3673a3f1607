package dev.innkeeper.customer.imports;

import dev.innkeeper.common.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that came in, and how far it is taken.
 *
 * @param number its number, such as {@code IMP-2026-000001}
 * @param order how it is read
 * @param state how far it is
 * @param bytes how long the file is, as far as it came in
 * @param bytesDone how much of it was read
 * @param rows how many rows were read
 * @param taken rows that were new
 * @param changed rows that were known and said something new
 * @param unchanged rows that were known and said nothing new
 * @param refused rows of which nothing was kept
 * @param rowsPerSecond while it was worked on, or null before the first rows
 * @param expectedEnd when it will be over at this pace, or null where that cannot be said
 * @param stopped why the rest cannot be read, or null
 * @param sentBy who sent it
 * @param sentAt when
 * @param startedAt when the first rows were read, or null
 * @param endedAt when it was over, or null
 */
public record ImportView(
        CaseNumber number,
        ImportOrder order,
        ImportState state,
        long bytes,
        long bytesDone,
        long rows,
        long taken,
        long changed,
        long unchanged,
        long refused,
        @Nullable Double rowsPerSecond,
        @Nullable Instant expectedEnd,
        @Nullable ImportProblem stopped,
        String sentBy,
        Instant sentAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
