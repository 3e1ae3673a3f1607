package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What is known of a complaint when it is graded.
 *
 * @param kind complaint or suggestion
 * @param channel how it reached the house
 * @param category what it is about
 * @param harm what the guest suffered
 * @param publiclyVisible others can read it, as on a review site
 * @param lawyerOrPressNamed the guest speaks of a lawyer or of the press
 * @param remedySought the guest asks for a remedy
 * @param amountInDispute the bill, or the part of it, that the guest complains of, in CNY; none is
 *     0
 */
@Fact(en = "The complaint that is graded", zh = "待评级的投诉")
public record ReportedComplaint(
        @Fact(en = "Kind", zh = "类型") Kind kind,
        @Fact(en = "Channel", zh = "渠道") Channel channel,
        @Fact(en = "Category", zh = "类别") Category category,
        @Fact(en = "Harm", zh = "损害") Harm harm,
        @Fact(en = "Publicly visible", zh = "公开可见") boolean publiclyVisible,
        @Fact(en = "Lawyer or press named", zh = "提及律师或媒体") boolean lawyerOrPressNamed,
        @Fact(en = "Remedy sought", zh = "要求补救") boolean remedySought,
        @Fact(en = "Amount in dispute", zh = "争议金额", unit = "CNY") BigDecimal amountInDispute) {}
