package dev.innkeeper.keyaccount;

import static dev.innkeeper.keyaccount.SampleDeals.CALL_CENTRE;
import static dev.innkeeper.keyaccount.SampleDeals.MANAGER;
import static dev.innkeeper.keyaccount.SampleDeals.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.InnkeeperClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was learnt is found again. */
@InnkeeperTest
class LessonsIT {

    @Autowired private DealDesk deals;
    @Autowired private ReviewDesk reviews;
    @Autowired private Lessons lessons;
    @Autowired private InnkeeperClock clock;
    private CaseNumber meeting;
    private CaseNumber wedding;
    private CaseNumber banquet;

    @BeforeEach
    void threeDealsAreOver() {
        SampleDeals samples = new SampleDeals(deals);
        meeting = samples.lost("Meetings", "Hilton");
        learn(
                meeting,
                review(
                        List.of("PRICE", "TOP_LEVEL_CONTACT"),
                        "Hilton",
                        "They compared prices until the last day",
                        List.of("Negotiating prices")),
                "我们太晚才知道预算");
        wedding = samples.won("Weddings", "Hyatt 君悦");
        learn(
                wedding,
                review(
                        List.of("RELATION"),
                        "Hyatt 君悦",
                        "新娘的父亲是老客户，100% 信任我们",
                        List.of("negotiating  PRICES.", "婚宴布置")),
                "They know us");
        banquet = samples.lost("Meetings and banquets", null);
        learn(
                banquet,
                review(
                        List.of("CAPACITY", "PRICE"),
                        null,
                        "档期已满，没有合适的宴会厅",
                        List.of("ｎｅｇｏｔｉａｔｉｎｇ prices")),
                "Too late for us");
    }

    private static WrittenReview review(
            List<String> reasons, String competitor, String account, List<String> topics) {
        return new WrittenReview(
                reasons,
                competitor,
                null,
                null,
                new BigDecimal("12.5"),
                Stage.PROPOSED,
                account,
                "Visit early",
                "Waiting for an answer",
                topics);
    }

    private void learn(CaseNumber deal, WrittenReview review, String customerSays) {
        write(deal, review, customerSays);
        reviews.judge(deal, new Verdict(true, ""), MANAGER);
        clock.advance(Duration.ofDays(1));
    }

    private void write(CaseNumber deal, WrittenReview review, String customerSays) {
        reviews.open(deal);
        reviews.write(deal, review, SALES);
        reviews.ask(deal, new CustomerAnswer(true, customerSays, 6, true), CALL_CENTRE);
    }

    private List<CaseNumber> found(LessonFilter filter) {
        return lessons.find(filter, 0, 50).items().stream().map(Lesson::deal).toList();
    }

    private List<CaseNumber> withWords(String words) {
        return found(new LessonFilter(null, null, null, null, words, null, null));
    }

    @Test
    void theLatestComesFirst() {
        assertThat(found(LessonFilter.ALL)).containsExactly(banquet, wedding, meeting);
    }

    @Test
    void aLessonIsFoundByTheBeginningOfItsProduct() {
        assertThat(found(new LessonFilter("meetings", null, null, null, null, null, null)))
                .containsExactly(banquet, meeting);
        assertThat(found(new LessonFilter("Meetings and", null, null, null, null, null, null)))
                .containsExactly(banquet);
        assertThat(found(new LessonFilter("banquets", null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void aLessonIsFoundByItsCompetitor() {
        assertThat(found(new LessonFilter(null, "hilton", null, null, null, null, null)))
                .containsExactly(meeting);
        assertThat(found(new LessonFilter(null, "Hyatt 君", null, null, null, null, null)))
                .containsExactly(wedding);
        assertThat(found(new LessonFilter(null, "H%n", null, null, null, null, null))).isEmpty();
    }

    @Test
    void aLessonIsFoundByEachOfItsReasons() {
        assertThat(found(new LessonFilter(null, null, "PRICE", null, null, null, null)))
                .containsExactly(banquet, meeting);
        assertThat(found(new LessonFilter(null, null, "RELATION", null, null, null, null)))
                .containsExactly(wedding);
    }

    @Test
    void aLessonIsFoundByItsOutcomeAndItsDate() {
        assertThat(found(new LessonFilter(null, null, null, Stage.WON, null, null, null)))
                .containsExactly(wedding);
        var accepted = lessons.find(LessonFilter.ALL, 1, 1).items().get(0).acceptedAt();
        assertThat(found(new LessonFilter(null, null, null, null, null, accepted, null)))
                .containsExactly(banquet, wedding);
        assertThat(found(new LessonFilter(null, null, null, null, null, null, accepted)))
                .containsExactly(meeting);
    }

    @Test
    void aLessonIsFoundByWordsInBothLanguages() {
        assertThat(withWords("prices LAST")).containsExactly(meeting);
        assertThat(withWords("宴会厅")).containsExactly(banquet);
        assertThat(withWords("知道预算")).containsExactly(meeting);
        assertThat(withWords("老客户 新娘")).containsExactly(wedding);
        assertThat(withWords("老客户　宴会厅")).isEmpty();
        assertThat(withWords("布置")).containsExactly(wedding);
        assertThat(withWords("100%")).containsExactly(wedding);
        assertThat(withWords("1_0")).isEmpty();
        assertThat(found(new LessonFilter("Meet", null, "PRICE", Stage.LOST, "early", null, null)))
                .containsExactly(banquet, meeting);
    }

    @Test
    void aLessonSaysWhatWasWritten() {
        Lesson lesson = lessons.find(LessonFilter.ALL, 2, 1).items().get(0);

        assertThat(lesson.deal()).isEqualTo(meeting);
        assertThat(lesson.reasons())
                .extracting(DealReason::english)
                .containsExactly("Our price", "No contact at the top level");
        assertThat(lesson.priceGap()).isEqualByComparingTo("12.5");
        assertThat(lesson.decidedAt()).isEqualTo(Stage.PROPOSED);
        assertThat(lesson.customerWords()).isEqualTo("我们太晚才知道预算");
        assertThat(lesson.topics()).containsExactly("Negotiating prices");
    }

    @Test
    void aPageSaysHowManyThereAre() {
        var page = lessons.find(LessonFilter.ALL, 1, 1);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items()).extracting(Lesson::deal).containsExactly(wedding);
    }

    @Test
    void whatIsNotAcceptedIsNoLesson() {
        CaseNumber waiting = new SampleDeals(deals).lost("Other meetings", "Hilton");
        write(waiting, review(List.of("PRICE"), "Hilton", "x", List.of("Patience")), "y");

        assertThat(found(LessonFilter.ALL)).doesNotContain(waiting);
        assertThat(lessons.topics(0, 50).items())
                .extracting(TrainingTopic::topic)
                .doesNotContain("Patience");
    }

    @Test
    void topicsAreCountedWhateverTheirCaseAndWidth() {
        var topics = lessons.topics(0, 50);

        assertThat(topics.total()).isEqualTo(2);
        assertThat(topics.items())
                .extracting(TrainingTopic::times, TrainingTopic::lastDeal)
                .containsExactly(tuple(3, banquet), tuple(1, wedding));
        assertThat(lessons.topics(1, 1).items())
                .extracting(TrainingTopic::topic)
                .containsExactly("婚宴布置");
    }
}
