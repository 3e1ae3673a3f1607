package dev.innkeeper.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Whether a diagram keeps to what diagrams of this house may do: services are steps, forms are
 * published with the diagram, and there is no code of any kind. Whatever way a diagram comes in, it
 * passes here.
 */
final class DiagramCheck {

    private static final String CAMUNDA = BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS;
    private static final String ACTIVITI = BpmnParser.ACTIVITI_BPMN_EXTENSIONS_NS;

    private static final Map<String, String> REFUSED_ELEMENTS =
            Map.of(
                    "scriptTask", "runs a script",
                    "script", "runs a script",
                    "connector", "calls a connector",
                    "businessRuleTask", "asks a decision of the engine; call a step instead",
                    "formData", "describes a form of the engine's own kind; name a form file",
                    "field", "hands values to code",
                    "import", "imports something from elsewhere");

    private static final Map<String, String> REFUSED_ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("class", "names a class"),
                    Map.entry("delegateExpression", "names an object to be called"),
                    Map.entry("formHandlerClass", "names a class"),
                    Map.entry("variableMappingClass", "names a class"),
                    Map.entry("variableMappingDelegateExpression", "names an object to be called"),
                    Map.entry("decisionRef", "asks a decision of the engine; call a step instead"),
                    Map.entry("type", "hands the work to a mechanism of the engine"),
                    Map.entry("resource", "runs a script"),
                    Map.entry("formKey", "names a form page; name a form file with formRef"));

    private final Steps steps;
    private final Map<String, ResourceEntity> published;
    private final Problems problems;
    private String nearestId = "";

    /**
     * @param published what is published together with the diagram; empty where the engine reads a
     *     diagram again that was checked when it was published
     * @param problems takes what is wrong, in a sentence, and where
     */
    DiagramCheck(Steps steps, Map<String, ResourceEntity> published, Problems problems) {
        this.steps = steps;
        this.published = published;
        this.problems = problems;
    }

    void check(Element root) {
        var forms = published.isEmpty() ? Set.<String>of() : formIds();
        walk(root, forms);
    }

    /**
     * Takes what is wrong, in a sentence, the element, and the id of it or of the nearest around
     * it.
     */
    interface Problems {
        void add(String sentence, Element element, String id);
    }

    private void report(String sentence, Element element) {
        problems.add(sentence, element, nearestId);
    }

    private void walk(Element element, Set<String> forms) {
        var outer = nearestId;
        var id = element.attribute("id");
        nearestId = id == null ? outer : id;
        refuseElement(element);
        for (var name : element.attributes()) {
            refuseAttribute(element, name);
            checkExpressions(element, element.attribute(name));
        }
        checkExpressions(element, element.getText());
        if (element.getTagName().equals("process")) {
            checkExecutable(element);
        }
        if (element.getTagName().equals("conditionExpression")
                && element.attribute("language") != null) {
            report("A condition may not be a script.", element);
        }
        checkTimer(element);
        checkForm(element, forms);
        element.elements().forEach(child -> walk(child, forms));
        nearestId = outer;
    }

    private void refuseElement(Element element) {
        var reason = REFUSED_ELEMENTS.get(element.getTagName());
        if (reason != null) {
            report("<" + element.getTagName() + "> " + reason + ", which is not allowed.", element);
        }
    }

    private void refuseAttribute(Element element, String qualified) {
        var separator = qualified.lastIndexOf(':');
        // An attribute without a prefix belongs to its element, such as the class of a listener.
        var namespace = separator < 0 ? element.getUri() : qualified.substring(0, separator);
        var name = qualified.substring(separator + 1);
        var reason = REFUSED_ATTRIBUTES.get(name);
        if (reason != null && (CAMUNDA.equals(namespace) || ACTIVITI.equals(namespace))) {
            report("The attribute " + name + " " + reason + ", which is not allowed.", element);
        }
    }

    private void checkExecutable(Element process) {
        if ("false".equals(process.attribute("isExecutable"))) {
            report("The process is marked as not executable, so nobody could start it.", process);
        }
    }

    private void checkTimer(Element element) {
        var text = element.getText().strip();
        if (text.isEmpty() || text.contains("${") || text.contains("#{")) {
            return;
        }
        try {
            switch (element.getTagName()) {
                case "timeDate" -> OffsetDateTime.parse(text);
                case "timeDuration" -> parseDuration(text);
                case "timeCycle" -> parseDuration(text.replaceFirst("^R\\d*/", ""));
                default -> {
                    // Not a timer.
                }
            }
        } catch (DateTimeException e) {
            report(
                    "The timer cannot be read: \"%s\". Write for example 2026-03-01T09:00:00+08:00, PT30M or P2D."
                            .formatted(text),
                    element);
        }
    }

    private static void parseDuration(String text) {
        if (text.contains("T")) {
            Duration.parse(text);
        } else {
            Period.parse(text);
        }
    }

    private void checkForm(Element element, Set<String> forms) {
        var form = attribute(element, "formRef");
        if (form == null) {
            return;
        }
        if (!"deployment".equals(attribute(element, "formRefBinding"))) {
            report(
                    "The form "
                            + form
                            + " must be bound to this very publication"
                            + " (formRefBinding=\"deployment\").",
                    element);
        } else if (!published.isEmpty() && !forms.contains(form)) {
            report(
                    "There is no form with the id "
                            + form
                            + " beside the diagram. There are: "
                            + forms
                            + ".",
                    element);
        }
    }

    private static String attribute(Element element, String name) {
        var value = element.attribute(CAMUNDA + ":" + name);
        return value != null ? value : element.attribute(ACTIVITI + ":" + name);
    }

    private Set<String> formIds() {
        var mapper = new ObjectMapper();
        var ids = new HashSet<String>();
        published.forEach(
                (name, resource) -> {
                    if (name.endsWith(".form")) {
                        try {
                            JsonNode id = mapper.readTree(resource.getBytes()).path("id");
                            ids.add(id.asText());
                        } catch (IOException e) {
                            ids.add(name + " (unreadable)");
                        }
                    }
                });
        return ids;
    }

    private void checkExpressions(Element element, String text) {
        if (text == null || !(text.contains("${") || text.contains("#{"))) {
            return;
        }
        if (element.getTagName().equals("documentation")) {
            return;
        }
        try {
            var tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text.strip());
            checkNode(element, tree.getRoot());
        } catch (TreeBuilderException e) {
            report("The expression %s cannot be read.".formatted(text.strip()), element);
        }
    }

    private void checkNode(Element element, Node node) {
        if (node instanceof AstFunction function) {
            report("An expression may not use the function " + function.getName() + "().", element);
        } else if (node instanceof AstMethod call) {
            checkCall(element, call);
            return;
        } else if (node instanceof AstProperty) {
            report(
                    "An expression may not look into a value (" + node + "); read one variable.",
                    element);
        }
        for (var n = 0; n < node.getCardinality(); n++) {
            checkNode(element, node.getChild(n));
        }
    }

    private void checkCall(Element element, AstMethod call) {
        var target = call.getChild(0);
        var arguments = call.getChild(1);
        for (var n = 0; n < arguments.getCardinality(); n++) {
            checkNode(element, arguments.getChild(n));
        }
        if (!(target.getChild(0) instanceof AstIdentifier bean)
                || !steps.names().contains(bean.getName())) {
            report("An expression may call steps only, that is: " + steps.names() + ".", element);
            return;
        }
        // The text of a property access is its dot and its name.
        var method = target.toString().replaceFirst("^\\.\\s*", "");
        var known = steps.methods(bean.getName());
        if (!known.containsKey(method)) {
            report(
                    "%s has no step %s. It has: %s."
                            .formatted(bean.getName(), method, known.keySet()),
                    element);
        } else if (!known.get(method).contains(arguments.getCardinality())) {
            report(
                    "The step %s of %s takes %s arguments, not %d."
                            .formatted(
                                    method,
                                    bean.getName(),
                                    known.get(method),
                                    arguments.getCardinality()),
                    element);
        }
    }
}
