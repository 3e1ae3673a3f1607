package dev.innkeeper.workflow.migration;

import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.Retrying;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves cases, a page in one transaction with the note of what became of them. Where a page fails
 * its cases are moved one by one, and the one that fails alone stays as it was.
 */
@Component
class MigrationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);
    private static final int PAGE = 20;
    private static final String OVER =
            "It had ended, or was in another version, when its turn came. | 轮到它时，案件已结束或已在其他版本中。";

    private final Migrations migrations;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final EngineUser engineUser;
    private final Retrying retrying;
    private final TransactionTemplate transactions;

    MigrationRunner(
            Migrations migrations,
            RuntimeService runtime,
            RepositoryService repository,
            EngineUser engineUser,
            Retrying retrying,
            PlatformTransactionManager transactions) {
        this.migrations = migrations;
        this.runtime = runtime;
        this.repository = repository;
        this.engineUser = engineUser;
        this.retrying = retrying;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Moves the cases of a migration that wait.
     *
     * @param stop asked before each page
     * @return whether the migration is done; otherwise other nodes have the rest, or it was stopped
     */
    boolean run(long id, BooleanSupplier stop) {
        return engineUser.asTheService(
                () -> {
                    var task = migrations.task(id);
                    if (task.isEmpty()) {
                        return true;
                    }
                    var from = repository.getProcessDefinition(task.get().from());
                    var to = repository.getProcessDefinition(task.get().to());
                    var plan = Plan.of(runtime, repository, from, to, task.get().activities());
                    while (!stop.getAsBoolean()) {
                        if (!page(id, plan)) {
                            return end(id);
                        }
                    }
                    return false;
                });
    }

    private boolean end(long id) {
        var over = Objects.requireNonNull(transactions.execute(status -> migrations.end(id)));
        if (over) {
            LOG.info("Migration {} is done", id);
        }
        return over;
    }

    /** Moves a page; answers whether there was one. */
    private boolean page(long id, Plan plan) {
        var taken = new HashSet<String>();
        try {
            return inOne(
                    () -> {
                        var instances = migrations.take(id, PAGE);
                        taken.clear();
                        taken.addAll(instances);
                        move(id, plan, instances);
                        return !instances.isEmpty();
                    });
        } catch (RuntimeException e) {
            refuseUnlessOfACase(e);
            LOG.info("A page of migration {} failed and is moved one by one: {}", id, e.toString());
        }
        taken.forEach(instance -> single(id, plan, instance));
        return true;
    }

    private void single(long id, Plan plan, String instance) {
        try {
            inOne(
                    () -> {
                        if (migrations.take(id, instance)) {
                            move(id, plan, List.of(instance));
                        }
                        return true;
                    });
        } catch (RuntimeException e) {
            refuseUnlessOfACase(e);
            LOG.info("The case {} could not be moved: {}", instance, e.toString());
            var reasons = String.join("\n", Obstacles.of(e, plan));
            inOne(
                    () -> {
                        if (migrations.take(id, instance)) {
                            migrations.note(id, List.of(instance), CaseState.FAILED, reasons);
                        }
                        return true;
                    });
        }
    }

    private void move(long id, Plan plan, List<String> instances) {
        if (instances.isEmpty()) {
            return;
        }
        Set<String> running = new HashSet<>();
        runtime
                .createProcessInstanceQuery()
                .processDefinitionId(plan.plan().getSourceProcessDefinitionId())
                .processInstanceIds(Set.copyOf(instances))
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .forEach(running::add);
        var there = instances.stream().filter(running::contains).toList();
        if (!there.isEmpty()) {
            runtime.newMigration(plan.plan()).processInstanceIds(there).execute();
        }
        migrations.note(id, there, CaseState.MOVED, null);
        migrations.note(
                id,
                instances.stream().filter(instance -> !running.contains(instance)).toList(),
                CaseState.GONE,
                OVER);
    }

    private <T> T inOne(Supplier<T> work) {
        return retrying.call(
                () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }

    /** A database that is away says nothing of the case. */
    private static void refuseUnlessOfACase(RuntimeException e) {
        if (e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException) {
            throw e;
        }
    }
}
