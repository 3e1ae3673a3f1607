package dev.innkeeper.decision.load;

import java.util.Map;
import java.util.regex.Pattern;
import org.drools.model.Model;

/** Defines the compiled classes of one rule set; they see what the narrow loader hands out, and each other. */
final class CompiledClassLoader extends ClassLoader {

    private static final Pattern MODEL = Pattern.compile("rules/.*/Rules[0-9A-F]{32}\\.class");

    private final Map<String, byte[]> classes;

    CompiledClassLoader(NarrowClassLoader parent, Map<String, byte[]> classes) {
        super(parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] content = classes.get(name.replace('.', '/') + ".class");
        if (content == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, content, 0, content.length);
    }

    /** The rules that the classes describe. */
    Model model() throws ReflectiveOperationException {
        String file =
                classes.keySet().stream()
                        .filter(name -> MODEL.matcher(name).matches())
                        .findFirst()
                        .orElseThrow(() -> new ClassNotFoundException("the model of the rules"));
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        return (Model) loadClass(name).getDeclaredConstructor().newInstance();
    }
}
