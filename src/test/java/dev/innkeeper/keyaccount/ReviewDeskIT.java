package dev.innkeeper.keyaccount;

import static dev.innkeeper.keyaccount.SampleDeals.AUDITOR;
import static dev.innkeeper.keyaccount.SampleDeals.BANQUET;
import static dev.innkeeper.keyaccount.SampleDeals.CALL_CENTRE;
import static dev.innkeeper.keyaccount.SampleDeals.FARMER;
import static dev.innkeeper.keyaccount.SampleDeals.GENERAL_MANAGER;
import static dev.innkeeper.keyaccount.SampleDeals.MANAGER;
import static dev.innkeeper.keyaccount.SampleDeals.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.InnkeeperClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

@InnkeeperTest
class ReviewDeskIT {

    private static final CustomerAnswer ANSWER =
            new CustomerAnswer(true, "The other house was cheaper", 5, true);

    @Autowired private DealDesk deals;
    @Autowired private ReviewDesk desk;
    @Autowired private TimeLine timeLine;
    @Autowired private InnkeeperClock clock;
    @Autowired private IdentityService identity;
    @Autowired private JdbcClient jdbc;
    @Autowired private ConfigurableApplicationContext context;
    private SampleDeals samples;

    @BeforeEach
    void noDeals() {
        samples = new SampleDeals(deals);
    }

    /** What the owner of a lost deal writes. */
    private static Written written() {
        return new Written();
    }

    /** A review in which a test changes what it is about. */
    private static final class Written {

        private List<String> reasons = List.of("PRICE", "TOP_LEVEL_CONTACT");
        private String competitor = "Hilton";
        private Money ourPrice;
        private Money theirPrice;
        private BigDecimal priceGap;
        private Stage decidedAt = Stage.NEGOTIATING;
        private String account = "They compared prices until the last day";
        private String toRepeat = "The site visit";
        private String toAvoid = "Speaking with the assistant only";
        private List<String> topics = List.of("Negotiating prices");

        private WrittenReview build() {
            return new WrittenReview(
                    reasons,
                    competitor,
                    ourPrice,
                    theirPrice,
                    priceGap,
                    decidedAt,
                    account,
                    toRepeat,
                    toAvoid,
                    topics);
        }
    }

    private CaseNumber opened() {
        CaseNumber deal = samples.lost("Meetings", "Hilton");
        desk.open(deal);
        return deal;
    }

    private CaseNumber toAsk() {
        CaseNumber deal = opened();
        desk.write(deal, written().build(), SALES);
        return deal;
    }

    private CaseNumber toAccept() {
        CaseNumber deal = toAsk();
        desk.ask(deal, ANSWER, CALL_CENTRE);
        return deal;
    }

