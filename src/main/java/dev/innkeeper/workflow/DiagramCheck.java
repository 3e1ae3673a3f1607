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

    /** Why something is not allowed and what to do instead, in English and in Chinese. */
    private record Reason(String english, String chinese) {}

    private static final Reason SCRIPT =
            new Reason(
                    "runs a script, which is not allowed; call a step instead",
                    "会执行脚本，不允许使用；请改为调用步骤");
    private static final Reason CLASS =
            new Reason(
                    "names a class, which is not allowed; call a step instead",
                    "指定了一个类，不允许使用；请改为调用步骤");
    private static final Reason OBJECT =
            new Reason(
                    "names an object to be called, which is not allowed; call a step with"
                            + " camunda:expression instead",
                    "指定了被调用的对象，不允许使用；请改用 camunda:expression 调用步骤");
    private static final Reason DECISION =
            new Reason(
                    "asks a decision of the engine, which is not allowed; call a step instead",
                    "调用了引擎的决策，不允许使用；请改为调用步骤");

    private static final Map<String, Reason> REFUSED_ELEMENTS =
            Map.of(
                    "scriptTask",
                    SCRIPT,
                    "script",
                    SCRIPT,
                    "connector",
                    new Reason(
                            "calls a connector, which is not allowed; call a step instead",
                            "调用了连接器，不允许使用；请改为调用步骤"),
                    "businessRuleTask",
                    DECISION,
                    "formData",
                    new Reason(
                            "describes a form of the engine's own kind, which is not allowed; name"
                                    + " a form file with formRef",
                            "使用了引擎自带的表单，不允许使用；请用 formRef 指定表单文件"),
                    "field",
                    new Reason(
                            "hands values to code, which is not allowed; take it out",
                            "向代码传值，不允许使用；请删除"),
                    "import",
                    new Reason(
                            "imports something from elsewhere, which is not allowed; take it out",
                            "引入了外部内容，不允许使用；请删除"));

    private static final Map<String, Reason> REFUSED_ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("class", CLASS),
                    Map.entry("delegateExpression", OBJECT),
                    Map.entry("formHandlerClass", CLASS),
                    Map.entry("variableMappingClass", CLASS),
                    Map.entry("variableMappingDelegateExpression", OBJECT),
                    Map.entry("decisionRef", DECISION),
                    Map.entry(
                            "caseRef",
                            new Reason(
                                    "starts a case of the engine's own kind, which is not allowed;"
                                            + " call a process instead",
                                    "启动了引擎自带的案例，不允许使用；请改为调用流程")),
                    Map.entry(
                            "type",
                            new Reason(
                                    "hands the work to a mechanism of the engine, which is not"
                                            + " allowed; call a step with camunda:expression",
                                    "把工作交给了引擎的机制，不允许使用；请用 camunda:expression 调用步骤")),
                    Map.entry("resource", SCRIPT),
                    Map.entry(
                            "formKey",
                            new Reason(
                                    "names a form page, which is not allowed; name a form file with"
                                            + " formRef",
                                    "指定了表单页面，不允许使用；请用 formRef 指定表单文件")));

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
            report(
                    "A condition may not be a script; take out its attribute language. |"
                            + " 条件不得为脚本；请删除 language 属性。",
                    element);
        }
        checkTimer(element);
        checkForm(element, forms);
        element.elements().forEach(child -> walk(child, forms));
        nearestId = outer;
    }

    private void refuseElement(Element element) {
        var reason = REFUSED_ELEMENTS.get(element.getTagName());
        if (reason != null) {
            report(
                    "<%1$s> %2$s. | <%1$s> %3$s。"
                            .formatted(element.getTagName(), reason.english, reason.chinese),
                    element);
        }
    }

    private void refuseAttribute(Element element, String qualified) {
        var separator = qualified.lastIndexOf(':');
        // An attribute without a prefix belongs to its element, such as the class of a listener.
        var namespace = separator < 0 ? element.getUri() : qualified.substring(0, separator);
        var name = qualified.substring(separator + 1);
        var reason = REFUSED_ATTRIBUTES.get(name);
        if (reason != null && (CAMUNDA.equals(namespace) || ACTIVITI.equals(namespace))) {
            report(
                    "The attribute %1$s %2$s. | 属性 %1$s %3$s。"
                            .formatted(name, reason.english, reason.chinese),
                    element);
        }
    }

    private void checkExecutable(Element process) {
        var isExecutable = process.attribute("isExecutable");
        if ("false".equals(isExecutable) || isExecutable == null && !published.isEmpty()) {
            report(
                    "The process is not marked as executable, so nobody could start it; set"
                            + " isExecutable=\"true\". | 流程未标记为可执行，无法启动；请设置"
                            + " isExecutable=\"true\"。",
                    process);
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
                    "The timer cannot be read: \"%1$s\". Write the variable with its date, such as ${nextCheckAt}. | 无法识别定时器“%1$s”；请填写含有日期的变量，例如 ${nextCheckAt}。"
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
                    "The form %1$s must be bound to this very publication: set formRefBinding=\"deployment\". | 表单 %1$s 必须与本次发布绑定：请设置 formRefBinding=\"deployment\"。"
                            .formatted(form),
                    element);
        } else if (!published.isEmpty() && !forms.contains(form)) {
            report(
                    "There is no form with the id %1$s beside the diagram.%2$s | 流程图旁没有 id 为 %1$s 的表单。%3$s"
                            .formatted(
                                    form,
                                    Suggestion.english(form, forms),
                                    Suggestion.chinese(form, forms)),
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
            report(
                    "The expression %1$s cannot be read; look at its brackets and quotes. | 无法识别表达式 %1$s；请检查括号和引号。"
                            .formatted(text.strip()),
                    element);
        }
    }

    private void checkNode(Element element, Node node) {
        if (node instanceof AstFunction function) {
            report(
                    "An expression may not use the function %1$s(); read a variable or call a step. | 表达式不得使用函数 %1$s()；请读取变量或调用步骤。"
                            .formatted(function.getName()),
                    element);
        } else if (node instanceof AstMethod call) {
            checkCall(element, call);
            return;
        } else if (node instanceof AstProperty) {
            report(
                    "An expression may not look into a value (%1$s); read one variable. | 表达式不得访问值的内部（%1$s）；请只读取一个变量。"
                            .formatted(node),
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
        if (!(target.getChild(0) instanceof AstIdentifier bean)) {
            report(
                    "An expression may call steps only, as in"
                            + " #{complaintSteps.gradeComplaint(execution)}. | 表达式只能调用步骤，例如"
                            + " #{complaintSteps.gradeComplaint(execution)}。",
                    element);
            return;
        }
        var known = steps.names();
        if (!known.contains(bean.getName())) {
            report(
                    "An expression may call steps only, and %1$s are none.%2$s | 表达式只能调用步骤，%1$s 不是步骤。%3$s"
                            .formatted(
                                    bean.getName(),
                                    Suggestion.english(bean.getName(), known),
                                    Suggestion.chinese(bean.getName(), known)),
                    element);
            return;
        }
        checkStep(element, call, bean.getName());
    }

    private void checkStep(Element element, AstMethod call, String bean) {
        // The text of a property access is its dot and its name.
        var method = call.getChild(0).toString().replaceFirst("^\\.\\s*", "");
        var given = call.getChild(1).getCardinality();
        var known = steps.methods(bean);
        if (!known.containsKey(method)) {
            report(
                    "%1$s has no step %2$s.%3$s | %1$s 没有步骤 %2$s。%4$s"
                            .formatted(
                                    bean,
                                    method,
                                    Suggestion.english(method, known.keySet()),
                                    Suggestion.chinese(method, known.keySet())),
                    element);
        } else if (!known.get(method).contains(given)) {
            report(
                    "The step %1$s of %2$s takes %3$s arguments, not %4$d; write #{%2$s.%1$s(execution)}. | %2$s 的步骤 %1$s 需要 %3$s 个参数，而不是 %4$d 个；请写 #{%2$s.%1$s(execution)}。"
                            .formatted(method, bean, known.get(method), given),
                    element);
        }
    }
}
