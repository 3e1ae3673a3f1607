package dev.innkeeper.decision.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.decision.Parcel;
import dev.innkeeper.decision.gate.Vocabulary;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second layer: what a rule that slipped through the gate could get hold of. */
class NarrowClassLoaderTest {

    private final ClassLoader loader =
            new NarrowClassLoader(new Vocabulary(Parcel.PRICE).classes());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System",
                "java.lang.Runtime",
                "java.lang.Class",
                "java.lang.ClassLoader",
                "java.lang.Thread",
                "java.lang.ProcessBuilder",
                "java.lang.reflect.Method",
                "java.lang.invoke.MethodHandles",
                "java.io.File",
                "java.nio.file.Files",
                "java.net.URL",
                "javax.script.ScriptEngineManager",
                "org.kie.api.KieServices",
                "org.drools.core.impl.RuleBaseFactory",
                "org.springframework.context.ApplicationContext",
                "dev.innkeeper.decision.Decisions",
                "dev.innkeeper.decision.OutcomeAccess",
            })
    void handsOutNothingThatDoesHarm(String name) {
        assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.math.BigDecimal",
                "org.drools.model.Model",
                "dev.innkeeper.decision.Parcel$Item",
                "dev.innkeeper.decision.Parcel$Speed",
                "dev.innkeeper.decision.Parcel$PriceOutcome",
            })
    void handsOutWhatRulesAreMadeOf(String name) throws ClassNotFoundException {
        assertThat(loader.loadClass(name)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.setProperty(\"innkeeper.attacked\", \"yes\");",
                "new ProcessBuilder(\"id\").environment().put(\"a\", \"b\");",
                "Thread.currentThread().setName(\"attacked\");",
                "outcome.getClass().getClassLoader().getParent();",
                "Class.forName(\"java.lang.System\");",
            })
    void leavesWhatSlippedThroughTheGateWithoutMeans(String action) {
        String drl =
                "package rules.parcel.price;\nimport dev.innkeeper.decision.Parcel.Item;\n"
                        + "global dev.innkeeper.decision.Parcel.PriceOutcome outcome;\n"
                        + "rule \"r1\" when Item() then "
                        + action
                        + " outcome.cost(1, \"a | b\"); end";
        var ending = new ArrayList<String>();
        try (var compiled = RuleCompiler.get().compile(drl, new Vocabulary(Parcel.PRICE))) {
            var session = compiled.base().newKieSession();
            session.setGlobal("outcome", new Parcel.PriceOutcome());
            session.insert(Parcel.Item.plain());
            session.fireAllRules(10);
            ending.add("fired");
        } catch (RuleCompiler.NotCompiled | LinkageError | RuntimeException e) {
            ending.add("stopped");
        }
        assertThat(ending).containsExactly("stopped");
        assertThat(System.getProperty("innkeeper.attacked")).isNull();
    }
}
