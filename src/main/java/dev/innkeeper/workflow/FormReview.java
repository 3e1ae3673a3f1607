package dev.innkeeper.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.common.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether a form is one that people of this house can be shown: fields and texts in both languages,
 * and nothing that would run, call or load anything.
 */
final class FormReview {

    private static final String ENDING = ".form";
    private static final int LARGEST = 200_000;

    /** What only shows. */
    private static final Set<String> SHOWN = Set.of("text", "separator", "spacer");

    /** What holds others. */
    private static final Set<String> AROUND = Set.of("default", "group");

    /** What asks. */
    private static final Set<String> ASKING =
            Set.of(
                    "radio",
                    "textarea",
                    "textfield",
                    "datetime",
                    "select",
                    "checkbox",
                    "checklist",
                    "taglist",
                    "number");

    /** What a form may say about where to load something from, or what to do with it. */
    private static final Set<String> REACHING =
            Set.of(
                    "source",
                    "url",
                    "src",
                    "href",
                    "action",
                    "content",
                    "dataSource",
                    "script",
                    "endpoint",
                    "onClick");

    private static final List<String> WORDS =
            List.of("label", "text", "description", "dateLabel", "timeLabel");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}|Zh}}");
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "(?i)<\\s*/?\\s*[a-z!]|\\b[a-z][a-z0-9+.-]*://|(?:javascript|data|vbscript)\\s*:|"
                        + "]\\s*\\(|]\\s*\\[|]\\s*:");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\s*[a-zA-Z]\\w*\\s*");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern CALL = Pattern.compile("([a-zA-Z][\\w.]*)\\s*\\(");

    /** What the conditions of forms may call; all of it reckons with what is there. */
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "not",
                    "defined",
                    "split",
                    "contains",
                    "count",
                    "and",
                    "or",
                    "in",
                    "if",
                    "then",
                    "else",
                    "return",
                    "satisfies");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> harm = new ArrayList<>();

    private FormReview(String file) {
        this.file = file;
    }

    /**
     * What came of reading a form.
     *
     * @param form the form, empty where it is none
     * @param findings all that is wrong with it
     * @param harm what of that could run, call or load something, or hides what it is
     */
    record Read(Optional<JsonNode> form, List<Finding> findings, List<Finding> harm) {}

    /** Reads and checks a form. */
    static Read read(String file, byte[] content) {
        var review = new FormReview(file);
        var form = review.parse(content);
        form.ifPresent(review::check);
        return new Read(form, review.findings, review.harm);
    }

    /** The keys of what a form lets people answer. */
    static Set<String> answers(JsonNode form) {
        var keys = new TreeSet<String>();
        collect(form, keys);
        return keys;
    }

    private static void collect(JsonNode around, Set<String> keys) {
        for (var component : around.path("components")) {
            if (component.has("key") && !component.path("readonly").asBoolean()) {
                keys.add(component.path("key").asText());
            }
            collect(component, keys);
        }
    }

    private Optional<JsonNode> parse(byte[] content) {
        if (content.length > LARGEST) {
            harm(
                    "",
                    "The form is larger than a form can be (%1$d bytes); make two of it. |"
                            + " 表单过大（%1$d 字节）；请拆分为两个。",
                    content.length);
            return Optional.empty();
        }
        try {
            var form = JSON.readTree(content);
            if (form != null && form.path("components").isArray()) {
                return Optional.of(form);
            }
            error(
                    "",
                    "This is no form: it has no components. Save it again from the form editor. |"
                            + " 这不是表单：没有任何组件。请在表单编辑器中重新保存。");
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            harm(
                    "line " + line,
                    "The form cannot be read: its JSON is broken here. Save it again from the form"
                            + " editor, or take back the last edit. |"
                            + " 无法读取表单：此处 JSON 有误。请在表单编辑器中重新保存，或撤销最近的修改。");
        } catch (IOException e) {
            error("", "The form cannot be read; save it again. | 无法读取表单；请重新保存。");
        }
        return Optional.empty();
    }

    private void check(JsonNode form) {
        var id = form.path("id").asText();
        if (!file.equals(id + ENDING)) {
            error(
                    "",
                    "The form in this file has the id \"%1$s\"; the two must agree: set the id to"
                            + " %2$s. | 本文件中表单的 id 为“%1$s”，必须与文件名一致：请将 id 设为 %2$s。",
                    id,
                    file.substring(0, file.length() - ENDING.length()));
        }
        component(form);
    }

    private void component(JsonNode component) {
        var type = component.path("type").asText();
        var place = place(component);
        if (!SHOWN.contains(type) && !ASKING.contains(type) && !AROUND.contains(type)) {
            harm(
                    place,
                    "A form may not have a component of the type \"%1$s\": it could run or load"
                            + " something, or would not be understood. Use one of: %2$s. |"
                            + " 表单不得使用“%1$s”类型的组件：它可能执行或加载内容，或无法识别。请使用：%2$s。",
                    type,
                    String.join(", ", new TreeSet<>(ASKING)) + ", text, separator, group");
        }
        if (ASKING.contains(type) && !KEY.matcher(component.path("key").asText()).matches()) {
            error(
                    place,
                    "The field \"%1$s\" has no key, or one that is no name; give it one of letters,"
                            + " such as approved. | 字段“%1$s”没有 key，或 key 不是名称；请用字母填写，例如 approved。",
                    component.path("label").asText(type));
        }
        component
                .fields()
                .forEachRemaining(
                        property -> {
                            var isOfTheForm = component.path("components") == property.getValue();
                            if (!isOfTheForm) {
                                property(place, property.getKey(), property.getValue());
                            }
                        });
        words(place, component);
        component.path("components").forEach(this::component);
    }

    private void property(String place, String name, JsonNode value) {
        if (REACHING.contains(name)) {
            harm(
                    place,
                    "A form may not have the property %1$s, by which it could load or call"
                            + " something; take it out. | 表单不得含有属性 %1$s，它可能加载或调用外部内容；请删除。",
                    name);
        }
        if (value.isTextual()) {
            text(place, value.asText());
        } else if (value.isContainerNode()) {
            words(place, value);
            value.fields()
                    .forEachRemaining(inner -> property(place, inner.getKey(), inner.getValue()));
            value.elements()
                    .forEachRemaining(
                            inner -> {
                                if (value.isArray()) {
                                    property(place, name, inner);
                                }
                            });
        }
    }

    private void text(String place, String text) {
        if (text.startsWith("=")) {
            condition(place, text);
            return;
        }
        if (OUTSIDE.matcher(text).find()) {
            harm(
                    place,
                    "A form may not hold tags, links or pictures: \"%1$s\". Write plain words. |"
                            + " 表单不得含有标签、链接或图片：“%1$s”。请只写文字。",
                    shortened(text));
        }
        var templates = TEMPLATE.matcher(text);
        while (templates.find()) {
            if (!NAME.matcher(templates.group(1)).matches()) {
                harm(
                        place,
                        "Between {{ and }} stands one name of what is shown, such as {{caseText}},"
                                + " not \"%1$s\". | {{ 与 }} 之间只能是一个名称，例如 {{caseText}}，而不是“%1$s”。",
                        shortened(templates.group(1)));
            }
        }
    }

    private void condition(String place, String condition) {
        var plain = TEXT.matcher(condition).replaceAll("\"\"");
        var calls = CALL.matcher(plain);
        while (calls.find()) {
            if (!FUNCTIONS.contains(calls.group(1))) {
                harm(
                        place,
                        "A condition of a form may not call %1$s(); it may compare fields, and use"
                            + " not, is defined, contains and split. | 表单条件不得调用 %1$s()；只能比较字段，并使用"
                            + " not、is defined、contains 和 split。",
                        calls.group(1));
            }
        }
        if (plain.replaceAll("\"\"", "").contains("\"") || !isBalanced(plain)) {
            error(
                    place,
                    "The condition %1$s cannot be read; look at its brackets and quotes. |"
                            + " 无法识别条件 %1$s；请检查括号和引号。",
                    shortened(condition));
        }
    }

    private static boolean isBalanced(String text) {
        var open = 0;
        for (var n = 0; n < text.length() && open >= 0; n++) {
            open += text.charAt(n) == '(' ? 1 : text.charAt(n) == ')' ? -1 : 0;
        }
        return open == 0;
    }

    private void words(String place, JsonNode node) {
        for (var key : WORDS) {
            if (node.path(key).isTextual()
                    && !node.path(key).asText().isBlank()
                    && !CHINESE.matcher(node.path(key + ".zh").asText()).find()) {
                error(
                        place,
                        "\"%1$s\" is there in English only; write it in Chinese, too, as %2$s.zh. |"
                                + " “%1$s”只有英文；请同时填写中文 %2$s.zh。",
                        shortened(node.path(key).asText()),
                        key);
            }
        }
    }

    private static String place(JsonNode component) {
        for (var name : List.of("key", "id")) {
            if (!component.path(name).asText().isEmpty()) {
                return "element " + component.path(name).asText();
            }
        }
        return "";
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    private void error(String place, String message, Object... arguments) {
        findings.add(Finding.error(file, place, message.formatted(arguments)));
    }

    private void harm(String place, String message, Object... arguments) {
        error(place, message, arguments);
        harm.add(findings.get(findings.size() - 1));
    }
}
