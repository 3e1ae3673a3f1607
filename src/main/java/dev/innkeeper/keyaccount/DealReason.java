package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Labelled;
import dev.innkeeper.keyaccount.facts.Stage;

/**
 * A reason why deals end as they do. The same code may stand for and against us, so that figures
 * can set one beside the other.
 *
 * @param code such as {@code PRICE}
 * @param outcome the end that it explains: WON, LOST or DISCARDED
 * @param english the label in English
 * @param chinese the label in simplified Chinese
 */
public record DealReason(String code, Stage outcome, String english, String chinese)
        implements Labelled {}
