package dev.innkeeper.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release holds: the hash of the files of each unit.
 *
 * @param hashes by unit
 */
record Content(SortedMap<Unit, String> hashes) {

    static final Content EMPTY = new Content(new TreeMap<>());

    Content {
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
    }

    /** This content, with some units changed. */
    Content with(Map<Unit, String> changed) {
        var all = new TreeMap<>(hashes);
        all.putAll(changed);
        return new Content(all);
    }

    /** The hash of everything. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            hashes.forEach(
                    (unit, hash) ->
                            digest.update(
                                    (unit.name() + '\n' + hash + '\n')
                                            .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
