package dev.innkeeper.decision.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a decision's folder by name; their hash is the release. */
public final class Sources {

    private final SortedMap<String, byte[]> files;
    private final String hash;

    /** These files; the arrays must not change afterwards. */
    public Sources(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.hash = hash(this.files);
    }

    private static String hash(SortedMap<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach(
                    (name, content) -> {
                        digest.update(
                                (name + '\n' + content.length + '\n')
                                        .getBytes(StandardCharsets.UTF_8));
                        digest.update(content);
                    });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files by name. */
    public SortedMap<String, byte[]> files() {
        return files;
    }

    /** The SHA-256 of names and contents, in hex. */
    public String hash() {
        return hash;
    }

    /** Whether there is no file at all. */
    public boolean isEmpty() {
        return files.isEmpty();
    }
}
