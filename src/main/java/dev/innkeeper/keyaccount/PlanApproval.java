package dev.innkeeper.keyaccount;

/**
 * What the approver says of a plan.
 *
 * @param approved it may be carried out
 * @param remark why not; needed where it is not approved
 */
public record PlanApproval(boolean approved, String remark) {}
