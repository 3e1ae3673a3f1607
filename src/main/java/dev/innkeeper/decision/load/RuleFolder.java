package dev.innkeeper.decision.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The folder of the rules on disk, or, where there is none, its copy packed with the program. */
public final class RuleFolder {

    private static final long LARGEST_FILE = 5_000_000;

    private final Path root;
    private final boolean onDisk;

    /** The folder, if it is one. */
    public RuleFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.onDisk = Files.isDirectory(root);
    }

    /** Whether it is a folder on disk, which may change. */
    public boolean isOnDisk() {
        return onDisk;
    }

    /** The folder of a decision, which need not exist. */
    public Path of(String decision) {
        return root.resolve(decision);
    }

    /** Where the rules come from, for messages. */
    @Override
    public String toString() {
        return onDisk ? root.toString() : "the rules packed with the program";
    }

    /** The files of a decision. */
    public Sources read(String decision) {
        try {
            return new Sources(onDisk ? onDisk(decision) : packed(decision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that changes when a file of the decision does: names, sizes and times. */
    public String fingerprint(String decision) {
        var marks = new ArrayList<String>();
        try {
            for (Path file : files(of(decision))) {
                marks.add(
                        file.getFileName()
                                + ":"
                                + Files.size(file)
                                + ":"
                                + Files.getLastModifiedTime(file).toInstant());
            }
        } catch (IOException e) {
            marks.add("changing");
        }
        return String.join("\n", marks);
    }

    private Map<String, byte[]> onDisk(String decision) throws IOException {
        var files = new HashMap<String, byte[]>();
        for (Path file : files(of(decision))) {
            try {
                files.put(
                        file.getFileName().toString(),
                        Files.size(file) > LARGEST_FILE
                                ? new byte[(int) LARGEST_FILE]
                                : Files.readAllBytes(file));
            } catch (NoSuchFileException e) {
                // an editor's passing file
            }
        }
        return files;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !isPassing(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** What editors and spreadsheets leave beside a file while it is open or being saved. */
    private static boolean isPassing(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || name.startsWith("#")
                || name.endsWith("~")
                || lower.endsWith(".tmp")
                || lower.endsWith(".bak")
                || lower.endsWith(".swp")
                || lower.endsWith(".md")
                || !name.contains(".");
    }

    /** The files of a decision as they are packed with the program. */
    public static Sources asPacked(String decision) {
        try {
            return new Sources(packed(decision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> packed(String decision) throws IOException {
        var files = new HashMap<String, byte[]>();
        var resolver = new PathMatchingResourcePatternResolver(RuleFolder.class.getClassLoader());
        for (Resource resource : resolver.getResources("classpath:rules/" + decision + "/*.*")) {
            String name = String.valueOf(resource.getFilename());
            if (!isPassing(name)) {
                files.put(name, resource.getContentAsByteArray());
            }
        }
        return files;
    }
}
