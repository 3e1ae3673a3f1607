package dev.innkeeper.creditreview;

/**
 * What somebody says of proposed terms.
 *
 * @param verdict what becomes of them
 * @param reason why; may be empty where they are approved
 */
public record TermsJudgement(TermsVerdict verdict, String reason) {}
