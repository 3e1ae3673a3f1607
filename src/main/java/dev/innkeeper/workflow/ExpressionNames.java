package dev.innkeeper.workflow;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** The names in an expression of a diagram. */
final class ExpressionNames {

    private final Set<String> variables = new TreeSet<>();
    private final Set<String> steps = new TreeSet<>();

    /** Reads an expression; one that cannot be read has no names. */
    ExpressionNames(String expression) {
        try {
            read(new Builder(Builder.Feature.METHOD_INVOCATIONS).build(expression).getRoot());
        } catch (TreeBuilderException e) {
            variables.clear();
            steps.clear();
        }
    }

    /** The variables that it reads. */
    Set<String> variables() {
        return variables;
    }

    /** The names of the steps that it calls, without their bean. */
    Set<String> steps() {
        return steps;
    }

    private void read(Node node) {
        if (node instanceof AstMethod call) {
            // The text of a property access is its dot and its name.
            steps.add(call.getChild(0).toString().replaceFirst("^\\.\\s*", ""));
            read(call.getChild(1));
            return;
        }
        if (node instanceof AstIdentifier identifier) {
            variables.add(identifier.getName());
        }
        for (var n = 0; n < node.getCardinality(); n++) {
            read(node.getChild(n));
        }
    }
}
