package dev.innkeeper.decision;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads rule files of the parcel decision from texts. */
public final class Rules {

    private Rules() {}

    public static Sources files(Object... namesAndContents) {
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Object content = namesAndContents[i + 1];
            files.put(
                    (String) namesAndContents[i],
                    content instanceof byte[] bytes
                            ? bytes
                            : ((String) content).getBytes(StandardCharsets.UTF_8));
        }
        return new Sources(files);
    }

    public static RuleSetLoader.Loaded<Parcel.Price> load(Object... namesAndContents) {
        return RuleSetLoader.load(Parcel.PRICE, files(namesAndContents));
    }

    /** The problems of a rule whose condition and action are given. */
    public static List<Finding> problems(String condition, String action) {
        return load("a.drl", rule("A rule", condition, action)).problems();
    }

    /** What the engine answers with these files. */
    public static RuleSet<Parcel.Price> live(Object... namesAndContents) {
        var loaded = load(namesAndContents);
        return loaded.rules().orElseThrow(() -> new AssertionError(loaded.problems()));
    }

    public static String rule(String name, String condition, String action) {
        return "rule \""
                + name
                + "\"\nwhen\n    "
                + condition
                + "\nthen\n    "
                + action
                + "\nend\n";
    }
}
