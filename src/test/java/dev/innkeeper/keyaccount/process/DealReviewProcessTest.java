package dev.innkeeper.keyaccount.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.DealReason;
import dev.innkeeper.keyaccount.Lesson;
import dev.innkeeper.keyaccount.LessonFilter;
import dev.innkeeper.keyaccount.Lessons;
import dev.innkeeper.keyaccount.ReviewDesk;
import dev.innkeeper.keyaccount.ReviewState;
import dev.innkeeper.keyaccount.SampleDeals;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.workflow.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The review of a closed deal, walked through its tasks. */
@InnkeeperTest
class DealReviewProcessTest {

    static final Map<String, Object> WRITTEN =
            Map.of(
                    "reason1", "PRICE",
                    "reason2", "TOP_LEVEL_CONTACT",
                    "competitor", "Hilton",
                    "ourPrice", "300000",
                    "theirPrice", "260000",
                    "decidedAt", "NEGOTIATING",
                    "account", "They compared prices until the last day",
                    "toRepeat", "The site visit",
                    "toAvoid", "Speaking with the assistant only",
                    "topics", "Negotiating prices\n谈判技巧");
    static final Map<String, Object> REACHED =
            Map.of(
                    "reached", "yes",
                    "words", "The other house was cheaper",
                    "satisfaction", 5,
                    "wouldBuyAgain", "unknown");

    @Autowired private DealDesk deals;
    @Autowired private ReviewDesk desk;
    @Autowired private ReviewProcess process;
    @Autowired private Lessons lessons;
    @Autowired private TimeMachine time;
    private Desks desks;
    private CaseNumber deal;

    @BeforeEach
    void aDealIsLost(@Autowired AutowireCapableBeanFactory beans) {
        desks = beans.createBean(Desks.class);
        deal = new SampleDeals(deals).lost("Meetings", "Hilton");
        process.open(deal);
    }

    private Desks.Case review() {
        return desks.of(ReviewProcess.KEY, deal);
    }

    @Test
    void becomesALesson() {
        var review = review();
        assertThat(review.open()).containsExactly("writeReview");
        assertThat(review.task("writeReview").getAssignee()).isEqualTo("sales1");
        assertThat(review.task("writeReview").getDueDate())
                .isEqualTo(Date.from(Instant.parse("2026-03-09T10:00:00Z")));

        review.complete("writeReview", "sales1", WRITTEN);
        assertThat(review.open()).containsExactly("askCustomer");
        assertThat(review.candidates("askCustomer"))
                .containsExactlyInAnyOrder("call-centre", "key-account-service");

        review.complete("askCustomer", "callcentre1", REACHED);
        assertThat(review.candidates("acceptReview")).containsExactly("customer-service-manager");

        review.complete("acceptReview", "manager1", Map.of("accepted", "yes"));

        assertThat(review.isRunning()).isFalse();
        assertThat(review.walked())
                .containsSubsequence(
                        "reviewOpened",
                        "writeReview",
                        "isCustomerToBeAsked",
                        "askCustomer",
                        "acceptReview",
                        "isReviewAccepted",
                        "reviewAccepted");
        Lesson lesson =
                lessons.find(
                                new LessonFilter("Meet", "hil", "PRICE", null, "谈判", null, null),
                                0,
                                50)
                        .items()
                        .get(0);
        assertThat(lesson.deal()).isEqualTo(deal);
        assertThat(lesson.reasons())
                .extracting(DealReason::code)
                .containsExactly("PRICE", "TOP_LEVEL_CONTACT");
        assertThat(lesson.priceGap()).isEqualByComparingTo("15.4");
        assertThat(lesson.topics()).containsExactly("Negotiating prices", "谈判技巧");
    }

    @Test
    void comesBackToTheWriterWithTheReasonAndAsksNoCustomerTwice() {
        var review = review();
        review.complete("writeReview", "sales1", WRITTEN);
        review.complete("askCustomer", "keyaccount1", REACHED);

        review.complete(
                "acceptReview",
                "manager2",
                Map.of("accepted", "no", "reason", "Say what Hilton offered"));

        assertThat(review.open()).containsExactly("writeReview");
        var shown = review.shown("writeReview", "sales1");
        assertThat(shown.get("returnedText").toString()).contains("Say what Hilton offered");
        assertThat(shown)
                .containsEntry("reason1", "PRICE")
                .containsEntry("account", "They compared prices until the last day")
                .containsEntry("topics", "Negotiating prices\n谈判技巧");
        review.complete("writeReview", "sales1", WRITTEN);
        assertThat(review.open()).containsExactly("acceptReview");
        review.complete("acceptReview", "manager1", Map.of("accepted", "yes"));
        assertThat(review.isRunning()).isFalse();
    }

    @Test
    void remindsTheWriterOnceAndGoesOn() {
        var review = review();
        time.moveTo(Instant.parse("2026-03-09T09:59:00Z"));
        assertThat(desk.view(deal).late()).isFalse();

        time.advance(Duration.ofMinutes(1));

        assertThat(desk.view(deal).late()).isTrue();
        assertThat(review.open()).containsExactly("writeReview");
        assertThat(review.walked())
                .containsSubsequence("reviewBecameLate", "remindWriter", "writerReminded");
        time.advance(Duration.ofDays(30));
        review.complete("writeReview", "sales1", WRITTEN);
        assertThat(review.open()).containsExactly("askCustomer");
    }

