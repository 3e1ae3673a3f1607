package dev.innkeeper.decision.load;

import dev.innkeeper.decision.gate.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.drools.base.util.Drools;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiles rule texts that passed the gate, one at a time.
 *
 * <p>Compiled texts are shared: the same text for the same types is compiled once in a JVM, and a
 * few that nobody uses any more are kept for a rule that is changed back.
 */
public final class RuleCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCompiler.class);
    private static final int KEPT_UNUSED = 16;

    // The engine keeps state for the whole JVM and builds one rule base at a time, so this is one
    // for the JVM as well.
    private static final RuleCompiler INSTANCE = new RuleCompiler();

    private final Map<Key, Compiled> shared = new LinkedHashMap<>();
    private final KieServices services;
    private @Nullable ClassStore store;

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

    /** Keeps compiled rules in this folder as well, for the next start. */
    public void keepIn(Path folder) {
        synchronized (shared) {
            store = new ClassStore(folder);
        }
    }

    private record Key(String hash, Class<?> outcome) {}

    /**
     * Rules ready to be asked. Whoever gets one closes it once; it stays usable while any holder
     * has it open.
     */
    public final class Compiled implements AutoCloseable {

        private final Key key;
        private final KieBase base;
        private int holders;

        private Compiled(Key key, KieBase base) {
            this.key = key;
            this.base = base;
        }

        KieBase base() {
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
            var key = new Key(hash(drl, vocabulary), vocabulary.outcome());
            var known = shared.remove(key);
            if (known == null) {
                known = new Compiled(key, build(key, drl, vocabulary));
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
            }
        }
    }

    // compiled classes fit the text, the shape of facts and outcome, and the version of the engine
    private static String hash(String drl, Vocabulary vocabulary) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            String all = Drools.getFullVersion() + '\n' + vocabulary.shape() + '\n' + drl;
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private KieBase build(Key key, String drl, Vocabulary vocabulary) throws NotCompiled {
        var narrow = new NarrowClassLoader(vocabulary.classes());
        if (store != null) {
            var kept = store.find(key.hash());
            if (kept.isPresent()) {
                try {
                    return base(narrow, kept.get());
                } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
                    LOG.info("Kept compiled rules do not fit and are compiled again: {}", e.toString());
                }
            }
        }
        var classes = classes(narrow, drl, vocabulary);
        if (store != null) {
            store.keep(key.hash(), classes);
        }
        try {
            return base(narrow, classes);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new NotCompiled(e.toString());
        }
    }

    private static KieBase base(NarrowClassLoader narrow, Map<String, byte[]> classes)
            throws ReflectiveOperationException {
        var model = new CompiledClassLoader(narrow, classes).model();
        return inOurLoader(() -> KieBaseBuilder.createKieBaseFromModel(model));
    }

    private Map<String, byte[]> classes(
            NarrowClassLoader narrow, String drl, Vocabulary vocabulary) throws NotCompiled {
        // always the same id, forgotten at once: the engine would keep what it built
        var release = services.newReleaseId("dev.innkeeper", "rules", "1");
        var files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(
                "src/main/resources/" + vocabulary.packageName().replace('.', '/') + "/rules.drl",
                drl);
        var builder =
                inOurLoader(
                        () ->
                                services.newKieBuilder(files, narrow)
                                        .buildAll(ExecutableModelProject.class));
        var errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new NotCompiled(errors.get(0).getText());
        }
        try {
            return ClassStore.unzip(((InternalKieModule) builder.getKieModule()).getBytes());
        } catch (IOException e) {
            throw new NotCompiled(e.toString());
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static <T> T inOurLoader(Supplier<T> step) {
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
