package dev.innkeeper.keyaccount;

import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deals a list holds; what is empty or null narrows nothing.
 *
 * @param stages in one of these stages
 * @param grades of one of these grades
 * @param owner hunted by this user
 * @param customerId with this customer
 * @param stalled whether its manager was told that it stands still
 * @param registeredFrom came at or after
 * @param registeredTo came before
 * @param text the beginning of its number or external id
 */
public record DealFilter(
        Set<Stage> stages,
        Set<DealGrade> grades,
        @Nullable String owner,
        @Nullable String customerId,
        @Nullable Boolean stalled,
        @Nullable Instant registeredFrom,
        @Nullable Instant registeredTo,
        @Nullable String text) {

    /** All deals. */
    public static final DealFilter ALL =
            new DealFilter(Set.of(), Set.of(), null, null, null, null, null, null);
}