    @Test
    void isThereOnceHoweverOftenItIsOpened() {
        process.open(deal);

        assertThat(review().open()).containsExactly("writeReview");
    }

    @Test
    void keepsItsTaskWhereAnAnswerIsRefused() {
        var review = review();
        refused(
                "reasons",
                () -> review.complete("writeReview", "sales1", with("reason2", "PRICE")));
        refused("reason1", () -> review.complete("writeReview", "sales1", with("reason1", "")));
        refused(
                "decidedAt",
                () -> review.complete("writeReview", "sales1", with("decidedAt", "x")));
        refused(
                "priceGap",
                () -> review.complete("writeReview", "sales1", with("priceGap", "much")));
        review.complete("writeReview", "sales1", WRITTEN);
        refused(
                "satisfaction",
                () ->
                        review.complete(
                                "askCustomer",
                                "callcentre1",
                                Map.of("reached", "yes", "words", "Fine")));
        refused(
                "wouldBuyAgain",
                () ->
                        review.complete(
                                "askCustomer",
                                "callcentre1",
                                Map.of(
                                        "reached", "yes",
                                        "words", "Fine",
                                        "satisfaction", 4,
                                        "wouldBuyAgain", "perhaps")));
        review.complete(
                "askCustomer", "callcentre1", Map.of("reached", "no", "words", "No answer"));
        refused(
                "reason",
                () -> review.complete("acceptReview", "manager1", Map.of("accepted", "no")));
        assertThat(review.open()).containsExactly("acceptReview");
    }

    private static Map<String, Object> with(String field, Object value) {
        var answers = new TreeMap<>(WRITTEN);
        answers.put(field, value);
        return answers;
    }

    private static void refused(String field, Runnable completion) {
        assertThatThrownBy(completion::run)
                .satisfies(
                        failure ->
                                assertThat(Refusals.within(failure).map(Refusal::field))
                                        .as(failure.toString())
                                        .contains(field));
    }

    @Test
    void showsWhatIsNeededToDecideInBothLanguages() {
        var review = review();
        var toWrite = review.shown("writeReview", "sales1");
        assertThat(toWrite.get("dealText").toString())
                .contains(deal.value(), "Lost", "华信软件", "Meetings");
        assertThat(toWrite.get("dealTextZh").toString()).contains("丢单", "负责人");
        assertThat(toWrite.get("linesText").toString()).contains("Travel", "planned 1000.00");
        assertThat(toWrite.get("linesTextZh").toString()).contains("差旅", "计划 1000.00");
        assertThat(toWrite.get("stagesText").toString())
                .contains("Qualified 2026-03-02 → Planned", "→ Lost 2026-03-02");
        assertThat(toWrite.get("courseText").toString()).contains("They compare us");
        assertThat(toWrite.get("reasons").toString())
                .contains("PRICE\tOur price")
                .doesNotContain("COMPETITOR_WEAK");
        assertThat(toWrite.get("reasonsZh").toString()).contains("PRICE\t价格过高");
        assertThat(toWrite)
                .containsEntry("reason1", "PRICE")
                .containsEntry("competitor", "Hilton")
                .containsEntry("ourPrice", "300000.00");

        review.complete("writeReview", "sales1", WRITTEN);
        var toAsk = review.shown("askCustomer", "callcentre1");
        assertThat(toAsk.get("contactText").toString()).contains("Chen Li");
        assertThat(toAsk).doesNotContainKeys("reviewText", "account", "courseText");

        review.complete("askCustomer", "callcentre1", REACHED);
        var toAccept = review.shown("acceptReview", "manager1");
        assertThat(toAccept.get("reviewText").toString())
                .contains("Our price; No contact at the top level", "Hilton", "15.4 %");
        assertThat(toAccept.get("reviewTextZh").toString()).contains("价格过高；未接触到高层", "谈判中");
        assertThat(toAccept.get("customerText").toString())
                .contains("The other house was cheaper", "5", "callcentre1");
        assertThat(toAccept).containsEntry("toAvoid", "Speaking with the assistant only");
    }

    @Test
    void leavesNothingOfWhatWasSaidWithTheEngine() {
        var review = review();
        review.complete("writeReview", "sales1", WRITTEN);
        review.complete("askCustomer", "callcentre1", REACHED);

        assertThat(review.variables())
                .containsOnlyKeys(
                        "caseNumber",
                        "writer",
                        "reviewDueAt",
                        "customerToBeAsked",
                        "acceptorGroup",
                        "reviewAccepted");
        assertThat(desk.progress(deal).state()).isEqualTo(ReviewState.TO_ACCEPT);
        assertThat(desk.progress(deal).acceptor()).isEqualTo(Group.CUSTOMER_SERVICE_MANAGER);
        assertThat(List.copyOf(review.kept()))
                .containsOnly("customerToBeAsked", "acceptorGroup", "reviewAccepted");
    }
}
