package dev.innkeeper.workflow;

import dev.innkeeper.common.Finding;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements of a diagram stand in its file, and the expressions in them.
 *
 * @param file the name of the file
 * @param lines the line of each element, by its id
 * @param expressions every attribute and text with an expression
 * @param assigned variables that the diagram itself writes, by the id of the element around
 */
record DiagramSource(
        String file,
        Map<String, Integer> lines,
        List<Written> expressions,
        Map<String, Set<String>> assigned) {

    /**
     * An expression in a diagram.
     *
     * @param owners the ids of the elements around it, the innermost first
     * @param text the expression
     */
    record Written(List<String> owners, String text) {}

    private static final XMLInputFactory READER = reader();

    private static XMLInputFactory reader() {
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** A file that is no diagram, with what is wrong. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        private Unreadable(Finding finding) {
            super(finding.message());
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }

    /**
     * Reads where everything stands.
     *
     * @throws Unreadable where the file is no XML, or refers to something outside of it
     */
    static DiagramSource of(String file, byte[] content) throws Unreadable {
        var reading = new Reading(file);
        try {
            var xml = READER.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new Unreadable(
                            Finding.error(
                                    file,
                                    "line " + xml.getLocation().getLineNumber(),
                                    "A diagram may not have a DOCTYPE; take the line out. |"
                                            + " 流程图不得含有 DOCTYPE；请删除该行。"));
                }
                reading.take(event, xml);
            }
        } catch (XMLStreamException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new Unreadable(
                    Finding.error(
                            file,
                            "line " + line,
                            ("The file is not a diagram that can be read: its XML is broken here"
                                 + " (%1$s). Open it in the modeler and save it again, or take back"
                                 + " the last edit. | 文件不是可读取的流程图：此处 XML 有误（%1$s）。"
                                 + "请在建模工具中打开并重新保存，或撤销最近的修改。")
                                    .formatted(said(e))));
        }
        return new DiagramSource(file, reading.lines, reading.expressions, reading.assigned);
    }

    /** What was read so far. */
    private static final class Reading {

        /** Where an element says which variable it writes. */
        private static final Map<String, String> ASSIGNING =
                Map.of(
                        "inputParameter", "name",
                        "outputParameter", "name",
                        "out", "target",
                        "multiInstanceLoopCharacteristics", "elementVariable",
                        "serviceTask", "resultVariable");

        private final String file;
        private final Map<String, Integer> lines = new HashMap<>();
        private final List<Written> expressions = new ArrayList<>();
        private final Map<String, Set<String>> assigned = new HashMap<>();
        private final Deque<String> tags = new ArrayDeque<>();
        private final Deque<String> ids = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();

        private Reading(String file) {
            this.file = file;
        }

        private void take(int event, XMLStreamReader xml) throws Unreadable {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    note(text.toString());
                    text.setLength(0);
                    tags.pop();
                    ids.pop();
                }
                default -> {
                    // Neither remarks nor instructions mean anything to the engine.
                }
            }
        }

        private void begin(XMLStreamReader xml) throws Unreadable {
            text.setLength(0);
            var id = xml.getAttributeValue(null, "id");
            tags.push(xml.getLocalName());
            ids.push(id == null ? "" : id);
            if (id != null) {
                place(id, xml.getLocation().getLineNumber());
            }
            for (var n = 0; n < xml.getAttributeCount(); n++) {
                note(xml.getAttributeValue(n));
                if (xml.getAttributeLocalName(n).equals(ASSIGNING.get(tags.getFirst()))) {
                    for (var owner : owners()) {
                        assigned.computeIfAbsent(owner, key -> new HashSet<>())
                                .add(xml.getAttributeValue(n));
                    }
                }
            }
        }

        private void place(String id, int line) throws Unreadable {
            var before = lines.putIfAbsent(id, line);
            if (before != null) {
                throw new Unreadable(
                        Finding.error(
                                file,
                                "element %s, line %d".formatted(id, line),
                                ("The id %1$s is there twice, in line %2$d and here; give one of"
                                     + " the two another id. | id %1$s 重复：第 %2$d 行已使用；请为其中一个另取 id。")
                                        .formatted(id, before)));
            }
        }

        private void note(String written) {
            if ((written.contains("${") || written.contains("#{"))
                    && !"documentation".equals(tags.getFirst())) {
                expressions.add(new Written(owners(), written.strip()));
            }
        }

        private List<String> owners() {
            return ids.stream().filter(id -> !id.isEmpty()).toList();
        }
    }

    /** The reader's own words, without the position that it puts before them. */
    private static String said(XMLStreamException e) {
        var words = String.valueOf(e.getMessage());
        var at = words.indexOf("Message: ");
        return (at < 0 ? words : words.substring(at + 9)).replaceAll("\\s+", " ").strip();
    }

    /** Where an element stands, as findings say it. */
    String place(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return "";
        }
        var line = lines.get(id);
        return line == null ? "element " + id : "element " + id + ", line " + line;
    }

    /** Something that keeps the diagram from going live. */
    Finding error(@Nullable String id, String message) {
        return Finding.error(file, place(id), message);
    }

    /** Something that is told only. */
    Finding warning(@Nullable String id, String message) {
        return Finding.warning(file, place(id), message);
    }
}
