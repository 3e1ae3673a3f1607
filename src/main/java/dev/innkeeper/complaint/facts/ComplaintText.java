package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.FreeText;

/**
 * What the guest said, for {@code complaint/triage}.
 *
 * @param text in Chinese or English, of any length
 */
@Fact(en = "What the guest said", zh = "客人原话")
public record ComplaintText(@Fact(en = "Text", zh = "内容") @FreeText String text) {}
