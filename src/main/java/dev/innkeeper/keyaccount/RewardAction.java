package dev.innkeeper.keyaccount;

/** What can be done next with a reward. */
public enum RewardAction {
    APPROVE,
    CLAIM,
    PAY,
    COLLECT
}
