package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a rule file into tokens; comments fall away. */
final class Lexer {

    private static final int MOST_TOKENS = 200_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final List<String> PAIRS = List.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SINGLES = "(){}[]<>!,.;:+-*/%=@?";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int index;
    private int line = 1;
    private int lineStart;

    Lexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        while (index < text.length()) {
            if (tokens.size() >= MOST_TOKENS) {
                throw new GateException(here(), "The file is too long. Split it. | 文件过长，请拆分。");
            }
            next();
        }
        tokens.add(new Token(Kind.END, "", here()));
        return tokens;
    }

    private void next() {
        char c = text.charAt(index);
        if (c == '\n') {
            newLine();
        } else if (c == ' ' || c == '\t' || c == '\u3000') {
            index++;
        } else if (text.startsWith("//", index)) {
            int end = text.indexOf('\n', index);
            index = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", index)) {
            comment();
        } else if (c == '"') {
            quoted();
        } else if (c == '\'' || c == '\u201c' || c == '\u201d') {
            throw new GateException(
                    here(),
                    "Texts stand between straight double quotes \"…\". | 文本必须写在英文双引号\"…\"之间。");
        } else if (Character.isDigit(c)) {
            number();
        } else if (c == '$' || Character.isJavaIdentifierStart(c)) {
            name();
        } else {
            symbol();
        }
    }

    private void comment() {
        var start = here();
        int end = text.indexOf("*/", index + 2);
        if (end < 0) {
            throw new GateException(start, "A comment /* … */ is not closed. | 注释/* … */没有结束。");
        }
        while (index < end + 2) {
            if (text.charAt(index) == '\n') {
                newLine();
            } else {
                index++;
            }
        }
    }

    private void quoted() {
        var start = here();
        var value = new StringBuilder();
        index++;
        while (true) {
            if (index >= text.length() || text.charAt(index) == '\n') {
                throw new GateException(start, "A text is not closed by \". | 文本缺少结尾的引号\"。");
            }
            char c = text.charAt(index++);
            if (c == '"') {
                break;
            }
            value.append(c == '\\' ? escaped(start) : c);
        }
        if (value.length() > LONGEST_TEXT) {
            throw new GateException(
                    start, "A text is longer than 2,000 characters. | 文本超过2000个字符。");
        }
        tokens.add(new Token(Kind.TEXT, value.toString(), start));
    }

    private char escaped(Position start) {
        char c = index < text.length() ? text.charAt(index++) : ' ';
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            default ->
                    throw new GateException(
                            start,
                            "In a text, \\ may only stand before \" or \\. | 文本中的\\只能写在\"或\\之前。");
        };
    }

    private void number() {
        var start = here();
        int from = index;
        while (index < text.length() && Character.isDigit(text.charAt(index))) {
            index++;
        }
        if (index + 1 < text.length()
                && text.charAt(index) == '.'
                && Character.isDigit(text.charAt(index + 1))) {
            index++;
            while (index < text.length() && Character.isDigit(text.charAt(index))) {
                index++;
            }
        }
        String digits = text.substring(from, index);
        boolean glued = index < text.length() && Character.isJavaIdentifierPart(text.charAt(index));
        if (glued
                || digits.length() > 18
                || !digits.chars().allMatch(d -> d == '.' || d >= '0' && d <= '9')) {
            throw new GateException(
                    start,
                    "%s… is not a figure: write digits only, such as 5000 or 0.5. | %1$s…不是数字：只写数字，如5000或0.5。"
                            .formatted(digits));
        }
        tokens.add(new Token(Kind.NUMBER, digits, start));
    }

    private void name() {
        var start = here();
        int from = index++;
        while (index < text.length() && Character.isJavaIdentifierPart(text.charAt(index))) {
            index++;
        }
        String word = text.substring(from, index);
        if (word.lastIndexOf('$') > 0 || word.equals("$")) {
            throw new GateException(
                    start,
                    "%s is not a name: $ may only be its first character. | %1$s不是有效名称：$只能是首字符。"
                            .formatted(word));
        }
        tokens.add(new Token(word.charAt(0) == '$' ? Kind.VARIABLE : Kind.NAME, word, start));
    }

    private void symbol() {
        for (String pair : PAIRS) {
            if (text.startsWith(pair, index)) {
                tokens.add(new Token(Kind.SYMBOL, pair, here()));
                index += 2;
                return;
            }
        }
        int c = text.codePointAt(index);
        if (SINGLES.indexOf(c) < 0) {
            String shown = Character.toString(c);
            throw new GateException(
                    here(),
                    ("The character %s does not belong here (a full-width one, perhaps). |"
                                    + " 此处不应出现字符%1$s（可能是全角字符）。")
                            .formatted(shown));
        }
        tokens.add(new Token(Kind.SYMBOL, String.valueOf((char) c), here()));
        index++;
    }

    private void newLine() {
        index++;
        line++;
        lineStart = index;
    }

    private Position here() {
        return new Position(line, index - lineStart + 1);
    }
}
