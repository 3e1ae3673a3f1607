package dev.innkeeper.decision.load;

import java.net.URL;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands out only what compiled rules need: the facts, choices and outcome of one decision, the
 * engine's model and a few values of the language. A rule that slipped through the gate would find
 * nothing to do harm with.
 */
final class NarrowClassLoader extends ClassLoader {

    private static final Set<String> LANGUAGE =
            Set.of(
                    "java.lang.Object",
                    "java.lang.String",
                    "java.lang.CharSequence",
                    "java.lang.Comparable",
                    "java.lang.Number",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Double",
                    "java.lang.Boolean",
                    "java.lang.Enum",
                    "java.lang.Record",
                    "java.lang.Throwable",
                    "java.lang.Exception",
                    "java.lang.RuntimeException",
                    "java.lang.IllegalArgumentException",
                    "java.lang.invoke.LambdaMetafactory",
                    "java.lang.invoke.StringConcatFactory",
                    "java.math.BigDecimal",
                    "java.math.MathContext",
                    "java.time.LocalDate",
                    "java.time.format.DateTimeFormatterBuilder",
                    "java.util.ArrayList",
                    "java.util.Arrays",
                    "java.util.Collection",
                    "java.util.Collections",
                    "java.util.List",
                    "java.util.Set",
                    "java.util.Locale");
    private static final List<String> ENGINE =
            List.of(
                    "org.drools.model.",
                    "org.drools.modelcompiler.",
                    "org.drools.core.base.accumulators.",
                    "org.drools.ecj.EclipseJavaCompiler",
                    "org.drools.util.DateUtils",
                    "org.kie.api.builder.ReleaseId");

    private static final List<String> MADE_OF_RULES = List.of("rules/", "org/drools/project/");
    private static final Map<String, URL> FOUND = new ConcurrentHashMap<>();

    private final Map<String, Class<?>> own = new HashMap<>();

    NarrowClassLoader(Collection<Class<?>> classes) {
        super(null);
        for (Class<?> type : classes) {
            own.put(type.getName(), type);
            for (Class<?> parent : type.getInterfaces()) {
                own.put(parent.getName(), parent);
            }
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        var known = own.get(name);
        if (known != null) {
            return known;
        }
        if (LANGUAGE.contains(name) || ENGINE.stream().anyMatch(name::startsWith)) {
            return NarrowClassLoader.class.getClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    // The compiler reads the class files of all that signatures mention; what it refers to is still
    // loaded as above. It reads the same for each decision, and each search goes through every
    // library of the packed jar.
    @Override
    public @Nullable URL getResource(String name) {
        return isClass(name)
                ? FOUND.computeIfAbsent(name, NarrowClassLoader.class.getClassLoader()::getResource)
                : null;
    }

    // To learn what is a package the compiler asks for classes of such names, and in the packages
    // that it is just making for classes of any name.
    private static boolean isClass(String name) {
        return name.endsWith(".class")
                && Character.isUpperCase(name.charAt(name.lastIndexOf('/') + 1))
                && MADE_OF_RULES.stream().noneMatch(name::startsWith);
    }
}
