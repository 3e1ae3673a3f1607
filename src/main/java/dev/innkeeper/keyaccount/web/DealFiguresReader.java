package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.DealReasons;
import dev.innkeeper.keyaccount.DealStatistics;
import dev.innkeeper.keyaccount.FiguresFilter;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the figures for those who sell, look after key accounts, pay, answer for it, or audit. */
@Component
class DealFiguresReader {

    private static final Set<Group> READERS =
            EnumSet.of(
                    Group.SALES,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_INFORMATION,
                    Group.FINANCE,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.AUDITOR);

    /** The first day is the 364th before the last, so that a year is counted. */
    private static final int DAYS_BEFORE = 364;

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int YEARS_AHEAD = 10;

    private final DealStatistics statistics;
    private final DealReasons reasons;

    DealFiguresReader(DealStatistics statistics, DealReasons reasons) {
        this.statistics = statistics;
        this.reasons = reasons;
    }

    FiguresView read(
            Actor by,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String owner,
            @Nullable String product,
            int page,
            Language language) {
        if (!GroupCheck.isIn(by, READERS)) {
            throw GroupCheck.refusal(READERS);
        }
        LocalDate last = to == null ? statistics.today() : to;
        LocalDate first = from == null ? last.minusDays(DAYS_BEFORE) : from;
        refuseOutside("from", first);
        refuseOutside("to", last);
        if (first.isAfter(last)) {
            throw Refusal.invalid(
                    "from",
                    "The period ends before it begins. | 期间的结束早于开始。",
                    "Give a first day that is not after the last. | 请填写不晚于结束日期的开始日期。");
        }
        FiguresFilter filter =
                new FiguresFilter(
                        first,
                        last,
                        owner == null ? null : owner.strip(),
                        product == null ? null : product.strip());
        return FiguresView.of(
                filter,
                statistics.figures(filter, page),
                reasons.all(),
                statistics.zone(),
                language);
    }

    private void refuseOutside(String field, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(statistics.today().plusYears(YEARS_AHEAD))) {
            throw Refusal.invalid(
                    field,
                    "There are no figures of that time. | 该时间没有数据。",
                    "Give a day from 2000 on. | 请填写2000年以后的日期。");
        }
    }
}
