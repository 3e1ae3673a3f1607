package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * The answer of {@code complaint/triage}: what a text is about, as far as its words tell.
 *
 * @param category what it is mainly about; {@link Category#OTHER} where no word tells
 * @param dimension the dimension of service quality that failed
 * @param harm what the guest suffered
 * @param lawyerOrPressNamed the guest speaks of a lawyer or of the press
 */
public record Triage(
        @Fact(en = "Category", zh = "类别") Category category,
        @Fact(en = "Service quality dimension", zh = "服务质量维度") ServqualDimension dimension,
        @Fact(en = "Harm", zh = "损害") Harm harm,
        @Fact(en = "Lawyer or press named", zh = "提及律师或媒体") boolean lawyerOrPressNamed) {}
