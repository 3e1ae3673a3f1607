package dev.innkeeper.change.shadow;

import dev.innkeeper.change.simulation.Kind;
import dev.innkeeper.change.simulation.Simulation;
import dev.innkeeper.change.simulation.Simulations;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The drafts that run beside the live rules: one shadow of a draft at a time. */
@Service
public class Shadows {

    /** The longest that a draft may run beside the live rules. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private final Simulations simulations;
    private final Clock clock;

    Shadows(Simulations simulations, Clock clock) {
        this.simulations = simulations;
        this.clock = clock;
    }

    /**
     * Lets the draft run beside the live rules from now on.
     *
     * @return the id of its simulation
     * @throws Refusal INVALID for an end that is not ahead; NOT_NOW where it runs already; else as
     *     {@link Simulations#shadow}
     */
    public long start(long draft, Instant until, Actor by) {
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Refusal.invalid(
                    "until",
                    "The shadow cannot end then. | 影子运行不能在该时间结束。",
                    "Give a moment ahead, within a year. | 请填写一年以内的未来时间。");
        }
        try {
            return simulations.shadow(draft, now, until, "", by.userId());
        } catch (DuplicateKeyException running) {
            throw Refusal.notNow(
                    "The draft runs beside the live rules already. | 该草稿已在影子运行中。",
                    "End it first, or read what came of it so far. | 请先结束，或查看目前结果。");
        }
    }

    /**
     * The shadow of a draft that was begun last.
     *
     * @throws Refusal UNKNOWN where there never was one
     */
    public Simulation read(long draft) {
        return last(draft)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "id",
                                        "The draft has not run beside the live rules. |"
                                                + " 该草稿未曾影子运行。",
                                        "Start it. | 请先启动。"));
    }

    private Optional<Simulation> last(long draft) {
        return simulations.list(draft, Kind.SHADOW, 0, 1).items().stream().findFirst();
    }

    /**
     * Ends the shadow of a draft; what was recorded stays. One that is over stays as it is.
     *
     * @throws Refusal UNKNOWN where there never was one
     */
    public Simulation stop(long draft, Actor by) {
        var shadow = read(draft);
        return shadow.state().isOver() ? shadow : simulations.cancel(shadow.id(), by);
    }
}
