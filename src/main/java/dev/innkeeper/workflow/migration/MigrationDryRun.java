package dev.innkeeper.workflow.migration;

import dev.innkeeper.common.Finding;
import dev.innkeeper.workflow.EngineUser;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of the running cases when edited diagrams go live: whether they could move to them.
 * The diagrams are published, cases of each kind are moved, and all of it is taken back.
 */
@Component
public class MigrationDryRun {

    private static final String NAME = "dry run";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ProcessVersions versions;
    private final MigrationTrials trials;
    private final EngineUser engineUser;
    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transaction;

    MigrationDryRun(
            RepositoryService repository,
            RuntimeService runtime,
            ProcessVersions versions,
            MigrationTrials trials,
            EngineUser engineUser,
            ProcessEngineConfigurationImpl engine,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.runtime = runtime;
        this.versions = versions;
        this.trials = trials;
        this.engineUser = engineUser;
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Which running cases could not move to these diagrams, and why. They would stay in the version
     * in which they run, so this keeps nothing from going live.
     *
     * @param folder its name below {@code processes}
     * @param files the content of each of its files, by name; they pass {@code DiagramReview}
     * @return a warning for each place at which cases stand that could not move
     */
    public List<Finding> dryRun(String folder, Map<String, byte[]> files) {
        var tried = new ArrayList<String>();
        try {
            return Objects.requireNonNull(
                    transaction.execute(
                            status -> {
                                status.setRollbackOnly();
                                return engineUser.asTheService(
                                        () -> tryOut(folder, files, tried::add));
                            }));
        } finally {
            // The engine keeps what it has read of a version that was never there.
            tried.forEach(engine.getDeploymentCache()::removeProcessDefinition);
        }
    }

    private List<Finding> tryOut(String folder, Map<String, byte[]> files, Consumer<String> tried) {
        var deployment = repository.createDeployment().name(NAME + " " + folder);
        files.forEach(
                (name, content) ->
                        deployment.addInputStream(name, new ByteArrayInputStream(content)));
        List<ProcessDefinition> drafts;
        try {
            drafts = deployment.deployWithResult().getDeployedProcessDefinitions();
        } catch (ProcessEngineException e) {
            return List.of(
                    Finding.warning(
                            "",
                            "",
                            "Whether running cases could move was not tried, since the diagrams"
                                    + " cannot be published yet; mend what else is found first. |"
                                    + " 流程图尚不能发布，因此未试算运行中的案件能否迁移；请先修正其他问题。"));
        }
        if (drafts == null) {
            return List.of();
        }
        drafts.forEach(draft -> tried.accept(draft.getId()));
        return drafts.stream().flatMap(draft -> findings(draft).stream()).toList();
    }

    private List<Finding> findings(ProcessDefinition draft) {
        var findings = new ArrayList<Finding>();
        for (var used : versions.inUse(draft.getKey())) {
            var plan = Plan.of(runtime, repository, used, draft, Map.of());
            for (var place : trials.places(used.getId(), plan)) {
                for (var obstacle : place.obstacles()) {
                    findings.add(warning(draft, used, place, obstacle));
                }
            }
        }
        return findings;
    }

    private static Finding warning(
            ProcessDefinition draft, ProcessDefinition used, Place place, String obstacle) {
        var halves = obstacle.split(" \\| ", 2);
        return Finding.warning(
                draft.getResourceName(),
                place.at().isEmpty() ? "" : "element " + String.join(", ", place.at()),
                "Running cases of version %2$d that cannot move here and would end in their version: %1$d. For each of them: %3$s | 版本 %2$d 中有 %1$d 个运行中的案件无法迁移，将在原版本中结束。各案件：%4$s"
                        .formatted(place.cases(), used.getVersion(), halves[0], halves[1]));
    }
}
