package dev.innkeeper.keyaccount;

import java.util.List;

/**
 * All that is known of a partner.
 *
 * @param registrations the prospects that the partner named, the latest first, at most 200
 * @param rewards their rewards, the latest first, at most 200
 * @param findings what auditors found, the latest first
 */
public record PartnerFile(
        PartnerView partner,
        List<RegistrationView> registrations,
        List<RewardRow> rewards,
        List<AuditFindingView> findings) {}
