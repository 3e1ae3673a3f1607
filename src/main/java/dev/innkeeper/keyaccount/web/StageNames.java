package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.Unreadable;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.Stage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stages by the words of a source; ours are always understood. */
final class StageNames {

    private static final String STAGES =
            Arrays.stream(Stage.values())
                    .filter(stage -> stage != Stage.LINKED)
                    .map(Stage::name)
                    .collect(Collectors.joining(", "));

    private final Map<String, Stage> byWord = new HashMap<>();

    /**
     * The words of a source.
     *
     * @param mapping each {@code Engaging=QUALIFIED}
     * @throws Refusal INVALID where one is not written like that, or names a stage that is not
     *     there
     */
    StageNames(List<String> mapping) {
        for (Stage stage : Stage.values()) {
            byWord.put(plain(stage.name()), stage);
        }
        for (String each : mapping) {
            int equals = each.lastIndexOf('=');
            Stage stage = equals < 1 ? null : byWord.get(plain(each.substring(equals + 1)));
            if (stage == null) {
                throw refusal("stages", each);
            }
            byWord.put(plain(each.substring(0, equals)), stage);
        }
    }

    /**
     * The stage that a row names.
     *
     * @throws Refusal INVALID where no stage is called so
     */
    Stage read(@Nullable String word) {
        Stage stage = word == null ? null : byWord.get(plain(word));
        if (stage == null) {
            throw refusal("stage", word == null ? "" : word);
        }
        return stage;
    }

    private static Refusal refusal(String field, String word) {
        return Refusal.invalid(
                field,
                "No stage is called \"%1$s\". | 没有名为“%1$s”的阶段。".formatted(Unreadable.shown(word)),
                "Use one of %1$s, or say what the source means, such as stages=Engaging=QUALIFIED. | 请使用以下之一：%1$s；或说明来源用词，例如 stages=Engaging=QUALIFIED。"
                        .formatted(STAGES));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
