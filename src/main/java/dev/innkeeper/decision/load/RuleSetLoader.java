package dev.innkeeper.decision.load;

import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.gate.Gate;
import dev.innkeeper.decision.gate.Places;
import dev.innkeeper.decision.gate.ReadRule;
import dev.innkeeper.decision.gate.SourceText;
import dev.innkeeper.decision.gate.Vocabulary;
import dev.innkeeper.decision.table.TableReader;
import dev.innkeeper.decision.words.WordList;
import dev.innkeeper.decision.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a rule set of the files of a folder, or says what is wrong with them. */
public final class RuleSetLoader {

    /** The name of the file of examples in a decision's folder. */
    public static final String SCENARIOS = "scenarios.yaml";

    private static final int MOST_FILES = 100;

    private RuleSetLoader() {}

    /**
     * What became of a folder.
     *
     * @param rules the rule set, empty where something keeps it from going live; whoever gets it
     *     closes it
     * @param problems what is wrong, and warnings
     * @param <R> the type of the result
     */
    public record Loaded<R extends Record>(Optional<RuleSet<R>> rules, List<Finding> problems) {}

    /**
     * Files that were checked, but not compiled.
     *
     * @param drl the text to compile
     * @param rules the rules in it
     * @param words the words
     * @param problems what is wrong, and warnings
     */
    public record Checked(String drl, List<ReadRule> rules, Words words, List<Finding> problems) {

        /** Whether nothing keeps the files from going live. */
        public boolean isClean() {
            return problems.stream().noneMatch(Finding::isError);
        }
    }

    /** Checks and compiles. */
    public static <R extends Record> Loaded<R> load(Decision<?, R> decision, Sources sources) {
        var vocabulary = new Vocabulary(decision);
        var checked = check(decision, sources);
        if (!checked.isClean()) {
            return new Loaded<>(Optional.empty(), checked.problems());
        }
        try {
            var compiled = RuleCompiler.get().compile(checked.drl(), vocabulary);
            return new Loaded<>(
                    Optional.of(
                            new RuleSet<>(
                                    decision,
                                    vocabulary,
                                    sources,
                                    checked.rules().stream().map(ReadRule::info).toList(),
                                    checked.words(),
                                    compiled)),
                    checked.problems());
        } catch (RuleCompiler.NotCompiled e) {
            var problems = new ArrayList<>(checked.problems());
            problems.add(
                    Finding.error(
                            "",
                            "",
                            "The rules could not be compiled (%s). | 规则无法编译（%1$s）。"
                                    .formatted(e.getMessage())));
            return new Loaded<>(Optional.empty(), List.copyOf(problems));
        }
    }

    /** Checks without compiling. */
    public static Checked check(Decision<?, ?> decision, Sources sources) {
        var problems = new ArrayList<Finding>();
        var gate = new Gate(new Vocabulary(decision));
        Words words = Words.NONE;
        if (sources.files().size() > MOST_FILES) {
            problems.add(
                    Finding.error("", "", "The folder has more than 100 files. | 文件夹超过100个文件。"));
        }
        for (var file : sources.files().entrySet()) {
            if (file.getKey().equals(WordList.FILE)) {
                var list = new WordList(decision.aspects());
                list.read(file.getValue());
                problems.addAll(list.problems());
                words = list.words();
            } else if (!file.getKey().equals(SCENARIOS)) {
                admit(gate, file.getKey(), file.getValue(), problems);
            }
        }
        var passed = gate.passed();
        problems.addAll(once(passed.problems()));
        if (passed.rules().isEmpty() && problems.stream().noneMatch(Finding::isError)) {
            problems.add(
                    Finding.error(
                            "",
                            "",
                            "The folder holds no rules. Put a .drl, .drl.csv or .drl.xlsx file into"
                                    + " it. | 文件夹中没有规则，请放入.drl、.drl.csv或.drl.xlsx文件。"));
        }
        return new Checked(passed.drl(), passed.rules(), words, List.copyOf(problems));
    }

    /** A mistake in the head of a column shows in each of its cells, and is told once. */
    private static List<Finding> once(List<Finding> problems) {
        var known = new LinkedHashMap<String, List<Finding>>();
        for (Finding problem : problems) {
            String column =
                    problem.place().startsWith("cell ")
                            ? problem.place().replaceAll("[0-9]", "")
                            : problem.place();
            known.computeIfAbsent(
                            String.join("\n", problem.file(), column, problem.message()),
                            key -> new ArrayList<>())
                    .add(problem);
        }
        return known.values().stream().map(RuleSetLoader::joined).toList();
    }

    private static Finding joined(List<Finding> alike) {
        var first = alike.get(0);
        int more = alike.size() - 1;
        if (more == 0) {
            return first;
        }
        return new Finding(
                first.severity(),
                first.file(),
                first.place(),
                "%s So in %d more cells of the column; see its head. | %s同列另有%d处，请检查该列表头。"
                        .formatted(
                                Language.ENGLISH.of(first.message()),
                                more,
                                Language.CHINESE.of(first.message()),
                                more),
                first.expected(),
                first.got());
    }

    private static void admit(Gate gate, String file, byte[] content, List<Finding> problems) {
        if (TableReader.reads(file)) {
            var converted = TableReader.read(file, content);
            problems.addAll(converted.problems());
            if (converted.problems().isEmpty()) {
                gate.admit(file, converted.drl(), converted.places());
            }
        } else if (file.toLowerCase(Locale.ROOT).endsWith(".drl")) {
            try {
                gate.admit(file, SourceText.decode(content), Places.LINES);
            } catch (SourceText.UnreadableText e) {
                problems.add(Finding.error(file, "line " + e.line(), e.getMessage()));
            }
        } else {
            String lower = file.toLowerCase(Locale.ROOT);
            String hint =
                    lower.endsWith(".csv") || lower.endsWith(".xlsx")
                            ? "name a table x.drl.csv or x.drl.xlsx | 表格请命名为x.drl.csv或x.drl.xlsx"
                            : "only .drl, .drl.csv, .drl.xlsx, words.csv and scenarios.yaml count |"
                                    + " 只识别.drl、.drl.csv、.drl.xlsx、words.csv和scenarios.yaml";
            String[] halves = hint.split(" \\| ");
            problems.add(
                    Finding.warning(
                            file,
                            "",
                            "The file is ignored: %s. | 该文件被忽略：%s。"
                                    .formatted(halves[0], halves[1])));
        }
    }
}
