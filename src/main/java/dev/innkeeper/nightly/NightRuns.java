package dev.innkeeper.nightly;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.workflow.OneTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Does the nightly works, page by page. Where a page fails, its customers are done one by one, and
 * the one that fails alone is noted and left out: a night does not stop at one customer.
 */
public class NightRuns {

    private static final Logger LOG = LoggerFactory.getLogger(NightRuns.class);
    private static final int SHOWN_PROBLEMS = 50;

    private final List<NightlyWork> works;
    private final NightRecords records;
    private final OneTransaction transaction;

    NightRuns(List<NightlyWork> works, NightRecords records, OneTransaction transaction) {
        this.works = works.stream().sorted(Comparator.comparingInt(NightlyWork::order)).toList();
        this.records = records;
        this.transaction = transaction;
    }

    private enum Step {
        MORE,
        OVER,
        ELSEWHERE
    }

    /** The names of the works in their order. */
    public List<String> works() {
        return works.stream().map(NightlyWork::name).toList();
    }

    /**
     * Does the works of a day in their order, each to its end; what was done for the day before is
     * not done again. Ends early where another node is at it.
     */
    public void night(LocalDate day) {
        for (NightlyWork work : works) {
            begin(work, day, false);
            if (!finish(work, day)) {
                return;
            }
        }
    }

    /**
     * Does one work for a day, from its start where it was done before. Ends early where another
     * node is at it, which then does it.
     *
     * @throws Refusal INVALID where no work has the name
     */
    public NightRun run(String work, LocalDate day) {
        begin(work, day);
        return goOn(work, day);
    }

    /**
     * Begins one work for a day, again where it was done before; {@link #goOn} does it.
     *
     * @throws Refusal INVALID where no work has the name
     */
    public NightRun begin(String work, LocalDate day) {
        begin(named(work), day, true);
        return read(work, day);
    }

    /** Does what is left of a run that was begun. */
    public NightRun goOn(String work, LocalDate day) {
        finish(named(work), day);
        return read(work, day);
    }

    /**
     * How far a work has come.
     *
     * @throws Refusal UNKNOWN where it was never begun for that day
     */
    public NightRun read(String work, LocalDate day) {
        return records.find(work, day)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "day",
                                        "This work was not begun for that day. | 该日没有此项夜间作业。",
                                        "Look for it in the list of runs. | 请在作业列表中查找。"));
    }

    /** The runs, latest first. */
    public Page<NightRun> list(int offset, int limit) {
        return records.list(offset, limit);
    }

    /** The customers that a run left out, latest first, fifty at most. */
    public List<NightProblem> problems(NightRun run) {
        return records.problems(run.work(), run.day(), SHOWN_PROBLEMS);
    }

    /** Writes only what is not there: a row that another node works with is not waited for. */
    private void begin(NightlyWork work, LocalDate day, boolean again) {
        Optional<NightRun> before = records.find(work.name(), day);
        if (before.isEmpty()) {
            records.begin(work.name(), day);
        } else if (again && before.get().over()) {
            records.beginAgain(work.name(), day);
        }
    }

    private boolean finish(NightlyWork work, LocalDate day) {
        Step step = Step.MORE;
        while (step == Step.MORE) {
            step = page(work, day);
        }
        return step == Step.OVER;
    }

    private Step page(NightlyWork work, LocalDate day) {
        try {
            return step(work, day, work.pageSize());
        } catch (RuntimeException e) {
            refuseUnlessOfTheData(e);
            LOG.warn("A page of {} failed and is done one by one: {}", work.name(), e.toString());
        }
        Step step = Step.MORE;
        for (int n = 0; n < work.pageSize() && step == Step.MORE; n++) {
            step = single(work, day);
        }
        return step;
    }

    private Step single(NightlyWork work, LocalDate day) {
        try {
            return step(work, day, 1);
        } catch (RuntimeException e) {
            refuseUnlessOfTheData(e);
            return leaveOut(work, day, e);
        }
    }

    /** A database that is away, or busy for long, says nothing of the customer. */
    private static void refuseUnlessOfTheData(RuntimeException e) {
        if (e instanceof ConcurrencyFailureException
                || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException) {
            throw e;
        }
    }

    private Step step(NightlyWork work, LocalDate day, int limit) {
        return transaction.of(
                () ->
                        records.lock(work.name(), day)
                                .map(run -> step(work, run, limit))
                                .orElse(Step.ELSEWHERE));
    }

    private Step step(NightlyWork work, NightRun run, int limit) {
        if (run.over()) {
            return Step.OVER;
        }
        List<String> due = work.due(run.afterId(), limit, run.day());
        if (due.isEmpty()) {
            records.end(run);
            LOG.info(
                    "{} for {} is done: {} due, {} done, {} left out, in {} s",
                    run.work(),
                    run.day(),
                    run.looked(),
                    run.done(),
                    run.failed(),
                    Duration.between(run.startedAt(), ended(run)).toSeconds());
            return Step.OVER;
        }
        int done = work.handle(due, run.day());
        records.advance(run, due.get(due.size() - 1), due.size(), done, 0);
        return Step.MORE;
    }

    private Instant ended(NightRun run) {
        return Objects.requireNonNull(read(run.work(), run.day()).endedAt());
    }

    private Step leaveOut(NightlyWork work, LocalDate day, RuntimeException failure) {
        return transaction.of(
                () ->
                        records.lock(work.name(), day)
                                .map(
                                        run -> {
                                            String id = work.due(run.afterId(), 1, day).get(0);
                                            LOG.error(
                                                    "{} left out customer {}",
                                                    work.name(),
                                                    id,
                                                    failure);
                                            records.note(run, id, failure.toString());
                                            records.advance(run, id, 1, 0, 1);
                                            return Step.MORE;
                                        })
                                .orElse(Step.ELSEWHERE));
    }

    private NightlyWork named(String name) {
        return works.stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "work",
                                        "There is no nightly work of this name. | 没有该名称的夜间作业。",
                                        "Use one of: %1$s. | 请使用以下之一：%1$s。"
                                                .formatted(
                                                        works().stream()
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
