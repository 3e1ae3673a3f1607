package dev.innkeeper.decision.gate;

/**
 * Something wrong in a file of a decision's folder.
 *
 * @param severity whether it keeps the rules from going live
 * @param file the name of the file in the folder, or empty where it concerns the folder
 * @param place {@code line 12} or {@code cell B9}, or empty where it concerns the file
 * @param message what is wrong and what to do, {@code "English | 中文"}
 */
public record Problem(Severity severity, String file, String place, String message) {

    /** How grave a problem is. */
    public enum Severity {
        /** The rules do not go live. */
        ERROR,
        /** The rules go live all the same. */
        WARNING
    }

    /** A problem that keeps the rules from going live. */
    public static Problem error(String file, String place, String message) {
        return new Problem(Severity.ERROR, file, place, message);
    }

    /** A problem that is reported only. */
    public static Problem warning(String file, String place, String message) {
        return new Problem(Severity.WARNING, file, place, message);
    }

    /** Whether it keeps the rules from going live. */
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