    private static void refused(ThrowingCallable call, Refusal.Kind kind, String field) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(kind);
                            assertThat(refusal.field()).isEqualTo(field);
                            assertThat(refusal.getMessage()).contains(" | ");
                            assertThat(refusal.remedy()).contains(" | ");
                        });
    }

    private Set<String> told(String kind) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT receiver.receiver FROM notification_receiver receiver
                                JOIN notification notice ON notice.id = receiver.notification_id
                                WHERE notice.kind = ?
                                """)
                        .param(kind)
                        .query(String.class)
                        .list());
    }

    private List<String> happened(CaseNumber deal) {
        return timeLine.of(deal).stream().map(TimeLineEntry::event).toList();
    }

    @Test
    void aReviewIsDueAtTheEndOfTheFifthWorkingDay() {
        CaseNumber deal = samples.lost("Meetings", "Hilton");

        ReviewProgress progress = desk.open(deal).orElseThrow();

        assertThat(progress.state()).isEqualTo(ReviewState.TO_WRITE);
        assertThat(progress.dueAt()).isEqualTo(Instant.parse("2026-03-09T10:00:00Z"));
        assertThat(progress.writer()).isEqualTo("sales1");
        assertThat(told("review.opened")).containsExactly("sales1");
        assertThat(desk.view(deal).outcome()).isEqualTo(Stage.LOST);
        assertThat(desk.view(deal).product()).isEqualTo("Meetings");
    }

    @Test
    void aDealHasOneReview() {
        CaseNumber deal = opened();

        assertThat(desk.open(deal)).isEmpty();

        assertThat(happened(deal)).filteredOn("REVIEW_OPENED"::equals).hasSize(1);
    }

    @Test
    void anOpenDealHasNone() {
        CaseNumber deal = samples.negotiated("Meetings", "Hilton");

        refused(() -> desk.open(deal), Refusal.Kind.NOT_NOW, "");
        refused(() -> desk.view(deal), Refusal.Kind.UNKNOWN, "number");
    }

    @Test
    void theOwnerWritesSomebodyElseAsksTheManagerAccepts() {
        CaseNumber deal = opened();

        ReviewProgress written = desk.write(deal, written().build(), SALES);
        assertThat(written.state()).isEqualTo(ReviewState.TO_ASK);
        assertThat(written.customerToBeAsked()).isTrue();
        assertThat(told("review.ask"))
                .containsExactlyInAnyOrder("call-centre", "key-account-service");

        ReviewProgress asked = desk.ask(deal, ANSWER, CALL_CENTRE);
        assertThat(asked.state()).isEqualTo(ReviewState.TO_ACCEPT);
        assertThat(asked.acceptor()).isEqualTo(Group.CUSTOMER_SERVICE_MANAGER);
        assertThat(told("review.judge")).containsExactly("customer-service-manager");

        List<Object> published = new ArrayList<>();
        ApplicationListener<ApplicationEvent> listener =
                event -> {
                    if (event instanceof PayloadApplicationEvent<?> payload) {
                        published.add(payload.getPayload());
                    }
                };
        context.addApplicationListener(listener);
        try {
            assertThat(desk.judge(deal, new Verdict(true, "Well seen"), MANAGER).accepted())
                    .isTrue();
        } finally {
            context.removeApplicationListener(listener);
        }
        assertThat(told("review.accepted"))
                .containsExactlyInAnyOrder("sales", "key-account-service");
        assertThat(published).contains(new DealReviewAccepted(deal));
        assertThat(happened(deal))
                .containsSubsequence(
                        "REVIEW_OPENED", "REVIEW_WRITTEN", "CUSTOMER_ASKED", "REVIEW_ACCEPTED");
        ReviewView view = desk.view(deal);
        assertThat(view.reasons())
                .extracting(DealReason::code)
                .containsExactly("PRICE", "TOP_LEVEL_CONTACT");
        assertThat(view.customer()).isEqualTo(ANSWER);
        assertThat(view.topics()).containsExactly("Negotiating prices");
        assertThat(view.acceptedAt()).isCloseTo(clock.instant(), within(20, ChronoUnit.SECONDS));
        assertThat(view.late()).isFalse();
    }

    @Test
    void nothingHappensOutOfTurn() {
        CaseNumber deal = opened();
        refused(() -> desk.ask(deal, ANSWER, CALL_CENTRE), Refusal.Kind.NOT_NOW, "");
        refused(() -> desk.judge(deal, new Verdict(true, ""), MANAGER), Refusal.Kind.NOT_NOW, "");

        desk.write(deal, written().build(), SALES);
        refused(() -> desk.write(deal, written().build(), SALES), Refusal.Kind.NOT_NOW, "");
        desk.ask(deal, ANSWER, CALL_CENTRE);
        desk.judge(deal, new Verdict(true, ""), MANAGER);
        refused(
                () -> desk.judge(deal, new Verdict(false, "Again"), MANAGER),
                Refusal.Kind.NOT_NOW,
                "");
    }

    @Test
    void whoWroteItNeitherAsksTheCustomerNorAcceptsIt() {
        Actor versatile =
                new Actor(
                        "sales1",
                        Set.of(Group.SALES, Group.CALL_CENTRE, Group.CUSTOMER_SERVICE_MANAGER));
        CaseNumber deal = opened();
        desk.write(deal, written().build(), versatile);

        refused(() -> desk.ask(deal, ANSWER, versatile), Refusal.Kind.FORBIDDEN, "");
        desk.ask(deal, ANSWER, FARMER);
        refused(
                () -> desk.judge(deal, new Verdict(true, ""), versatile),
                Refusal.Kind.FORBIDDEN,
                "");
    }

    @Test
    void othersDoNotMeddle() {
        CaseNumber deal = opened();
        refused(() -> desk.write(deal, written().build(), BANQUET), Refusal.Kind.FORBIDDEN, "");
        refused(() -> desk.write(deal, written().build(), AUDITOR), Refusal.Kind.FORBIDDEN, "");
        desk.write(deal, written().build(), SALES);
        refused(() -> desk.ask(deal, ANSWER, BANQUET), Refusal.Kind.FORBIDDEN, "");
        desk.ask(deal, ANSWER, CALL_CENTRE);
        refused(
                () -> desk.judge(deal, new Verdict(true, ""), GENERAL_MANAGER),
                Refusal.Kind.FORBIDDEN,
                "");
        refused(() -> desk.judge(deal, new Verdict(true, ""), AUDITOR), Refusal.Kind.FORBIDDEN, "");
    }

    @Test
    void theGeneralManagerAcceptsWhereNobodyElseOfTheManagersIsThere() {
        Actor managerWhoSells =
                new Actor("manager1", Set.of(Group.SALES, Group.CUSTOMER_SERVICE_MANAGER));
        CaseNumber deal = opened();
        identity.deleteMembership("manager2", Group.CUSTOMER_SERVICE_MANAGER.id());
        try {
            desk.write(deal, written().build(), managerWhoSells);
            assertThat(desk.ask(deal, ANSWER, CALL_CENTRE).acceptor())
                    .isEqualTo(Group.GENERAL_MANAGER);
            assertThat(desk.judge(deal, new Verdict(true, ""), GENERAL_MANAGER).accepted())
                    .isTrue();
        } finally {
            identity.createMembership("manager2", Group.CUSTOMER_SERVICE_MANAGER.id());
        }
    }

    @Test
    void aReviewThatIsGivenBackComesAgainWithTheReasonAndAsksNoCustomerTwice() {
        CaseNumber deal = toAccept();
        refused(
                () -> desk.judge(deal, new Verdict(false, " "), MANAGER),
                Refusal.Kind.INVALID,
                "reason");
        clock.advance(Duration.ofDays(7));

        ReviewProgress back =
                desk.judge(deal, new Verdict(false, "Say what Hilton offered"), MANAGER);

        assertThat(back.state()).isEqualTo(ReviewState.TO_WRITE);
        assertThat(back.dueAt()).isEqualTo(Instant.parse("2026-03-16T10:00:00Z"));
        assertThat(told("review.returned")).containsExactly("sales1");
        assertThat(desk.view(deal).returned()).isEqualTo("Say what Hilton offered");
        assertThat(desk.view(deal).round()).isEqualTo(2);
        ReviewProgress again = desk.write(deal, written().build(), SALES);
        assertThat(again.state()).isEqualTo(ReviewState.TO_ACCEPT);
        assertThat(again.customerToBeAsked()).isFalse();
        assertThat(desk.view(deal).customer()).isEqualTo(ANSWER);
    }

    @Test
    void aCustomerWhoWasNotReachedIsTriedAgainAfterARejection() {
        CaseNumber deal = toAsk();
        desk.ask(deal, CustomerAnswer.notReached("Three calls, no answer"), CALL_CENTRE);
        desk.judge(deal, new Verdict(false, "Try again"), MANAGER);

        assertThat(desk.write(deal, written().build(), SALES).state())
                .isEqualTo(ReviewState.TO_ASK);
        assertThat(happened(deal)).contains("CUSTOMER_NOT_REACHED");
    }

    @Test
    void aReviewThatIsNotWrittenInTimeIsSeenAsLate() {
        CaseNumber deal = opened();
        clock.moveTo(Instant.parse("2026-03-09T09:59:59Z"));
        desk.remind(deal);
        assertThat(told("review.late")).isEmpty();
        assertThat(desk.view(deal).late()).isFalse();

        clock.moveTo(Instant.parse("2026-03-09T10:00:00Z"));
        desk.remind(deal);
        assertThat(told("review.late")).containsExactlyInAnyOrder("sales1", "supervisor");
        desk.write(deal, written().build(), SALES);
        desk.remind(deal);

        assertThat(desk.view(deal).late()).isTrue();
        assertThat(happened(deal)).filteredOn("REVIEW_LATE"::equals).hasSize(1);
    }

    @Test
    void whereNobodyOfSalesOwnsTheDealSalesWritesIt() {
        CaseNumber deal = samples.lost("Meetings", "Hilton");
        identity.deleteMembership("sales1", Group.SALES.id());
        try {
            assertThat(desk.open(deal).orElseThrow().writer()).isNull();
            assertThat(told("review.opened")).containsExactly("sales");
        } finally {
            identity.createMembership("sales1", Group.SALES.id());
        }
    }

    // What is written

    @Test
    void reasonsAreThoseOfTheOutcome() {
        CaseNumber deal = opened();
        Written review = written();
        for (List<String> wrong :
                List.of(
                        List.<String>of(),
                        List.of("COMPETITOR_WEAK"),
                        List.of("NONSENSE"),
                        List.of("PRICE", "PRICE"),
                        List.of(
                                "PRICE",
                                "RELATION",
                                "TIMING",
                                "LOCATION",
                                "OTHER",
                                "BUDGET_CUT"))) {
            review.reasons = wrong;
            refused(() -> desk.write(deal, review.build(), SALES), Refusal.Kind.INVALID, "reasons");
        }
        review.reasons = List.of("COMPETITOR_OFFER");
        desk.write(deal, review.build(), SALES);
    }

    @Test
    void itWasDecidedInAStageThatTheDealPassed() {
        CaseNumber deal = opened();
        Written review = written();
        for (Stage end : Set.of(Stage.WON, Stage.LOST, Stage.DISCARDED, Stage.LINKED)) {
            review.decidedAt = end;
            refused(
                    () -> desk.write(deal, review.build(), SALES),
                    Refusal.Kind.REFUSED,
                    "decidedAt");
        }
        CaseNumber early = samples.pursued("Weddings");
        deals.decide(early, Outcome.discarded("NO_NEED", "They stay at home"), SALES);
        desk.open(early);
        review.reasons = List.of("NO_NEED");
        review.decidedAt = Stage.NEGOTIATING;
        refused(() -> desk.write(early, review.build(), SALES), Refusal.Kind.REFUSED, "decidedAt");
        review.decidedAt = Stage.PLANNED;
        desk.write(early, review.build(), SALES);
    }

    @Test
    void thePriceGapIsWorkedOutFromTheTwoPrices() {
        CaseNumber deal = opened();
        Written review = written();
        review.ourPrice = Money.of(300_000);
        review.theirPrice = Money.of(260_000);
        review.priceGap = new BigDecimal("20");
        refused(() -> desk.write(deal, review.build(), SALES), Refusal.Kind.INVALID, "priceGap");
        review.priceGap = null;

        desk.write(deal, review.build(), SALES);

        assertThat(desk.view(deal).priceGap()).isEqualByComparingTo("15.4");
    }

    @Test
    void aPriceGapMayBeKnownWithoutPricesWithinReason() {
        CaseNumber deal = opened();
        Written review = written();
        for (String wrong : List.of("-100.01", "1000.01")) {
            review.priceGap = new BigDecimal(wrong);
            refused(
                    () -> desk.write(deal, review.build(), SALES),
                    Refusal.Kind.INVALID,
                    "priceGap");
        }
        review.priceGap = new BigDecimal("-7.25");
        desk.write(deal, review.build(), SALES);
        assertThat(desk.view(deal).priceGap()).isEqualByComparingTo("-7.3");
    }

    @Test
    void nobodyIsNoCompetitor() {
        for (String nobody : List.of("none", "None", "无", " ")) {
            CaseNumber deal = samples.lost("Meetings", null);
            desk.open(deal);
            Written review = written();
            review.competitor = nobody;
            desk.write(deal, review.build(), SALES);
            assertThat(desk.view(deal).competitor()).as(nobody).isNull();
        }
    }

    @Test
    void theWordsHaveToBeThere() {
        CaseNumber deal = opened();
        Written review = written();
        review.account = " ";
        refused(() -> desk.write(deal, review.build(), SALES), Refusal.Kind.INVALID, "account");
        review.account = "x";
        review.toRepeat = "";
        refused(() -> desk.write(deal, review.build(), SALES), Refusal.Kind.INVALID, "toRepeat");
        review.toRepeat = "x";
        review.toAvoid = "y".repeat(4_001);
        refused(() -> desk.write(deal, review.build(), SALES), Refusal.Kind.INVALID, "toAvoid");
        review.toAvoid = "y".repeat(4_000);
        review.topics = IntStream.range(0, 11).mapToObj(n -> "Topic " + n).toList();
        refused(() -> desk.write(deal, review.build(), SALES), Refusal.Kind.INVALID, "topics");
        review.topics = List.of("z".repeat(61));
        refused(() -> desk.write(deal, review.build(), SALES), Refusal.Kind.INVALID, "topics");
        review.topics = Collections.nCopies(20, "谈判技巧");
        desk.write(deal, review.build(), SALES);
        assertThat(desk.view(deal).topics()).containsExactly("谈判技巧");
    }

    @Test
    void aCustomerWhoWasReachedSaysHowSatisfiedTheyAre() {
        CaseNumber deal = toAsk();
        for (Integer wrong : new Integer[] {null, 0, 8}) {
            refused(
                    () ->
                            desk.ask(
                                    deal,
                                    new CustomerAnswer(true, "Fine", wrong, null),
                                    CALL_CENTRE),
                    Refusal.Kind.INVALID,
                    "satisfaction");
        }
        refused(
                () -> desk.ask(deal, CustomerAnswer.notReached(" "), CALL_CENTRE),
                Refusal.Kind.INVALID,
                "words");
        desk.ask(deal, new CustomerAnswer(true, "Fine", 7, null), CALL_CENTRE);
        CustomerAnswer kept = Objects.requireNonNull(desk.view(deal).customer());
        assertThat(kept.satisfaction()).isEqualTo(7);
        assertThat(kept.wouldBuyAgain()).isNull();
    }
}
