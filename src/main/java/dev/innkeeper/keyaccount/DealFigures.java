package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline in figures. Percentages and days have two decimals, and are null where there is
 * nothing to count.
 *
 * @param funnel the stages before the end, in their order
 * @param outcomes the deals that were closed in the period
 * @param byReason won and lost by the code of the reason
 * @param byCompetitor won and lost by competitor
 * @param byProduct won and lost by product, by its first spelling
 * @param byOwner won and lost by who hunted it
 * @param stalled the deals that stand still now
 * @param openByGrade the deals that are open now
 * @param spending what deals were planned to cost, cost and brought
 * @param reviews the reviews of deals, by the day on which they were opened
 * @param rewards the rewards of partners as they are now, and what was paid in the period
 */
public record DealFigures(
        List<StageFigure> funnel,
        Outcomes outcomes,
        List<WinRate> byReason,
        List<WinRate> byCompetitor,
        List<WinRate> byProduct,
        List<WinRate> byOwner,
        Stalled stalled,
        List<GradeFigure> openByGrade,
        Spending spending,
        Reviews reviews,
        Rewards rewards) {

    /**
     * The deals that entered a stage in the period.
     *
     * @param entered how many
     * @param wentOn how many of these went on towards a contract
     * @param stillThere how many of these are in the stage now
     * @param conversion how many went on, in percent of those that entered
     * @param meanDays how long those that left it were in it
     * @param medianDays half of them were in it for less
     */
    public record StageFigure(
            Stage stage,
            long entered,
            long wentOn,
            long stillThere,
            @Nullable BigDecimal conversion,
            @Nullable BigDecimal meanDays,
            @Nullable BigDecimal medianDays) {}

    /**
     * The deals that were closed in the period.
     *
     * @param won how many
     * @param lost how many
     * @param discarded how many
     * @param winRate won in percent of won and lost
     * @param wonValue what the customers pay in the first year
     * @param wonCycle days from the lead to the contract
     * @param lostCycle days from the lead to the loss
     * @param cycle days from the lead to the end of those won and lost together
     */
    public record Outcomes(
            long won,
            long lost,
            long discarded,
            @Nullable BigDecimal winRate,
            Money wonValue,
            Cycle wonCycle,
            Cycle lostCycle,
            Cycle cycle) {}

    /**
     * How long deals took, in days.
     *
     * @param mean on average
     * @param median half of them took less
     */
    public record Cycle(@Nullable BigDecimal mean, @Nullable BigDecimal median) {

        /** Of no deals. */
        static final Cycle NONE = new Cycle(null, null);
    }

    /**
     * Won and lost deals that have something in common.
     *
     * @param name what they have in common; null where it was not said, or for the rest
     * @param rest all that have less common ones
     * @param winRate won in percent of won and lost
     * @param wonValue what the customers pay in the first year
     */
    public record WinRate(
            @Nullable String name,
            boolean rest,
            long won,
            long lost,
            @Nullable BigDecimal winRate,
            Money wonValue) {}

    /**
     * The deals that stand still now.
     *
     * @param number how many
     * @param longest those that stand still longest, at most 20
     */
    public record Stalled(long number, List<StalledDeal> longest) {}

    /**
     * A deal that stands still.
     *
     * @param customer the company, or the id of a customer without one
     * @param stageSince when it entered its stage
     * @param stalledAt since when its manager knows
     */
    public record StalledDeal(
            CaseNumber number,
            String customer,
            String product,
            @Nullable String owner,
            Stage stage,
            @Nullable DealGrade grade,
            Money value,
            Instant stageSince,
            Instant stalledAt) {}

    /**
     * The deals of a grade that are open now.
     *
     * @param grade null for those without one, such as imported ones
     * @param value what the customers would pay in the first year
     */
    public record GradeFigure(@Nullable DealGrade grade, long number, Money value) {}

    /**
     * What deals that are open, or were closed in the period, were planned to cost, cost and
     * brought.
     *
     * @param number how many have a plan or expenses
     * @param planned by all of them together
     * @param spent on all of them together
     * @param won value of those that were won
     * @param page from 0
     * @param size deals on a page
     * @param deals those of the page, latest first
     */
    public record Spending(
            long number,
            Money planned,
            Money spent,
            Money won,
            int page,
            int size,
            List<DealSpending> deals) {}

    /**
     * What one deal was planned to cost, cost and brought.
     *
     * @param won its value where it was won, else nothing
     */
    public record DealSpending(
            CaseNumber number,
            String customer,
            String product,
            @Nullable String owner,
            Stage stage,
            Money planned,
            Money spent,
            Money won) {}

    /**
     * The reviews that were opened in the period.
     *
     * @param due how many
     * @param written how many of these the owner has written
     * @param accepted how many of these are accepted
     * @param overdue how many of these should have been written by now and are not
     * @param completion accepted in percent of due
     */
    public record Reviews(
            long due, long written, long accepted, long overdue, @Nullable BigDecimal completion) {}

    /**
     * The rewards of partners.
     *
     * @param byState all there are now; those PAYABLE are due
     * @param paidNumber how many were paid in the period
     * @param paid what was paid in the period
     */
    public record Rewards(List<RewardFigure> byState, long paidNumber, Money paid) {}

    /** The rewards that are in a state now. */
    public record RewardFigure(RewardState state, long number, Money amount) {}
}
