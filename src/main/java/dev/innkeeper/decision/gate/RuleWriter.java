package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.Syntax.All;
import dev.innkeeper.decision.gate.Syntax.Any;
import dev.innkeeper.decision.gate.Syntax.Condition;
import dev.innkeeper.decision.gate.Syntax.Exists;
import dev.innkeeper.decision.gate.Syntax.Not;
import dev.innkeeper.decision.gate.Syntax.RuleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks one rule against the vocabulary and writes anew what the engine compiles. */
final class RuleWriter {

    private final Vocabulary vocabulary;
    private final Scope scope;
    private final Map<String, Set<String>> fields = new LinkedHashMap<>();

    RuleWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.scope = Scope.of(vocabulary);
    }

    /** A rule as compiled, with what is known of it. */
    record Written(
            String drl,
            List<String> reasons,
            Map<String, List<String>> fields,
            List<Demand> demands,
            List<ReadRule.Said> calls) {}

    private record Made(String code, Demand demand) {}

    Written write(RuleText rule, String id) {
        refuseNames(rule);
        if (rule.conditions().isEmpty() && !rule.baseline()) {
            throw new GateException(
                    rule.at(),
                    "The rule has no condition, so it would always fire. Give it one, or mark it"
                            + " @Baseline. | 该规则没有条件，将始终触发。请添加条件或标注@Baseline。");
        }
        if (rule.baseline() && !rule.conditions().stream().allMatch(RuleWriter::asksNothing)) {
            throw new GateException(
                    rule.at(),
                    "A @Baseline rule always fires: it may bind fields of facts, but asks nothing."
                            + " Delete the condition or @Baseline. |"
                            + " @Baseline规则始终触发：只可绑定事实字段，不能带条件。请删除条件或@Baseline。");
        }
        if (rule.calls().isEmpty()) {
            throw new GateException(
                    rule.at(),
                    "The rule does nothing: add a call of the outcome (an empty action cell,"
                            + " perhaps). | 该规则没有任何动作：请添加outcome调用（可能是动作单元格为空）。");
        }
        var drl = new StringBuilder("rule \"").append(id).append('"');
        if (rule.salience() != 0) {
            drl.append(" salience ").append(rule.salience());
        }
        drl.append("\nwhen\n");
        var demands = new ArrayList<Demand>();
        for (Condition condition : rule.conditions()) {
            var made = condition(condition, scope);
            drl.append("  ").append(made.code()).append('\n');
            demands.add(made.demand());
        }
        drl.append("then\n");
        var arguments = new Arguments(vocabulary, scope);
        rule.calls().forEach(call -> drl.append("  ").append(arguments.call(call)).append('\n'));
        drl.append("end\n");
        var looked = new LinkedHashMap<String, List<String>>();
        fields.forEach((fact, names) -> looked.put(fact, List.copyOf(names)));
        return new Written(
                drl.toString(),
                arguments.reasons(),
                looked,
                List.copyOf(demands),
                arguments.calls());
    }

    private static boolean asksNothing(Condition condition) {
        return condition instanceof Syntax.Pattern pattern
                && pattern.constraints().stream()
                        .allMatch(constraint -> constraint.test() instanceof Syntax.True);
    }

    private static void refuseNames(RuleText rule) {
        String name = rule.name();
        if (name.isBlank()
                || name.length() > 200
                || name.indexOf('\n') >= 0
                || name.indexOf('\\') >= 0) {
            throw new GateException(
                    rule.at(),
                    "A rule needs a name of one line and up to 200 characters. |"
                            + " 规则名称须为一行，最多200个字符。");
        }
    }

    private Made condition(Condition condition, Scope around) {
        if (condition instanceof Syntax.Pattern pattern) {
            return pattern(pattern, around);
        } else if (condition instanceof Not not) {
            var inner = condition(not.inner(), around.apart());
            return new Made("not( " + inner.code() + " )", new Demand.Not(inner.demand()));
        } else if (condition instanceof Exists exists) {
            var inner = condition(exists.inner(), around.apart());
            return new Made("exists( " + inner.code() + " )", new Demand.Exists(inner.demand()));
        } else if (condition instanceof All all) {
            var each = all.inner().stream().map(one -> condition(one, around)).toList();
            return new Made(
                    "( " + joined(each, "%s") + " )",
                    new Demand.All(each.stream().map(Made::demand).toList()));
        }
        // "one of them holds", so that the rule fires once however many do
        var each =
                ((Any) condition)
                        .inner().stream().map(one -> condition(one, around.apart())).toList();
        return new Made(
                "not( " + joined(each, "not( %s )") + " )",
                new Demand.Any(each.stream().map(Made::demand).toList()));
    }

    private static String joined(List<Made> each, String form) {
        return each.stream()
                .map(one -> form.formatted(one.code()))
                .collect(Collectors.joining(" and "));
    }

    private Made pattern(Syntax.Pattern pattern, Scope around) {
        var fact = around.factType(pattern.fact(), pattern.at());
        var inside = around.inside(fact);
        var mentioned = fields.computeIfAbsent(fact.name(), name -> new LinkedHashSet<>());
        var boundHere = new ArrayList<String>();
        var conditions = new Conditions(inside, boundHere, mentioned);
        var written = new ArrayList<String>();
        var checks = new ArrayList<Demand.Asked>();
        var bound = new LinkedHashMap<String, Vocabulary.Field>();
        Limits limits = new Limits();
        for (Syntax.Constraint constraint : pattern.constraints()) {
            if (constraint.variable().isEmpty()) {
                var tested = conditions.test(constraint.test());
                written.add(tested.code());
                checks.add(new Demand.Asked(tested.check(), constraint.written(), constraint.at()));
                limits.add(constraint.test());
            } else {
                var name = (Syntax.Name) constraint.field();
                var field = inside.field(name.name(), name.at());
                mentioned.add(field.name());
                String code = inside.bind(constraint.variable(), fact, field, constraint.at());
                boundHere.add(code);
                bound.put(constraint.variable(), field);
                written.add(code + " : " + field.name());
            }
        }
        String variable =
                pattern.variable().isEmpty()
                        ? ""
                        : around.bind(pattern.variable(), fact, null, pattern.at()) + " : ";
        return new Made(
                variable + fact.name() + "( " + String.join(", ", written) + " )",
                new Demand.Some(
                        fact,
                        pattern.variable(),
                        Collections.unmodifiableMap(bound),
                        List.copyOf(checks),
                        pattern.at()));
    }
}
