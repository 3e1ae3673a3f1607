package dev.innkeeper.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The folders of the diagrams and forms on disk, or, where there are none, those packed with the
 * program.
 */
@Component
public class DiagramFolders {

    private static final String PACKED = "processes/";
    private static final String[] KINDS = {"bpmn", "form"};

    private final Path root;

    DiagramFolders(WorkflowProperties properties) {
        this.root = properties.processes().toAbsolutePath().normalize();
    }

    /** Whether they are on disk, where they may change. */
    public boolean areOnDisk() {
        return Files.isDirectory(root);
    }

    /** The folder that holds them all. */
    public Path root() {
        return root;
    }

    /** The names of the folders that hold diagrams. */
    public Set<String> folders() {
        if (!areOnDisk()) {
            return packed().keySet();
        }
        try (var diagrams = Files.newDirectoryStream(root, DiagramFolders::holdsDiagrams)) {
            var names = new TreeSet<String>();
            diagrams.forEach(folder -> names.add(folder.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsDiagrams(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || folder.getFileName().toString().startsWith(".")) {
            return false;
        }
        try (var files = Files.newDirectoryStream(folder, "*.bpmn")) {
            return files.iterator().hasNext();
        }
    }

    /** The diagrams and forms packed with the program, by folder and name. */
    public SortedMap<String, SortedMap<String, byte[]>> packed() {
        var resolver = new PathMatchingResourcePatternResolver();
        var folders = new TreeMap<String, SortedMap<String, byte[]>>();
        try {
            for (var kind : KINDS) {
                for (var file : resolver.getResources("classpath*:" + PACKED + "*/*." + kind)) {
                    var path = file.getURL().getPath();
                    var name = path.substring(path.lastIndexOf('/') + 1);
                    var parent = path.substring(0, path.lastIndexOf('/'));
                    var folder = parent.substring(parent.lastIndexOf('/') + 1);
                    folders.computeIfAbsent(folder, key -> new TreeMap<>())
                            .put(name, file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }
}
