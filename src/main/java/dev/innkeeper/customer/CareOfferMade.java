package dev.innkeeper.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the house made its offer.
 *
 * @param voucher the code of the voucher; needed where the offer is one
 * @param visitOn the day of the personal visit; needed where the offer is one
 * @param words what was said; may be empty
 */
public record CareOfferMade(@Nullable String voucher, @Nullable LocalDate visitOn, String words) {}
