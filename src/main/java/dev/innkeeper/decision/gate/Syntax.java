package dev.innkeeper.decision.gate;

import java.util.List;

/** What the parser understood of a rule file; nothing else reaches the engine. */
final class Syntax {

    private Syntax() {}

    /** A file: what it says of its surroundings, and its rules. */
    record RuleFile(List<Header> headers, List<RuleText> rules) {}

    /** A line {@code package x}, {@code import x} or {@code global x y}. */
    record Header(String keyword, String name, String variable, Position at) {}

    record RuleText(
            String name,
            boolean baseline,
            int salience,
            List<Condition> conditions,
            List<CallText> calls,
            Position at) {}

    sealed interface Condition permits Pattern, Not, Exists, All, Any {}

    /** {@code $variable : Fact( constraints )}; the variable may be empty. */
    record Pattern(String variable, String fact, List<Constraint> constraints, Position at)
            implements Condition {}

    record Not(Condition inner, Position at) implements Condition {}

    record Exists(Condition inner, Position at) implements Condition {}

    record All(List<Condition> inner, Position at) implements Condition {}

    record Any(List<Condition> inner, Position at) implements Condition {}

    /**
     * A binding, an expression, or both; the binding may be empty, the expression null-free {@link
     * True}; written says it as it stands in the file.
     */
    record Constraint(String variable, Term field, Term test, String written, Position at) {}

    sealed interface Term {
        Position at();
    }

    /** The test of a mere binding. */
    record True(Position at) implements Term {}

    record Figure(String digits, Position at) implements Term {}

    record Words(String text, Position at) implements Term {}

    record YesNo(boolean value, Position at) implements Term {}

    record Missing(Position at) implements Term {}

    /** A field, or a constant of a choice. */
    record Name(String name, Position at) implements Term {}

    /** {@code Type.CONSTANT}. */
    record Constant(String type, String name, Position at) implements Term {}

    record Variable(String name, Position at) implements Term {}

    record VariableField(String variable, String field, Position at) implements Term {}

    record Negative(Term inner, Position at) implements Term {}

    record Opposite(Term inner, Position at) implements Term {}

    record Arithmetic(String operator, Term left, Term right, Position at) implements Term {}

    record Compare(String operator, Term left, Term right, Position at) implements Term {}

    record Logic(String operator, Term left, Term right, Position at) implements Term {}

    record In(Term left, List<Term> values, boolean negated, Position at) implements Term {}

    record Contains(Term left, Term right, boolean negated, Position at) implements Term {}

    record Matches(Term left, Words pattern, boolean negated, Position at) implements Term {}

    /** {@code outcome.method(arguments);}. */
    record CallText(String method, List<Term> arguments, Position at) {}
}
