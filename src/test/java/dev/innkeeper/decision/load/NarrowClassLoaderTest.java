package dev.innkeeper.decision.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.decision.Parcel;
import dev.innkeeper.decision.gate.Vocabulary;
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
}
