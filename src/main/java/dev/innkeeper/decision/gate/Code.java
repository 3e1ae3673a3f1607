package dev.innkeeper.decision.gate;

import java.time.LocalDate;

/** Writes values as source text that cannot be read as anything else. */
final class Code {

    private Code() {}

    static String text(String value) {
        var code = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> code.append("\\\"");
                case '\\' -> code.append("\\\\");
                case '\n' -> code.append("\\n");
                default -> code.append(c);
            }
        }
        return code.append('"').toString();
    }

    static String date(LocalDate day) {
        return "java.time.LocalDate.parse(\"" + day + "\")";
    }
}
