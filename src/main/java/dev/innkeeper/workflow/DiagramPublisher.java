package dev.innkeeper.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Publishes the diagrams at the start: each folder below {@code processes} with its forms as one,
 * and only where something in it has changed. A folder that is not right is reported and passed
 * over; what was published before goes on serving.
 */
@Component
class DiagramPublisher implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DiagramPublisher.class);
    private static final String PACKED = "processes/";

    private final RepositoryService repository;
    private final WorkflowProperties properties;

    DiagramPublisher(RepositoryService repository, WorkflowProperties properties) {
        this.repository = repository;
        this.properties = properties;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            folders().forEach(this::publish);
        } catch (IOException e) {
            throw new IllegalStateException("The diagrams cannot be read", e);
        }
    }

    private void publish(String folder, SortedMap<String, Resource> files) {
        var deployment =
                repository
                        .createDeployment()
                        .name(PACKED + folder)
                        .source("innkeeper")
                        .enableDuplicateFiltering(false);
        try {
            for (var file : files.entrySet()) {
                deployment.addInputStream(file.getKey(), file.getValue().getInputStream());
            }
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
            log.error(
                    "The processes in {} are not right and were not published; those published"
                            + " before go on serving.{}",
                    PACKED + folder,
                    explain(e));
        } catch (ProcessEngineException | IOException e) {
            log.error(
                    "The processes in {} could not be published; those published before go on"
                            + " serving. {}",
                    PACKED + folder,
                    e.getMessage(),
                    e);
        }
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

    private Map<String, SortedMap<String, Resource>> folders() throws IOException {
        var root = properties.processes();
        var location =
                Files.isDirectory(root)
                        ? root.toRealPath().toUri().toString()
                        : "classpath*:" + PACKED;
        var resolver = new PathMatchingResourcePatternResolver();
        var folders = new TreeMap<String, SortedMap<String, Resource>>();
        for (var kind : new String[] {"bpmn", "form"}) {
            for (var file : resolver.getResources(location + "*/*." + kind)) {
                var path = file.getURL().getPath();
                var name = path.substring(path.lastIndexOf('/') + 1);
                var parent = path.substring(0, path.lastIndexOf('/'));
                var folder = parent.substring(parent.lastIndexOf('/') + 1);
                folders.computeIfAbsent(folder, key -> new TreeMap<>()).put(name, file);
            }
        }
        return folders;
    }
}
