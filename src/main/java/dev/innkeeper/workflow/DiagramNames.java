package dev.innkeeper.workflow;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Replaces the names of elements in the XML of a diagram, which stays as it is otherwise. */
final class DiagramNames {

    private static final Pattern START_TAG = Pattern.compile("<(?:bpmn2?:)?[A-Za-z]+\\s[^<>]*>");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("(\\sname=\")[^\"]*(\")");

    private final Map<String, String> names;

    DiagramNames(Map<String, String> names) {
        this.names = names;
    }

    String in(String xml) {
        return START_TAG
                .matcher(xml)
                .replaceAll(tag -> Matcher.quoteReplacement(renamed(tag.group())));
    }

    private String renamed(String tag) {
        Matcher id = ID.matcher(tag);
        if (!id.find() || !names.containsKey(id.group(1))) {
            return tag;
        }
        String name = HtmlUtils.htmlEscape(names.get(id.group(1)), "UTF-8");
        return NAME.matcher(tag).replaceFirst("$1" + Matcher.quoteReplacement(name) + "$2");
    }
}
