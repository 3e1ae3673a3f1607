package dev.innkeeper.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;

/** What the tests of a class walk of the diagrams that they are about. */
public final class Walks {

    private final Class<?> tests;
    private final Set<String> walked = new TreeSet<>();
    private int run;

    /** The walks of a class of tests. */
    public Walks(Class<?> tests) {
        this.tests = tests;
    }

    /** Notes what the test that is over has walked. */
    public void note(HistoryService history) {
        history.createHistoricActivityInstanceQuery().list().stream()
                .map(activity -> activity.getActivityId())
                .forEach(walked::add);
        run++;
    }

    /**
     * Checks that every element of these processes was walked, where every test of the class ran.
     */
    public void coverEveryElementOf(RepositoryService repository, String... processes) {
        var all =
                Arrays.stream(tests.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .count();
        if (run < all) {
            return;
        }
        var elements =
                Arrays.stream(processes)
                        .map(
                                key ->
                                        repository
                                                .createProcessDefinitionQuery()
                                                .processDefinitionKey(key)
                                                .latestVersion()
                                                .singleResult())
                        .flatMap(
                                process ->
                                        repository
                                                .getBpmnModelInstance(process.getId())
                                                .getModelElementsByType(FlowNode.class)
                                                .stream())
                        .filter(node -> !(node instanceof SubProcess))
                        .map(FlowNode::getId)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(elements).isNotEmpty();
        elements.removeAll(walked);
        assertThat(elements).as("elements that no test walks").isEmpty();
    }
}
