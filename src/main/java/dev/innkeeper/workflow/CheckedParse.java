package dev.innkeeper.workflow;

import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
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
        new DiagramCheck(steps, resources == null ? Map.of() : resources, this::addProblem)
                .check(rootElement);
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }

    private void addProblem(String sentence, Element element, String id) {
        addError(sentence, element, id);
    }
}
