package dev.innkeeper.change;

import dev.innkeeper.common.Refusal;
import java.util.regex.Pattern;

/**
 * A folder whose files are published together: the rules of a decision, or diagrams with their
 * forms.
 *
 * @param name {@code rules/complaint/grading} or {@code processes/complaint}
 */
record Unit(String name) implements Comparable<Unit> {

    private static final String RULES = "rules/";
    private static final String PROCESSES = "processes/";
    private static final String WORD = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final Pattern NAME =
            Pattern.compile(RULES + WORD + "/" + WORD + "|" + PROCESSES + WORD);
    private static final Pattern FILE =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,98}[\\p{L}\\p{N}]");

    Unit {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("This is no unit: " + name);
        }
    }

    /** The rules of a decision, {@code feature/decision}. */
    static Unit ofRules(String decision) {
        return new Unit(RULES + decision);
    }

    /** The diagrams of a folder below {@code processes}. */
    static Unit ofDiagrams(String folder) {
        return new Unit(PROCESSES + folder);
    }

    /**
     * The unit in which a file stands.
     *
     * @throws Refusal INVALID where the path leads nowhere that is published
     */
    static Unit of(String path) {
        int cut = path.lastIndexOf('/');
        String folder = cut < 0 ? "" : path.substring(0, cut);
        String file = path.substring(cut + 1);
        if (!NAME.matcher(folder).matches()
                || !FILE.matcher(file).matches()
                || file.contains("..")
                || path.length() > 200) {
            throw Refusal.invalid(
                    "path",
                    "%s is no path of a rule file, diagram or form. | %1$s不是规则、流程图或表单文件的路径。"
                            .formatted(path.length() > 200 ? path.substring(0, 200) : path),
                    "Write rules/<feature>/<decision>/<file> or processes/<feature>/<file>. |"
                            + " 请填写rules/<模块>/<决策>/<文件>或processes/<模块>/<文件>。");
        }
        return new Unit(folder);
    }

    /** The name of the file at the end of a path. */
    static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean isRules() {
        return name.startsWith(RULES);
    }

    /** {@code feature/decision} of rules, the folder of diagrams. */
    String shortName() {
        return name.substring(isRules() ? RULES.length() : PROCESSES.length());
    }

    String path(String file) {
        return name + '/' + file;
    }

    @Override
    public int compareTo(Unit other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
