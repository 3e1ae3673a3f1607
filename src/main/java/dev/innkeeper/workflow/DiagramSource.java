package dev.innkeeper.workflow;

import dev.innkeeper.common.Finding;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements of a diagram stand in its file.
 *
 * @param file the name of the file
 * @param lines the line of each element, by its id
 */
record DiagramSource(String file, Map<String, Integer> lines) {

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
        var lines = new HashMap<String, Integer>();
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
                if (event == XMLStreamConstants.START_ELEMENT) {
                    var id = xml.getAttributeValue(null, "id");
                    if (id != null) {
                        lines.putIfAbsent(id, xml.getLocation().getLineNumber());
                    }
                }
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
        return new DiagramSource(file, lines);
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
