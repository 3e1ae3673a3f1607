package dev.innkeeper.workflow;

import dev.innkeeper.common.Refusal;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes diagrams: a folder with its forms as one. */
@Component
public class DiagramPublisher {

    private static final Logger log = LoggerFactory.getLogger(DiagramPublisher.class);
    private static final String NAME = "processes/";

    private final RepositoryService repository;

    DiagramPublisher(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * Publishes a folder as {@link #publish} does, unless new cases follow these very files
     * already. The engine's own comparison goes by the time of publication, which a clock that was
     * moved turns round. No two nodes may do this at once.
     */
    public void publishIfChanged(String folder, Map<String, byte[]> files) {
        if (!isFollowed(folder, files)) {
            publish(folder, files);
        }
    }

    private boolean isFollowed(String folder, Map<String, byte[]> files) {
        var published =
                repository.createDeploymentQuery().deploymentName(NAME + folder).list().stream()
                        .map(Deployment::getId)
                        .collect(Collectors.toSet());
        var followed =
                repository.createProcessDefinitionQuery().latestVersion().list().stream()
                        .map(ProcessDefinition::getDeploymentId)
                        .filter(published::contains)
                        .distinct()
                        .toList();
        return followed.size() == 1 && holds(followed.get(0), files);
    }

    private boolean holds(String deployment, Map<String, byte[]> files) {
        var resources = repository.getDeploymentResources(deployment);
        return resources.size() == files.size()
                && resources.stream()
                        .allMatch(
                                resource ->
                                        Arrays.equals(
                                                resource.getBytes(),
                                                files.get(resource.getName())));
    }

    /**
     * Publishes a folder in the caller's transaction; cases that start from its end on follow these
     * diagrams.
     *
     * @param folder its name below {@code processes}
     * @param files diagrams and forms by name
     * @throws Refusal REFUSED where the engine does not take them; nothing is published then
     */
    public void publish(String folder, Map<String, byte[]> files) {
        var deployment = repository.createDeployment().name(NAME + folder).source("innkeeper");
        files.forEach(
                (name, content) ->
                        deployment.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            var published = deployment.deployWithResult().getDeployedProcessDefinitions();
            if (published != null) {
                published.forEach(
                        process ->
                                log.info(
                                        "Published process {} version {}",
                                        process.getKey(),
                                        process.getVersion()));
            }
        } catch (ParseException e) {
            throw refusal(folder, explain(e));
        } catch (ProcessEngineException e) {
            throw refusal(folder, e.getMessage());
        }
    }

    private static Refusal refusal(String folder, String why) {
        return Refusal.refused(
                "files",
                "The diagrams in %s are not right: %s | %1$s中的流程图有误：%2$s"
                        .formatted(NAME + folder, why),
                "Mend what is named and publish again. | 请修正所列问题后重新发布。");
    }

    /** One line for each error: file, line, element, what is wrong. */
    static String explain(ParseException e) {
        var text = new StringBuilder();
        for (var report : e.getResorceReports()) {
            for (var problem : report.getErrors()) {
                text.append(System.lineSeparator())
                        .append("  ")
                        .append(report.getResourceName())
                        .append(':')
                        .append(problem.getLine());
                if (problem.getMainElementId() != null) {
                    text.append(" (").append(problem.getMainElementId()).append(')');
                }
                text.append(' ').append(problem.getMessage());
            }
        }
        return text.toString();
    }
}
