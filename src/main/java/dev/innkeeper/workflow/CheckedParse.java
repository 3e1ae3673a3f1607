package dev.innkeeper.workflow;

import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Reads a diagram as the engine does, after {@link DiagramCheck} has found nothing wrong with it.
 */
class CheckedParse extends BpmnParse {

    private final Steps steps;

    CheckedParse(BpmnParser parser, Steps steps) {
        super(parser);
        this.steps = steps;
    }

    @Override
    protected void parseRootElement() {
        var isPublished = deployment != null && deployment.isNew();
        var resources = isPublished ? deployment.getResources() : null;
        // Without an id it is only looked at, and its forms are reviewed by themselves.
        if (resources != null && deployment.getId() != null) {
            checkForms(resources);
        }
        new DiagramCheck(steps, resources == null ? Map.of() : resources, this::addProblem)
                .check(rootElement);
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }

    private void checkForms(Map<String, ResourceEntity> resources) {
        for (var resource : resources.values()) {
            if (resource.getName().endsWith(".form")) {
                FormReview.read(resource.getName(), resource.getBytes())
                        .harm()
                        .forEach(
                                finding ->
                                        addError(
                                                "%s, %s: %s"
                                                        .formatted(
                                                                finding.file(),
                                                                finding.place(),
                                                                finding.message()),
                                                rootElement));
            }
        }
    }

    private void addProblem(String sentence, Element element, String id) {
        addError(sentence, element, id);
    }
}
