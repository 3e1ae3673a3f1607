package dev.innkeeper.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the code knows of one process, for the review of its diagram: a variable that a gateway
 * reads must have been written, and a message for which an event waits must be sent by somebody. A
 * feature's process package has one bean of this type for each of its processes.
 *
 * @param processKey the id of the process in its diagram
 * @param given the variables that are there when the process starts
 * @param steps the variables that each step writes, by the name of its method; steps that write
 *     none are left out
 * @param tasks the variables that the answers of each user task write, by the id of the task; every
 *     task whose answers the code takes is there
 * @param messages the messages that the code sends to the process
 */
public record ProcessContract(
        String processKey,
        Set<String> given,
        Map<String, Set<String>> steps,
        Map<String, Set<String>> tasks,
        Set<String> messages) {

    /** Copies what it is given. */
    public ProcessContract {
        given = Set.copyOf(given);
        steps = Map.copyOf(steps);
        tasks = Map.copyOf(tasks);
        messages = Set.copyOf(messages);
    }

    /** A process that starts without variables, writes none and gets no messages. */
    public static ProcessContract of(String processKey) {
        return new ProcessContract(processKey, Set.of(), Map.of(), Map.of(), Set.of());
    }

    /** The same with variables that are there from the start. */
    public ProcessContract given(Collection<String> variables) {
        return new ProcessContract(processKey, Set.copyOf(variables), steps, tasks, messages);
    }

    /** The same with the variables that a step writes. */
    public ProcessContract step(String method, Collection<String> always, String... more) {
        return new ProcessContract(
                processKey, given, and(steps, method, always, more), tasks, messages);
    }

    /** The same with the variables that the answers of a user task write. */
    public ProcessContract task(String id, Collection<String> always, String... more) {
        return new ProcessContract(
                processKey, given, steps, and(tasks, id, always, more), messages);
    }

    /** The same with the messages that the code sends. */
    public ProcessContract sends(String... names) {
        return new ProcessContract(processKey, given, steps, tasks, Set.of(names));
    }

    private static Map<String, Set<String>> and(
            Map<String, Set<String>> before,
            String name,
            Collection<String> always,
            String... more) {
        var variables = new HashSet<>(always);
        variables.addAll(Arrays.asList(more));
        var all = new HashMap<>(before);
        all.put(name, Set.copyOf(variables));
        return all;
    }

    /** Every variable that anything writes. */
    Set<String> variables() {
        var all = new HashSet<>(given);
        steps.values().forEach(all::addAll);
        tasks.values().forEach(all::addAll);
        return all;
    }

    /** The ids of tasks and the names of steps that write a variable. */
    Set<String> writersOf(String variable) {
        return Stream.of(steps, tasks)
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> each.getValue().contains(variable))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
