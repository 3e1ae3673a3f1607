package dev.innkeeper.keyaccount;

/**
 * What the approver of a reward says.
 *
 * @param approved whether it may be paid once its conditions are met
 * @param reason why not; may be empty where it is approved
 */
public record RewardVerdict(boolean approved, String reason) {}
