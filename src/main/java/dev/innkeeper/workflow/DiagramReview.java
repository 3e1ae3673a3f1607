package dev.innkeeper.workflow;

import dev.innkeeper.common.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Everything that is wrong with a folder of diagrams and forms, found without publishing them.
 * Whoever edits diagrams sees it before anybody approves them.
 */
@Component
public class DiagramReview {

    private static final String DIAGRAM = ".bpmn";
    private static final String FORM = ".form";

    private final DiagramParser parser;

    DiagramReview(DiagramParser parser) {
        this.parser = parser;
    }

    /**
     * Checks a folder as it would be published.
     *
     * @param folder its name below {@code processes}, such as {@code complaint}
     * @param files the content of each of its files, by name
     * @return what is wrong, file by file; empty for a folder that may go live
     */
    public List<Finding> check(String folder, Map<String, byte[]> files) {
        var findings = new ArrayList<Finding>();
        new TreeMap<>(files)
                .forEach(
                        (name, content) -> {
                            if (name.endsWith(DIAGRAM)) {
                                findings.addAll(checkDiagram(name, content, files));
                            } else if (!name.endsWith(FORM)) {
                                findings.add(
                                        Finding.error(
                                                name,
                                                "",
                                                "Only diagrams (.bpmn) and forms (.form) are"
                                                        + " published; take the file out. |"
                                                        + " 只能发布流程图（.bpmn）和表单（.form）；请移除该文件。"));
                            }
                        });
        return findings;
    }

    private List<Finding> checkDiagram(String name, byte[] content, Map<String, byte[]> files) {
        try {
            return parser.parse(DiagramSource.of(name, content), files);
        } catch (DiagramSource.Unreadable e) {
            return List.of(e.finding());
        }
    }
}
