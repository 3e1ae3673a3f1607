package dev.innkeeper.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises the kinds of documents that are kept by how their content begins; what the name says
 * only tells office documents and plain texts apart. Whatever a browser could run is not among
 * them.
 */
final class MediaTypes {

    private static final List<Magic> MAGIC =
            List.of(
                    Magic.at(0, "image/jpeg", 0xFF, 0xD8, 0xFF),
                    Magic.at(0, "image/png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
                    Magic.at(0, "image/gif", 'G', 'I', 'F', '8'),
                    Magic.at(8, "image/webp", 'W', 'E', 'B', 'P'),
                    Magic.at(4, "image/heic", 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'),
                    Magic.at(0, "application/pdf", '%', 'P', 'D', 'F', '-'),
                    Magic.at(4, "video/mp4", 'f', 't', 'y', 'p'),
                    Magic.at(0, "audio/mpeg", 'I', 'D', '3'),
                    Magic.at(0, "audio/mpeg", 0xFF, 0xFB),
                    Magic.at(8, "audio/wav", 'W', 'A', 'V', 'E'),
                    Magic.at(0, "audio/amr", '#', '!', 'A', 'M', 'R'),
                    Magic.at(0, "audio/ogg", 'O', 'g', 'g', 'S'));

    private static final Magic ZIP = Magic.at(0, "", 'P', 'K', 3, 4);

    private static final Map<String, String> OFFICE =
            Map.of(
                    "docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "pptx",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private static final Map<String, String> TEXT =
            Map.of("txt", "text/plain", "csv", "text/csv", "eml", "message/rfc822");

    private MediaTypes() {}

    static Optional<String> recognise(String name, byte[] content) {
        Optional<String> known =
                MAGIC.stream().filter(magic -> magic.begins(content)).map(Magic::type).findFirst();
        if (known.isPresent()) {
            return known;
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ZIP.begins(content)) {
            return Optional.ofNullable(OFFICE.get(extension));
        }
        return Optional.ofNullable(TEXT.get(extension)).filter(type -> isText(content));
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private record Magic(int offset, String type, byte[] bytes) {

        static Magic at(int offset, String type, int... bytes) {
            byte[] beginning = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                beginning[i] = (byte) bytes[i];
            }
            return new Magic(offset, type, beginning);
        }

        boolean begins(byte[] content) {
            if (content.length < offset + bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (content[offset + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
