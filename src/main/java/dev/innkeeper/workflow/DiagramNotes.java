package dev.innkeeper.workflow;

import dev.innkeeper.common.Finding;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** What is found in one diagram. */
final class DiagramNotes {

    private final DiagramSource source;
    private final List<Finding> findings = new ArrayList<>();

    DiagramNotes(DiagramSource source) {
        this.source = source;
    }

    /** Something that keeps the diagram from going live. */
    void error(BaseElement element, String message, Object... arguments) {
        findings.add(source.error(element.getId(), message.formatted(arguments)));
    }

    /** Something that is told only. */
    void warning(BaseElement element, String message, Object... arguments) {
        findings.add(source.warning(element.getId(), message.formatted(arguments)));
    }

    /** Everything found so far. */
    List<Finding> all() {
        return findings;
    }
}
