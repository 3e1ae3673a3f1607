package dev.innkeeper.customer.imports;

import dev.innkeeper.api.CsvCells;
import dev.innkeeper.api.FieldProblem;
import dev.innkeeper.api.Problem;
import dev.innkeeper.api.ProblemException;
import dev.innkeeper.api.Problems;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.customer.PastRow;
import dev.innkeeper.customer.PastSource;
import dev.innkeeper.workflow.Retrying;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a file on from where it was left, and takes its rows: so many in one transaction, which
 * also writes how far the file is. So a row is taken once, whenever a node goes away.
 */
@Component
class ImportRunner {

    private final Imports imports;
    private final RowKinds kinds;
    private final TransactionTemplate transaction;
    private final Retrying retrying;
    private final ImportProperties properties;
    private final Clock clock;

    ImportRunner(
            Imports imports,
            RowKinds kinds,
            TransactionTemplate transaction,
            Retrying retrying,
            ImportProperties properties,
            Clock clock) {
        this.imports = imports;
        this.kinds = kinds;
        this.transaction = transaction;
        this.retrying = retrying;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Works on a file until it is over, somebody stops it, or another node has it.
     *
     * @param node who works on it
     * @param stop whether the node is to leave it to another one
     * @return how many rows were read
     */
    long run(Imports.Job job, String node, BooleanSupplier stop) {
        return new Run<>(job, node, kinds.of(job.order()), stop).run();
    }

    private final class Run<T> {

        private final Imports.Job job;
        private final String node;
        private final RowKind<T> kind;
        private final BooleanSupplier stop;
        private final PastSource source;
        private long rowsDone;
        private long since = System.nanoTime();

        Run(Imports.Job job, String node, RowKind<T> kind, BooleanSupplier stop) {
            this.job = job;
            this.node = node;
            this.kind = kind;
            this.stop = stop;
            this.rowsDone = job.rowsDone();
            this.source =
                    new PastSource(
                            job.order().system(), job.number(), new Actor(job.sentBy(), Set.of()));
        }

        long run() {
            PieceStream file = new PieceStream(imports, job.number(), job.pieces());
            CsvCells rows;
            try {
                rows = new CsvCells(file, job.order().charset(), kinds.columns(job.order()));
                rows.skip(job.rowsDone());
            } catch (IOException | IllegalStateException | ProblemException unreadable) {
                end(why(1, unreadable));
                return 0;
            }
            while (!stop.getAsBoolean()) {
                List<CsvCells.Row> some = new ArrayList<>(properties.rows());
                ImportProblem unreadable = read(rows, some);
                if (!some.isEmpty() && !take(some, file.position())) {
                    break;
                }
                if (unreadable != null || some.size() < properties.rows()) {
                    end(unreadable);
                    break;
                }
            }
            return rowsDone - job.rowsDone();
        }

        /** Reads the next rows; answers why the rest cannot be read, or null. */
        private @Nullable ImportProblem read(CsvCells rows, List<CsvCells.Row> into) {
            try {
                while (into.size() < properties.rows()) {
                    CsvCells.Row row = rows.next();
                    if (row == null) {
                        return null;
                    }
                    into.add(row);
                }
                return null;
            } catch (IOException | IllegalStateException unreadable) {
                return why(rows.line(), unreadable);
            }
        }

        private static ImportProblem why(long line, Exception unreadable) {
            Problem problem =
                    unreadable instanceof ProblemException known
                            ? known.problem()
                            : Problems.unreadable(unreadable);
            return new ImportProblem(line, problem.field(), problem.message(), problem.remedy());
        }

        /** Takes the rows; answers whether the node still works on the file. */
        private boolean take(List<CsvCells.Row> some, long position) {
            try {
                return retrying.call(() -> takeOnce(some, position));
            } catch (RuntimeException failure) {
                if (isAway(failure)) {
                    throw failure;
                }
                if (some.size() > 1) {
                    int half = some.size() / 2;
                    return take(some.subList(0, half), position)
                            && take(some.subList(half, some.size()), position);
                }
                return retrying.call(() -> refuse(some.get(0), position, failure));
            }
        }

        private boolean takeOnce(List<CsvCells.Row> some, long position) {
            try {
                boolean holds =
                        Objects.requireNonNull(
                                transaction.execute(
                                        status -> {
                                            if (!imports.holds(job.number(), node, rowsDone)) {
                                                return false;
                                            }
                                            takeHeld(some, position);
                                            return true;
                                        }));
                if (holds) {
                    passed(some.size());
                }
                return holds;
            } catch (DuplicateKeyException atTheSameMoment) {
                throw new CannotAcquireLockException(
                        "Somebody entered the same at the same moment", atTheSameMoment);
            }
        }

        private void takeHeld(List<CsvCells.Row> some, long position) {
            List<T> read = new ArrayList<>(some.size());
            List<Integer> places = new ArrayList<>(some.size());
            List<Imports.RowProblem> problems = new ArrayList<>();
            List<List<Imports.RowProblem>> byRow = new ArrayList<>(some.size());
            for (int place = 0; place < some.size(); place++) {
                CsvCells.Row row = some.get(place);
                if (!row.problems().isEmpty()) {
                    byRow.add(problems(row, place, row.problems()));
                    continue;
                }
                Cells cells = new Cells(row, job.order().dates());
                T said = kind.read(cells);
                byRow.add(problems(row, place, cells.problems()));
                if (cells.problems().isEmpty()) {
                    read.add(said);
                    places.add(place);
                }
            }
            List<PastRow> outcomes = kind.take(read, source);
            int[] counts = new int[PastRow.Outcome.values().length];
            counts[PastRow.Outcome.REFUSED.ordinal()] = some.size() - read.size();
            for (int each = 0; each < outcomes.size(); each++) {
                PastRow outcome = outcomes.get(each);
                counts[outcome.outcome().ordinal()]++;
                Refusal refusal = outcome.refusal();
                if (refusal != null) {
                    int place = places.get(each);
                    byRow.set(
                            place,
                            problems(
                                    some.get(place),
                                    place,
                                    List.of(
                                            new FieldProblem(
                                                    refusal.field(),
                                                    Objects.requireNonNull(refusal.getMessage()),
                                                    refusal.remedy()))));
                }
            }
            byRow.forEach(problems::addAll);
            imports.note(job.number(), problems);
            advance(
                    new Imports.Tally(
                            some.size(),
                            counts[PastRow.Outcome.TAKEN.ordinal()],
                            counts[PastRow.Outcome.CHANGED.ordinal()],
                            counts[PastRow.Outcome.UNCHANGED.ordinal()],
                            counts[PastRow.Outcome.REFUSED.ordinal()]),
                    position);
        }

        private List<Imports.RowProblem> problems(
                CsvCells.Row row, int place, List<FieldProblem> problems) {
            return problems.stream()
                    .map(
                            problem ->
                                    new Imports.RowProblem(
                                            rowsDone + place + 1,
                                            new ImportProblem(
                                                    row.line(),
                                                    problem.field(),
                                                    problem.message(),
                                                    problem.remedy())))
                    .toList();
        }

        /** A row that fails alone is reported, and does not stand in the way of the rest. */
        private boolean refuse(CsvCells.Row row, long position, RuntimeException failure) {
            Problem problem = Problems.of(failure);
            boolean holds =
                    Objects.requireNonNull(
                            transaction.execute(
                                    status -> {
                                        if (!imports.holds(job.number(), node, rowsDone)) {
                                            return false;
                                        }
                                        imports.note(
                                                job.number(),
                                                problems(
                                                        row,
                                                        0,
                                                        List.of(
                                                                new FieldProblem(
                                                                        "",
                                                                        problem.message(),
                                                                        problem.remedy()))));
                                        advance(new Imports.Tally(1, 0, 0, 0, 1), position);
                                        return true;
                                    }));
            if (holds) {
                passed(1);
            }
            return holds;
        }

        private void advance(Imports.Tally tally, long position) {
            imports.advance(
                    job.number(),
                    tally,
                    position,
                    Duration.ofNanos(System.nanoTime() - since),
                    clock.instant().plus(properties.lease()));
        }

        private void passed(int rows) {
            rowsDone += rows;
            since = System.nanoTime();
        }

        private void end(@Nullable ImportProblem why) {
            retrying.run(
                    () ->
                            transaction.executeWithoutResult(
                                    status -> {
                                        if (!imports.holds(job.number(), node, rowsDone)) {
                                            return;
                                        }
                                        if (why == null) {
                                            imports.done(job.number(), clock.instant());
                                        } else {
                                            imports.failed(job.number(), why, clock.instant());
                                        }
                                    }));
        }
    }

    /** Whether the database is away, full or too busy: then the rows are not to blame. */
    private static boolean isAway(RuntimeException failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessException
                        && !(failure instanceof DataIntegrityViolationException)
                        && !(failure.getCause() instanceof DuplicateKeyException);
    }
}
