package dev.innkeeper.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.Finding;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything that is wrong with a folder of diagrams and forms, found without publishing them.
 * Whoever edits diagrams sees it before anybody approves them.
 */
@Component
public class DiagramReview {

    private static final String DIAGRAM = ".bpmn";
    private static final String FORM = ".form";

    /** With the name of the folder, the name under which it is published. */
    private static final String PUBLISHED = "processes/";

    private static final int LARGEST = 2_000_000;

    private final DiagramParser parser;
    private final Steps steps;
    private final RepositoryService repository;
    private final EngineUser engineUser;
    private final ObjectProvider<ProcessContract> contracts;
    private final ObjectProvider<TaskForms> taskForms;

    DiagramReview(
            DiagramParser parser,
            Steps steps,
            RepositoryService repository,
            EngineUser engineUser,
            ObjectProvider<ProcessContract> contracts,
            ObjectProvider<TaskForms> taskForms) {
        this.parser = parser;
        this.steps = steps;
        this.repository = repository;
        this.engineUser = engineUser;
        this.contracts = contracts;
        this.taskForms = taskForms;
    }

    /**
     * Checks a folder as it would be published.
     *
     * @param folder its name below {@code processes}, such as {@code complaint}
     * @param files the content of each of its files, by name
     * @return what is wrong, file by file; empty for a folder that may go live
     */
    public List<Finding> check(String folder, Map<String, byte[]> files) {
        return engineUser.asTheService(() -> new Folder(folder, files).check());
    }

    /** One folder while it is checked. */
    private final class Folder {

        private final String name;
        private final Map<String, byte[]> files;
        private final Map<String, DiagramSource> sources = new TreeMap<>();
        private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
        private final Map<String, JsonNode> forms = new TreeMap<>();
        private final List<Finding> findings = new ArrayList<>();

        private Folder(String name, Map<String, byte[]> files) {
            this.name = name;
            this.files = new TreeMap<>(files);
        }

        private List<Finding> check() {
            files.forEach(this::read);
            var known = known();
            sources.forEach(
                    (file, source) -> {
                        var notes = new DiagramNotes(source);
                        if (diagrams.containsKey(file)) {
                            lint(diagrams.get(file), source, known, notes);
                        }
                        findings.addAll(notes.all());
                        findings.addAll(news(notes.all(), parser.parse(source, files)));
                    });
            processes();
            unusedForms();
            return List.copyOf(findings);
        }

        private void read(String file, byte[] content) {
            if (file.endsWith(FORM)) {
                var read = FormReview.read(file, content);
                findings.addAll(read.findings());
                read.form().ifPresent(form -> forms.put(form.path("id").asText(), form));
            } else if (!file.endsWith(DIAGRAM)) {
                findings.add(
                        Finding.error(
                                file,
                                "",
                                "Only diagrams (.bpmn) and forms (.form) are published; take the"
                                        + " file out. | 只能发布流程图（.bpmn）和表单（.form）；请移除该文件。"));
            } else if (content.length > LARGEST) {
                findings.add(
                        Finding.error(
                                file,
                                "",
                                "The diagram is larger than 2 MB; make two of it. |"
                                        + " 流程图超过 2 MB；请拆分为两个。"));
            } else {
                readDiagram(file, content);
            }
        }

