package dev.innkeeper.decision.gate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a file into text, or says why they are none. */
public final class SourceText {

    /** The largest file read, in bytes. */
    public static final int LARGEST = 1_000_000;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private SourceText() {}

    /**
     * The text of a file without a byte order mark, its line ends as {@code \n}.
     *
     * @throws UnreadableText when it is too large, not UTF-8, or has characters that a reader
     *     cannot see
     */
    public static String decode(byte[] bytes) throws UnreadableText {
        if (bytes.length > LARGEST) {
            throw new UnreadableText(1, "The file is larger than 1 MB. Split it. | 文件超过1 MB，请拆分。");
        }
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableText(
                    1,
                    "The file is not UTF-8 text (GBK, perhaps). Save it again as UTF-8. |"
                            + " 文件不是UTF-8编码（可能是GBK），请另存为UTF-8。");
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        refuseWhatCannotBeSeen(text);
        return text;
    }

    /**
     * Refuses invisible characters and Unicode escapes, in files and in cells alike.
     *
     * @throws UnreadableText naming the line
     */
    public static void refuseWhatCannotBeSeen(String text) throws UnreadableText {
        int line = 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '\n') {
                line++;
            } else if (c != '\t' && isInvisible(c)) {
                throw new UnreadableText(
                        line,
                        ("There is an invisible character (U+%04X). Delete it and type the text"
                                        + " again. | 存在不可见字符（U+%1$04X），请删除后重新输入。")
                                .formatted(c));
            } else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u') {
                throw new UnreadableText(
                        line,
                        "Characters may not be written as \\u…: type the character itself. |"
                                + " 不能用\\u…书写字符，请直接输入该字符。");
            }
            i += Character.charCount(c);
        }
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /** Bytes that are no text that could be shown. */
    public static final class UnreadableText extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        UnreadableText(int line, String message) {
            super(message);
            this.line = line;
        }

        /** The line, from 1. */
        public int line() {
            return line;
        }
    }
}
