package dev.innkeeper.workflow.migration;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.OneTransaction;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Shows what moving cases to another version would do, and has them moved. */
@Component
public class MigrationDesk {

    private final ProcessVersions versions;
    private final MigrationTrials trials;
    private final Migrations migrations;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final EngineUser engineUser;
    private final OneTransaction transaction;
    private final ApplicationEventPublisher events;

    MigrationDesk(
            ProcessVersions versions,
            MigrationTrials trials,
            Migrations migrations,
            RuntimeService runtime,
            RepositoryService repository,
            EngineUser engineUser,
            OneTransaction transaction,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.trials = trials;
        this.migrations = migrations;
        this.runtime = runtime;
        this.repository = repository;
        this.engineUser = engineUser;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * What would become of the cases of a version. Nothing is changed.
     *
     * @param offset how many cases are passed over, of those that are shown one by one
     * @param limit how many are shown one by one; each is tried, which takes some hundredths of a
     *     second
     * @throws Refusal as {@link #start} does
     */
    public MigrationPreview preview(MigrationRequest asked, int offset, int limit) {
        return engineUser.asTheService(
                () -> {
                    var from = from(asked);
                    var to = to(asked, from);
                    var plan = Plan.of(runtime, repository, from, to, asked.activities());
                    return new MigrationPreview(
                            asked.process(),
                            from.getVersion(),
                            to.getVersion(),
                            trials.places(from.getId(), plan),
                            trials.cases(from.getId(), plan, offset, limit));
                });
    }

    /**
     * Has the cases that run in a version now moved to another; this goes on in the background. A
     * case that cannot be moved stays as it is.
     *
     * @throws Refusal UNKNOWN where there is no such process, version or element; REFUSED where an
     *     element cannot take the place of another; NOT_NOW where no case runs in the version
     */
    public Migration start(MigrationRequest asked, Actor by) {
        return transaction.of(
                () -> {
                    var from = from(asked);
                    var to = to(asked, from);
                    Plan.of(runtime, repository, from, to, asked.activities());
                    var id = migrations.begin(from, to, asked.activities(), by.userId());
                    var begun = read(id);
                    if (begun.cases() == 0) {
                        throw Refusal.notNow(
                                "No case runs in version %1$d of %2$s. | %2$s 的版本 %1$d 中没有运行中的案件。"
                                        .formatted(from.getVersion(), asked.process()),
                                "Choose a version in which cases run; the list of processes shows"
                                        + " them. | 请选择有案件运行的版本，见流程列表。");
                    }
                    events.publishEvent(new MigrationStarted(id));
                    return begun;
                });
    }

    private ProcessDefinition from(MigrationRequest asked) {
        return versions.find(asked.process(), "from", asked.from());
    }

    private ProcessDefinition to(MigrationRequest asked, ProcessDefinition from) {
        var to = versions.find(asked.process(), "to", asked.to());
        if (to.getId().equals(from.getId())) {
            throw Refusal.refused(
                    "to",
                    "The cases are in version %1$d already. | 案件已在版本 %1$d 中。"
                            .formatted(from.getVersion()),
                    "Choose another version. | 请选择其他版本。");
        }
        return to;
    }

    /**
     * How far a migration is.
     *
     * @throws Refusal UNKNOWN where there is none of this number
     */
    public Migration read(long id) {
        return migrations
                .find(id)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "id",
                                        "There is no migration %1$d. | 没有迁移 %1$d。".formatted(id),
                                        "Look for it in the list of migrations. | 请在迁移列表中查找。"));
    }

    /** The migrations, latest first. */
    public Page<Migration> list(int offset, int limit) {
        return migrations.list(offset, limit);
    }

    /**
     * The cases of a migration by their numbers.
     *
     * @param state those of which this became, or null for all
     * @throws Refusal UNKNOWN where there is no such migration
     */
    public Page<MigratedCase> cases(long id, @Nullable CaseState state, int offset, int limit) {
        read(id);
        return migrations.cases(id, state, offset, limit);
    }
}
