package dev.innkeeper.complaint;

/**
 * How a complaint stands, without its history.
 *
 * @param complaint the complaint
 * @param progress its answers and dates now
 */
public record ComplaintState(ComplaintView complaint, Progress progress) {}
