package dev.innkeeper.decision.load;

import dev.innkeeper.decision.gate.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;

/**
 * Compiles rule texts that passed the gate, one at a time.
 *
 * <p>Compiled texts are shared: the same text for the same types is compiled once in a JVM, and a
 * few that nobody uses any more are kept for a rule that is changed back.
 */
public final class RuleCompiler {

    private static final int KEPT_UNUSED = 16;

    // The engine keeps state for the whole JVM and builds one rule base at a time, so this is one
    // for the JVM as well.
    private static final RuleCompiler INSTANCE = new RuleCompiler();

    private final Map<Key, Compiled> shared = new LinkedHashMap<>();
    private final KieServices services;

    private RuleCompiler() {
        System.setProperty("drools.externaliseCanonicalModelLambda", "false");
        System.setProperty("drools.dateformat", "yyyy-MM-dd");
        services = inOurLoader(KieServices::get);
    }

    /**
     * The compiler of this JVM. Its first use should be on the main thread: it starts the rule
     * engine.
     */
    public static RuleCompiler get() {
        return INSTANCE;
    }

    private record Key(String drl, Class<?> outcome) {}

    /**
     * Rules ready to be asked. Whoever gets one closes it once; it stays usable while any holder
     * has it open.
     */
    public final class Compiled implements AutoCloseable {

        private final Key key;
        private final KieContainer container;
        private final org.kie.api.KieBase base;
        private int holders;

        private Compiled(Key key, KieContainer container) {
            this.key = key;
            this.container = container;
            this.base = container.getKieBase();
        }

        org.kie.api.KieBase base() {
            return base;
        }

        @Override
        public void close() {
            giveBack(this);
        }
    }

    /**
     * The text did not compile although it passed the gate: a mistake of the gate, not of who wrote
     * the rule.
     */
    public static final class NotCompiled extends Exception {

        private static final long serialVersionUID = 1L;

        NotCompiled(String message) {
            super(message);
        }
    }

    /** The rules of a text that passed the gate. */
    public Compiled compile(String drl, Vocabulary vocabulary) throws NotCompiled {
        synchronized (shared) {
            var key = new Key(drl, vocabulary.outcome());
            var known = shared.remove(key);
            if (known == null) {
                known = new Compiled(key, build(drl, vocabulary));
            }
            shared.put(key, known);
            known.holders++;
            return known;
        }
    }

    private void giveBack(Compiled compiled) {
        synchronized (shared) {
            compiled.holders--;
            var unused = new ArrayList<Compiled>();
            shared.values().stream().filter(one -> one.holders == 0).forEach(unused::add);
            for (int i = 0; i < unused.size() - KEPT_UNUSED; i++) {
                shared.remove(unused.get(i).key);
                unused.get(i).container.dispose();
            }
        }
    }

    private KieContainer build(String drl, Vocabulary vocabulary) throws NotCompiled {
        var loader = new NarrowClassLoader(vocabulary.classes());
        // always the same id: the engine never forgets one
        var release = services.newReleaseId("dev.innkeeper", "rules", "1");
        var files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(
                "src/main/resources/" + vocabulary.packageName().replace('.', '/') + "/rules.drl",
                drl);
        List<Message> errors = new ArrayList<>();
        var container =
                inOurLoader(
                        () -> {
                            var builder =
                                    services.newKieBuilder(files, loader)
                                            .buildAll(ExecutableModelProject.class);
                            errors.addAll(builder.getResults().getMessages(Message.Level.ERROR));
                            return errors.isEmpty()
                                    ? services.newKieContainer(release, loader)
                                    : null;
                        });
        if (container == null) {
            throw new NotCompiled(errors.get(0).getText());
        }
        return container;
    }

    private static <T extends @org.jspecify.annotations.Nullable Object> T inOurLoader(
            java.util.function.Supplier<T> step) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(RuleCompiler.class.getClassLoader());
        try {
            return step.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
