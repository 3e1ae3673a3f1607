package dev.innkeeper.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds out in which encoding a file is written, however long it is. */
final class Encoding {

    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final int SOME = 1 << 16;

    private Encoding() {}

    /**
     * The encoding with this name.
     *
     * @throws IllegalArgumentException where there is none
     */
    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("There is no encoding " + name, unknown);
        }
    }

    /** UTF-8 where all of it is; else what spreadsheets in China write. */
    static Charset of(Path file) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            byte[] mark = start.readNBytes(2);
            if (Arrays.equals(mark, UTF_16_BIG) || Arrays.equals(mark, UTF_16_LITTLE)) {
                return StandardCharsets.UTF_16;
            }
        }
        if (isAll(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        Charset chinese = Charset.forName("GB18030");
        // Only a few rows may be broken: then it is UTF-8, and these are reported.
        return isAll(file, chinese) ? chinese : StandardCharsets.UTF_8;
    }

    private static boolean isAll(Path file, Charset charset) throws IOException {
        try (Reader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file),
                                charset.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            char[] some = new char[SOME];
            int read = 0;
            while (read >= 0) {
                read = reader.read(some);
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