        private void readDiagram(String file, byte[] content) {
            try {
                sources.put(file, DiagramSource.of(file, content));
            } catch (DiagramSource.Unreadable e) {
                findings.add(e.finding());
                return;
            }
            try {
                diagrams.put(file, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
            } catch (ModelException e) {
                // The engine refuses the same, and says where.
                diagrams.remove(file);
            }
        }

        private void lint(
                BpmnModelInstance diagram,
                DiagramSource source,
                DiagramWords.Known known,
                DiagramNotes notes) {
            new DiagramLint(diagram, source.file(), notes).check();
            new DiagramWays(diagram, notes).check();
            new DiagramWords(diagram, known, notes).check();
            diagram.getModelElementsByType(Process.class).stream()
                    .map(process -> known.contracts().get(process.getId()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(
                            contract ->
                                    new VariableFlow(
                                                    diagram, source, contract, known.steps(), notes)
                                            .check());
        }

        /** What the engine says of an element of which nothing graver was said in plainer words. */
        private List<Finding> news(List<Finding> said, List<Finding> byTheEngine) {
            var places =
                    said.stream()
                            .filter(Finding::isError)
                            .map(Finding::place)
                            .filter(place -> !place.isEmpty())
                            .collect(Collectors.toSet());
            return byTheEngine.stream()
                    .filter(
                            finding ->
                                    !places.contains(finding.place())
                                            || !DiagramParser.isInTheEnginesWords(finding))
                    .toList();
        }

        private DiagramWords.Known known() {
            var processes =
                    repository.createProcessDefinitionQuery().latestVersion().list().stream()
                            .map(ProcessDefinition::getKey)
                            .collect(Collectors.toCollection(TreeSet::new));
            processes.addAll(processIds().keySet());
            return new DiagramWords.Known(
                    contracts.stream()
                            .collect(
                                    Collectors.toMap(
                                            ProcessContract::processKey, Function.identity())),
                    taskForms.stream()
                            .collect(Collectors.toMap(TaskForms::processKey, Function.identity())),
                    processes,
                    steps.names().stream()
                            .flatMap(bean -> steps.methods(bean).keySet().stream())
                            .collect(Collectors.toSet()),
                    forms);
        }

        /** The file of each process. */
        private Map<String, String> processIds() {
            var ids = new HashMap<String, String>();
            diagrams.forEach(
                    (file, diagram) ->
                            diagram.getModelElementsByType(Process.class)
                                    .forEach(process -> ids.putIfAbsent(process.getId(), file)));
            return ids;
        }

        /** No process belongs to two folders, and none that the code starts goes away. */
        private void processes() {
            var here = processIds();
            var ours =
                    repository
                            .createDeploymentQuery()
                            .deploymentName(PUBLISHED + name)
                            .list()
                            .stream()
                            .map(Deployment::getId)
                            .collect(Collectors.toSet());
            for (var published : repository.createProcessDefinitionQuery().latestVersion().list()) {
                var isOurs = ours.contains(published.getDeploymentId());
                var file = here.get(published.getKey());
                if (file != null && !isOurs) {
                    findings.add(
                            Finding.error(
                                    file,
                                    "element " + published.getKey(),
                                    "Another folder publishes a process %1$s already; give this one another id. | 其他文件夹已发布流程 %1$s；请为本流程另取 id。"
                                            .formatted(published.getKey())));
                } else if (file == null && isOurs && diagrams.size() == sources.size()) {
                    gone(published.getKey());
                }
            }
        }

        private void gone(String process) {
            if (contracts.stream().anyMatch(known -> known.processKey().equals(process))) {
                findings.add(
                        Finding.error(
                                "",
                                "",
                                "The process %1$s, which the service starts, is no longer in the folder; put its diagram back, or give it back its id. | 服务会启动流程 %1$s，但文件夹中已没有它；请恢复其流程图或其 id。"
                                        .formatted(process)));
            }
        }

        private void unusedForms() {
            Set<String> used =
                    diagrams.values().stream()
                            .flatMap(
                                    diagram ->
                                            Stream.concat(
                                                    diagram
                                                            .getModelElementsByType(UserTask.class)
                                                            .stream()
                                                            .map(UserTask::getCamundaFormRef),
                                                    diagram
                                                            .getModelElementsByType(
                                                                    StartEvent.class)
                                                            .stream()
                                                            .map(StartEvent::getCamundaFormRef)))
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet());
            if (diagrams.size() < sources.size()) {
                return;
            }
            for (var form : forms.keySet()) {
                if (!used.contains(form)) {
                    findings.add(
                            Finding.warning(
                                    form + FORM,
                                    "",
                                    "No task of the folder uses this form; name it in a task, or"
                                        + " take the file out. | 文件夹中没有任务使用该表单；请在任务中指定，或移除该文件。"));
                }
            }
        }
    }
}
