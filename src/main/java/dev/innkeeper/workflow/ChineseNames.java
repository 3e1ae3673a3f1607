package dev.innkeeper.workflow;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/**
 * The Chinese names that diagrams give their elements by a Camunda property {@code name.zh}. A
 * definition never changes once it is published, so each is read once.
 */
@Component
public class ChineseNames {

    private static final String PROPERTY = "name.zh";
    private static final int DEFINITIONS_KEPT = 200;

    private final RepositoryService repository;
    private final Map<String, Map<String, String>> known =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<String, Map<String, String>> eldest) {
                            return size() > DEFINITIONS_KEPT;
                        }
                    });

    ChineseNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** The name of a process. */
    public Optional<String> ofProcess(String definitionId) {
        return of(definitionId, definitionId.split(":", 2)[0]);
    }

    /** The name of an element of a process. */
    Optional<String> of(String definitionId, String elementId) {
        return Optional.ofNullable(all(definitionId).get(elementId));
    }

    /** All names of a process by element. */
    Map<String, String> all(String definitionId) {
        Map<String, String> names = known.get(definitionId);
        if (names == null) {
            names = read(definitionId);
            known.put(definitionId, names);
        }
        return names;
    }

    private Map<String, String> read(String definitionId) {
        BpmnModelInstance model;
        try {
            model = repository.getBpmnModelInstance(definitionId);
        } catch (NotFoundException | NullValueException e) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        model.getModelElementsByType(Process.class).forEach(one -> add(one, names));
        model.getModelElementsByType(FlowElement.class).forEach(one -> add(one, names));
        return Map.copyOf(names);
    }

    private static void add(BaseElement element, Map<String, String> names) {
        nameOf(element).ifPresent(name -> names.put(element.getId(), name));
    }

    /** The name that a diagram gives an element. */
    public static Optional<String> nameOf(BaseElement element) {
        ExtensionElements extensions = element.getExtensionElements();
        if (extensions == null) {
            return Optional.empty();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> PROPERTY.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
