package dev.innkeeper.workflow;

import dev.innkeeper.common.Nearest;
import java.util.Collection;
import java.util.TreeSet;

/** What somebody probably meant by a name that nobody knows, as the end of a message. */
final class Suggestion {

    private static final int MOST = 8;

    private Suggestion() {}

    /** The nearest known name, or else all of them; begins with a space. */
    static String english(String name, Collection<String> known) {
        return Nearest.to(name, known)
                .map(near -> " Did you mean %s?".formatted(near))
                .orElseGet(
                        () ->
                                known.isEmpty()
                                        ? " There are none; take it out."
                                        : " Use one of: %s.".formatted(some(known)));
    }

    /** The same in Chinese. */
    static String chinese(String name, Collection<String> known) {
        return Nearest.to(name, known)
                .map(near -> "是否指 %s？".formatted(near))
                .orElseGet(
                        () ->
                                known.isEmpty()
                                        ? "目前没有可用的名称；请删除。"
                                        : "请使用以下之一：%s。".formatted(some(known)));
    }

    /** The names in their order, and not more than anybody reads. */
    static String some(Collection<String> known) {
        var sorted = new TreeSet<>(known).stream().toList();
        var shown = String.join(", ", sorted.subList(0, Math.min(MOST, sorted.size())));
        return sorted.size() > MOST ? shown + ", …" : shown;
    }
}
