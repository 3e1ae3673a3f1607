package dev.innkeeper.decision.gate;

import dev.innkeeper.common.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks all rule texts of a decision and writes the one text that is compiled. */
public final class Gate {

    private static final int MOST_RULES = 5_000;

    private final Vocabulary vocabulary;
    private final List<ReadRule> rules = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();
    private final Map<String, RuleInfo> byName = new HashMap<>();
    private final StringBuilder drl = new StringBuilder();

    /** A gate for the rules of one decision. */
    public Gate(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        drl.append("package ").append(vocabulary.packageName()).append(";\n");
        vocabulary
                .facts()
                .values()
                .forEach(
                        fact ->
                                drl.append("import ")
                                        .append(fact.type().getCanonicalName())
                                        .append(";\n"));
        drl.append("global ").append(vocabulary.outcome().getCanonicalName()).append(" outcome;\n");
    }

    /**
     * What came through the gate.
     *
     * @param drl the text to compile; of use only where there are no errors
     * @param rules the rules in it
     * @param problems what was refused, and warnings
     */
    public record Passed(String drl, List<ReadRule> rules, List<Finding> problems) {

        /** Whether nothing was refused. */
        public boolean isClean() {
            return problems.stream().noneMatch(Finding::isError);
        }
    }

    /**
     * Lets a text of rules through, or notes why not.
     *
     * @param file its name, for messages
     * @param text its content, decoded by {@link SourceText}
     * @param places says where a position of the text is for a person
     */
    public void admit(String file, String text, Places places) {
        Syntax.RuleFile parsed;
        try {
            SourceText.refuseWhatCannotBeSeen(text);
            parsed = new RuleParser(text).file();
        } catch (SourceText.UnreadableText e) {
            problems.add(Finding.error(file, places.of(new Position(e.line(), 1)), e.getMessage()));
            return;
        } catch (GateException e) {
            problems.add(Finding.error(file, places.of(e.position()), e.getMessage()));
            return;
        }
        for (Syntax.Header header : parsed.headers()) {
            attempt(file, places, () -> check(header));
        }
        for (Syntax.RuleText rule : parsed.rules()) {
            attempt(file, places, () -> write(file, places, rule));
        }
    }

    /** Everything admitted so far. */
    public Passed passed() {
        if (rules.size() > MOST_RULES) {
            problems.add(
                    Finding.error(
                            "",
                            "",
                            "More than 5,000 rules in one decision. Split the decision. |"
                                    + " 一个决策超过5000条规则，请拆分。"));
        }
        return new Passed(drl.toString(), List.copyOf(rules), List.copyOf(problems));
    }

    private void attempt(String file, Places places, Runnable step) {
        try {
            step.run();
        } catch (GateException e) {
            problems.add(Finding.error(file, places.of(e.position()), e.getMessage()));
        }
    }

    private void check(Syntax.Header header) {
        boolean right =
                switch (header.keyword()) {
                    case "package" -> true;
                    case "import" ->
                            vocabulary.classes().stream()
                                    .anyMatch(
                                            type -> type.getCanonicalName().equals(header.name()));
                    default ->
                            header.variable().equals("outcome")
                                    && header.name()
                                            .equals(vocabulary.outcome().getCanonicalName());
                };
        if (!right) {
            throw new GateException(
                    header.at(),
                    "%s %s does not belong to this decision. Delete the line: the folder says which facts there are. |"
                                    .formatted(header.keyword(), header.name())
                            + " %s %s不属于本决策。请删除该行：文件夹已确定可用的事实。"
                                    .formatted(header.keyword(), header.name()));
        }
    }

    private void write(String file, Places places, Syntax.RuleText rule) {
        String id = "r" + (byName.size() + 1);
        var known = byName.get(rule.name());
        if (known != null) {
            throw new GateException(
                    rule.at(),
                    "The name \"%s\" is used twice, also in %s (%s). Rename one. | 规则名称\"%1$s\"重复，另见%2$s（%3$s），请改名。"
                            .formatted(rule.name(), known.file(), known.place()));
        }
        var written = new RuleWriter(vocabulary).write(rule, id);
        var info =
                new RuleInfo(
                        id,
                        rule.name(),
                        file,
                        places.of(rule.at()),
                        rule.baseline(),
                        written.reasons(),
                        written.fields());
        byName.put(rule.name(), info);
        rules.add(new ReadRule(info, written.demands(), written.calls(), places));
        drl.append(written.drl());
    }
}
