package dev.innkeeper.decision.gate;

import java.util.List;
import java.util.Map;

/**
 * A rule that passed the gate.
 *
 * @param id its name in what is compiled
 * @param name its name, a full sentence
 * @param file the file in the folder
 * @param place {@code line 12} or {@code cell A9}
 * @param baseline whether it is the baseline, which always fires and gives way
 * @param reasons the reasons that it gives, variables shown by name
 * @param fields the fields that its conditions look at, by fact
 */
public record RuleInfo(
        String id,
        String name,
        String file,
        String place,
        boolean baseline,
        List<String> reasons,
        Map<String, List<String>> fields) {

    /** Its file and place, for example {@code grading.drl.csv:A9} or {@code grading.drl:12}. */
    public String where() {
        return file + ":" + place.substring(place.indexOf(' ') + 1);
    }
}
