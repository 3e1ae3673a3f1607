package dev.innkeeper.calendar;

/** A calendar file that cannot be used, in words for the manager who wrote it. */
public class CalendarProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong and what to write. */
    public CalendarProblem(String message) {
        super(message);
    }

    /** What is wrong and what to write, with what it came from. */
    public CalendarProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
