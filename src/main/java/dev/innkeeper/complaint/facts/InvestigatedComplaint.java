package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What the investigation left of a complaint.
 *
 * @param severity how grave it is
 * @param finding whether it is justified
 * @param amountInDispute the bill, or the part of it, that the guest complains of, in CNY; none is
 *     0
 */
@Fact(en = "The complaint after its investigation", zh = "已调查的投诉")
public record InvestigatedComplaint(
        @Fact(en = "Severity", zh = "严重程度") Severity severity,
        @Fact(en = "Finding", zh = "调查结论") Finding finding,
        @Fact(en = "Amount in dispute", zh = "争议金额", unit = "CNY") BigDecimal amountInDispute) {}
