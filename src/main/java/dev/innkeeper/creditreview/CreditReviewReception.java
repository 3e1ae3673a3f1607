package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets each reason start a review, or join the one that is open, once. */
@Component
class CreditReviewReception {

    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_KEY = 200;

    /** What people see and the service cannot. */
    private static final Set<CreditCause> BY_PEOPLE =
            EnumSet.of(CreditCause.KEY_PERSONNEL, CreditCause.OWNERSHIP, CreditCause.REQUEST);

    /** Those whose key is the number of a case. */
    private static final Set<CreditCause> OF_A_CASE =
            EnumSet.of(CreditCause.COMPLAINT, CreditCause.DEAL, CreditCause.DEAL_WON);

    private final CreditDesk credits;
    private final CreditReviews reviews;
    private final CreditReviewRecords records;
    private final CaseNumbers numbers;
    private final CaseFiles files;
    private final CaseLinks links;
    private final Clock clock;
    private final ZoneId zone;

    CreditReviewReception(
            CreditDesk credits,
            CreditReviews reviews,
            CreditReviewRecords records,
            CaseNumbers numbers,
            CaseFiles files,
            CaseLinks links,
            Clock clock,
            CasefileProperties properties) {
        this.credits = credits;
        this.reviews = reviews;
        this.records = records;
        this.numbers = numbers;
        this.files = files;
        this.links = links;
        this.clock = clock;
        this.zone = properties.zone();
    }

    ReviewOpened open(ReviewRequest given, Actor by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        CreditAccount account = credits.lock(given.customerId());
        ReviewRequest request = checked(given, by, today);
        Optional<CaseNumber> before =
                records.raised(request.customerId(), request.cause(), request.key());
        if (before.isPresent()) {
            return new ReviewOpened(before.get(), ReviewOpened.How.REPEATED);
        }
        Instant now = clock.instant();
        String open = account.openReview();
        return open == null
                ? start(account, request, by, today, now)
                : join(open, request, by, now);
    }

    private ReviewOpened start(
            CreditAccount account, ReviewRequest request, Actor by, LocalDate today, Instant now) {
        CaseNumber number = numbers.next(CaseNumbers.Kind.CREDIT_REVIEW);
        account.open(number);
        credits.save(account);
        reviews.save(
                CreditReview.opened(
                        number, request, by.userId(), account.nextReviewOn(), today, now));
        note(number, request, by, now, "REVIEW_OPENED", "Credit review opened: ", "信用核查已开启：");
        return new ReviewOpened(number, ReviewOpened.How.STARTED);
    }

    private ReviewOpened join(String open, ReviewRequest request, Actor by, Instant now) {
        CaseNumber number = new CaseNumber(open);
        note(number, request, by, now, "EVENT_JOINED", "Another reason joined: ", "并入新的原因：");
        return new ReviewOpened(number, ReviewOpened.How.JOINED);
    }

    /**
     * An event of the review, on its time line and on its list. What the service says it says in
     * both languages; what people say stays as they said it.
     */
    private void note(
            CaseNumber number,
            ReviewRequest request,
            Actor by,
            Instant now,
            String event,
            String english,
            String chinese) {
        records.raise(request, number, by, now);
        boolean told = by.isSystem() && !request.words().isEmpty();
        String why = told ? request.words() : Phrase.of(request.cause());
        CaseFile file = new CaseFile(number, now, by);
        file.note(
                event,
                Phrase.both(english + Language.ENGLISH.of(why), chinese + Language.CHINESE.of(why)),
                told ? "" : request.words());
        files.log(file);
        if (OF_A_CASE.contains(request.cause())) {
            links.add(number, CaseLink.Kind.REVIEWS, new CaseNumber(request.key()), now);
        }
    }

    private ReviewRequest checked(ReviewRequest given, Actor by, LocalDate today) {
        LocalDate earliest =
                credits.present(given.customerId())
                        .map(CreditTerms::effectiveFrom)
                        .orElse(given.asOf());
        if (by.isSystem()) {
            return new ReviewRequest(
                    given.customerId(),
                    given.cause(),
                    given.key(),
                    given.asOf().isBefore(earliest) ? earliest : given.asOf(),
                    given.words());
        }
        CreditRights.require(by, CreditRights.REQUEST);
        if (!BY_PEOPLE.contains(given.cause())) {
            throw Refusal.refused(
                    "cause",
                    "The service itself notices this. | 该原因由系统自动识别。",
                    "Use one of KEY_PERSONNEL, OWNERSHIP, REQUEST. |"
                            + " 请使用以下之一：KEY_PERSONNEL、OWNERSHIP、REQUEST。");
        }
        if (given.asOf().isAfter(today)) {
            throw Refusal.invalid(
                    "asOf",
                    "The date %1$s lies ahead. | 日期%1$s晚于今天。".formatted(given.asOf()),
                    "Give today or an earlier day. | 请填写今天或更早的日期。");
        }
        if (given.asOf().isBefore(earliest)) {
            throw Refusal.refused(
                    "asOf",
                    "Terms of %1$s hold already. | 已有自%1$s起生效的条件。".formatted(earliest),
                    "Give that day or a later one. | 请填写该日或之后的日期。");
        }
        return new ReviewRequest(
                given.customerId(),
                given.cause(),
                Texts.required("key", given.key(), LONGEST_KEY),
                given.asOf(),
                Texts.required("words", given.words(), LONGEST_WORDS));
    }
}
