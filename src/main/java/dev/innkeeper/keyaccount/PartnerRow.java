package dev.innkeeper.keyaccount;

/**
 * A partner in a list.
 *
 * @param openFinding an audit finding about the partner is open
 * @param registrations how many prospects the partner named
 * @param rewards how many rewards there are, lapsed ones too
 */
public record PartnerRow(
        PartnerView partner, boolean openFinding, int registrations, int rewards) {}
