package dev.innkeeper.keyaccount.web;

import dev.innkeeper.casefile.web.CaseEvent;
import dev.innkeeper.casefile.web.CaseLinkView;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.RewardAction;
import dev.innkeeper.keyaccount.RewardPaymentView;
import dev.innkeeper.keyaccount.RewardTaskView;
import dev.innkeeper.keyaccount.RewardView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about one reward, in the language of the request. */
@Schema(name = "Reward", description = "A reward with everything that happened to it")
record RewardDetails(
        RewardSummary summary,
        Instant stateSince,
        String partnerName,
        RegistrationDetails registration,
        @Schema(description = "When the lead came in, which the registration has to precede")
                Instant leadAt,
        @Schema(
                        description =
                                "1 for the partner registered first, 2 for the second, 0 until the"
                                        + " deal is won")
                int position,
        @Schema(description = "How many partners the deal has; 0 until it is won") int partners,
        @Schema(example = "customer-service-manager") @Nullable String approverGroup,
        @Schema(description = "Who approved or refused it") @Nullable String decidedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant earnedAt,
        @Nullable String claimedBy,
        @Nullable Instant payableAt,
        @Nullable Paid payment,
        @Schema(description = "What came back of it") @Nullable Paid collected,
        @Schema(description = "Why it lapsed, or is taken back") String words,
        @Schema(description = "The rewards of other partners for the same deal")
                List<RewardRowView> others,
        List<FindingDetails> findings,
        List<CaseEvent> timeLine,
        List<CaseLinkView> links,
        List<OpenTaskView> tasks,
        @Schema(description = "What you may do next") List<Allowed> allowed) {

    @Schema(name = "RewardPayment", description = "A payment, or its return")
    record Paid(
            @Schema(description = "CNY") BigDecimal amount,
            @Schema(description = "Of the transfer") String reference,
            String by,
            Instant at) {

        static @Nullable Paid of(@Nullable RewardPaymentView payment) {
            return payment == null
                    ? null
                    : new Paid(
                            payment.amount().amount(),
                            payment.reference(),
                            payment.by(),
                            payment.at());
        }
    }

    @Schema(name = "RewardAllowed", description = "Something that you may do next")
    record Allowed(
            RewardAction action,
            @Schema(description = "Null where it is done in the Tasklist") @Nullable String method,
            @Nullable String href) {}

    static RewardDetails of(
            RewardTaskView view,
            List<OpenTaskView> tasks,
            List<Allowed> allowed,
            Language language) {
        RewardView reward = view.reward();
        return new RewardDetails(
                RewardSummary.of(reward),
                reward.stateSince(),
                reward.partner().name(),
                RegistrationDetails.of(reward.registration()),
                reward.leadAt(),
                reward.position(),
                reward.partners(),
                reward.approverGroup() == null ? null : reward.approverGroup().id(),
                reward.decidedBy(),
                reward.approvedAt(),
                reward.earnedAt(),
                reward.claimedBy(),
                reward.payableAt(),
                Paid.of(reward.payment()),
                Paid.of(reward.collected()),
                language.of(reward.words()),
                view.others().stream().map(RewardRowView::of).toList(),
                view.findings().stream().map(FindingDetails::of).toList(),
                view.timeLine().stream().map(entry -> CaseEvent.of(entry, language)).toList(),
                view.links().stream().map(CaseLinkView::of).toList(),
                tasks,
                allowed);
    }
}
