package dev.innkeeper.decision.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps compiled rules in a folder from one start to the next, since compiling takes most of a start's work. What is
 * missing or spoilt is compiled again.
 */
final class ClassStore {

    private static final Logger LOG = LoggerFactory.getLogger(ClassStore.class);
    private static final int KEPT = 60;

    private final Path folder;

    ClassStore(Path folder) {
        this.folder = folder;
    }

    /** The classes by file name that were kept under a key. */
    Optional<Map<String, byte[]>> find(String key) {
        Path file = folder.resolve(key + ".zip");
        try {
            var classes = unzip(Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.from(java.time.Instant.now()));
            return classes.isEmpty() ? Optional.empty() : Optional.of(classes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.info("The compiled rules in {} cannot be read and are compiled again", file);
            return Optional.empty();
        }
    }

    /** Keeps classes; where that is not possible the next start compiles them again. */
    void keep(String key, Map<String, byte[]> classes) {
        try {
            Files.createDirectories(folder);
            Path passing = Files.createTempFile(folder, key, ".tmp");
            Files.write(passing, zip(classes));
            Files.move(
                    passing,
                    folder.resolve(key + ".zip"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            removeOldest();
        } catch (IOException e) {
            LOG.info("Compiled rules cannot be kept in {}: {}", folder, e.toString());
        }
    }

    private void removeOldest() throws IOException {
        try (var files = Files.list(folder)) {
            var newestFirst =
                    files.filter(Files::isRegularFile)
                            .sorted(
                                    Comparator.comparingLong(
                                                    (Path file) -> file.toFile().lastModified())
                                            .reversed())
                            .toList();
            for (Path file : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The class files of an archive by name. */
    static Map<String, byte[]> unzip(byte[] archive) throws IOException {
        var classes = new HashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    classes.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return classes;
    }

    private static byte[] zip(Map<String, byte[]> classes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var one : classes.entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                out.write(one.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
