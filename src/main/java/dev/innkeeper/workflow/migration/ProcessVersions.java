package dev.innkeeper.workflow.migration;

import dev.innkeeper.common.Nearest;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.workflow.ChineseNames;
import dev.innkeeper.workflow.EngineUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published processes with their versions, and how many cases run in each. */
@Component
public class ProcessVersions {

    private final RepositoryService repository;
    private final EngineUser engineUser;
    private final ChineseNames names;
    private final JdbcClient jdbc;

    ProcessVersions(
            RepositoryService repository,
            EngineUser engineUser,
            ChineseNames names,
            JdbcClient jdbc) {
        this.names = names;
        this.repository = repository;
        this.engineUser = engineUser;
        this.jdbc = jdbc;
    }

    /**
     * A process.
     *
     * @param key its id in the diagram
     * @param name its name in the newest version, {@code English | 中文} where it has both
     * @param versions the newest first: it, and those in which cases run
     */
    public record PublishedProcess(String key, String name, List<Version> versions) {}

    /**
     * A version of a process.
     *
     * @param number from 1
     * @param publishedAt when it was published
     * @param running how many cases run in it
     * @param newest whether new cases start in it
     */
    public record Version(
            int number, @Nullable Instant publishedAt, long running, boolean newest) {}

    /** Every process by its key, with the newest version and each in which cases run. */
    public List<PublishedProcess> list() {
        return engineUser.asTheService(this::read);
    }

    private List<PublishedProcess> read() {
        var running = running();
        var published =
                repository.createDeploymentQuery().list().stream()
                        .collect(
                                Collectors.toMap(
                                        Deployment::getId,
                                        each -> each.getDeploymentTime().toInstant()));
        var byKey =
                repository.createProcessDefinitionQuery().list().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ProcessDefinition::getKey,
                                        TreeMap::new,
                                        Collectors.toList()));
        return byKey.values().stream().map(each -> process(each, running, published)).toList();
    }

    private PublishedProcess process(
            List<ProcessDefinition> definitions,
            Map<String, Long> running,
            Map<String, Instant> published) {
        var sorted =
                definitions.stream()
                        .sorted(Comparator.comparingInt(ProcessDefinition::getVersion).reversed())
                        .toList();
        var newest = sorted.get(0);
        var versions =
                sorted.stream()
                        .filter(each -> each == newest || running.containsKey(each.getId()))
                        .map(
                                each ->
                                        new Version(
                                                each.getVersion(),
                                                published.get(each.getDeploymentId()),
                                                running.getOrDefault(each.getId(), 0L),
                                                each == newest))
                        .toList();
        var name = newest.getName() == null ? newest.getKey() : newest.getName();
        var both =
                names.ofProcess(newest.getId()).map(chinese -> name + " | " + chinese).orElse(name);
        return new PublishedProcess(newest.getKey(), both, versions);
    }

    /** How many cases run in each version, by the id of its definition; none where none run. */
    Map<String, Long> running() {
        return jdbc
                .sql(
                        """
                        SELECT PROC_DEF_ID_ AS definition, COUNT(*) AS cases FROM ACT_RU_EXECUTION
                        WHERE PARENT_ID_ IS NULL GROUP BY PROC_DEF_ID_
                        """)
                .query(Running.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Running::definition, Running::cases));
    }

    private record Running(String definition, long cases) {}

    /** The definitions of a process in which cases run. */
    List<ProcessDefinition> inUse(String key) {
        var running = running();
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).list().stream()
                .filter(each -> running.containsKey(each.getId()))
                .toList();
    }

    /**
     * The definition of a version.
     *
     * @param field the field that names the version, for the refusal
     * @param version its number, or null for the newest
     * @throws Refusal UNKNOWN where there is no such process or version, naming those there are
     */
    ProcessDefinition find(String key, String field, @Nullable Integer version) {
        var all = repository.createProcessDefinitionQuery().processDefinitionKey(key).list();
        if (all.isEmpty()) {
            throw unknownProcess(key);
        }
        var byNumber =
                all.stream()
                        .collect(
                                Collectors.toMap(
                                        ProcessDefinition::getVersion,
                                        Function.identity(),
                                        (one, other) -> one,
                                        TreeMap::new));
        return Optional.ofNullable(
                        version == null ? byNumber.lastEntry().getValue() : byNumber.get(version))
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        field,
                                        "The process %1$s has no version %2$d. | 流程 %1$s 没有版本 %2$d。"
                                                .formatted(key, version),
                                        "Use one of: %1$s. | 请使用以下之一：%1$s。"
                                                .formatted(byNumber.keySet())));
    }

    private Refusal unknownProcess(String key) {
        var keys =
                repository.createProcessDefinitionQuery().latestVersion().list().stream()
                        .map(ProcessDefinition::getKey)
                        .sorted()
                        .toList();
        var near = Nearest.to(key, keys);
        return Refusal.unknown(
                "process",
                "There is no process %1$s. | 没有流程 %1$s。".formatted(key),
                near.map(name -> "Did you mean %1$s? | 是否指 %1$s？".formatted(name))
                        .orElse(
                                "Use one of: %1$s. | 请使用以下之一：%1$s。"
                                        .formatted(String.join(", ", keys))));
    }
}
