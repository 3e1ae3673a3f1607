package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Finding;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Down where a decision has no rules; otherwise up, with what is wrong with saved files as a
 * detail.
 */
final class RulesHealth implements HealthIndicator {

    private final RuleKeeper keeper;

    RulesHealth(RuleKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (Shelf<?> shelf : keeper.shelves()) {
            var state = shelf.state();
            if (state.live().isEmpty()) {
                health.down();
            }
            if (!state.problems().isEmpty()) {
                health.withDetail(
                        shelf.decision().name(),
                        state.problems().stream().map(Finding::toString).toList());
            }
        }
        return health.build();
    }
}
