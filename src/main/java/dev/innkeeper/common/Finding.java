package dev.innkeeper.common;

/**
 * Something wrong in a file that a manager edits: a rule file, a table, an example, a diagram or a
 * form.
 *
 * @param severity whether it keeps the file from going live
 * @param file the name of the file, or empty where it concerns the folder
 * @param place {@code line 12}, {@code cell B9}, {@code scenario "…"} or {@code element approve},
 *     or empty where it concerns the file
 * @param message what is wrong and what to do, {@code "English | 中文"}
 * @param expected what an example expects, or empty
 * @param got what came instead, or empty
 */
public record Finding(
        Severity severity, String file, String place, String message, String expected, String got) {

    /** How grave it is. */
    public enum Severity {
        /** The file does not go live. */
        ERROR,
        /** The file may go live all the same; whoever approves sees it. */
        WARNING
    }

    /** Something that keeps a file from going live. */
    public static Finding error(String file, String place, String message) {
        return new Finding(Severity.ERROR, file, place, message, "", "");
    }

    /** Something that is told only. */
    public static Finding warning(String file, String place, String message) {
        return new Finding(Severity.WARNING, file, place, message, "", "");
    }

    /** The same, with what was expected beside what came. */
    public Finding beside(String whatWasExpected, String whatCame) {
        return new Finding(severity, file, place, message, whatWasExpected, whatCame);
    }

    /** The same, as grave as given. */
    public Finding as(Severity gravity) {
        return new Finding(gravity, file, place, message, expected, got);
    }

    /** Whether it keeps the file from going live. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The place and the English half of the message, for the log. */
    @Override
    public String toString() {
        String at = place.isEmpty() ? file : file + ", " + place;
        int half = message.indexOf(" | ");
        return (at.isEmpty() ? "" : at + ": ") + (half < 0 ? message : message.substring(0, half));
    }
}
