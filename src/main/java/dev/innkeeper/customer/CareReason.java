package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;

/**
 * A reason why customers stay away.
 *
 * @param code such as {@code PRICE}
 * @param english the label in English
 * @param chinese the label in simplified Chinese
 */
public record CareReason(String code, String english, String chinese) implements Labelled {}
