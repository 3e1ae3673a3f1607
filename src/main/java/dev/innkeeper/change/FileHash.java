package dev.innkeeper.change;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Knows a file by its content. */
final class FileHash {

    private FileHash() {}

    /** SHA-256 in hex; empty for a file that there is not. */
    static String of(byte @Nullable [] content) {
        if (content == null) {
            return "";
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
