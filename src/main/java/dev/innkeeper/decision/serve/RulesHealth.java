package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Finding;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Down where a decision has no rules; otherwise up, with what is wrong with saved files as a
 * detail.
 */
final class RulesHealth implements HealthIndicator {

    private final RuleBook book;

    RulesHealth(RuleBook book) {
        this.book = book;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (RuleBook.Standing standing : book.all()) {
            if (standing.release().isEmpty()) {
                health.down();
            }
            if (!standing.problems().isEmpty()) {
                health.withDetail(
                        standing.name(),
                        standing.problems().stream().map(Finding::toString).toList());
            }
        }
        return health.build();
    }
}
