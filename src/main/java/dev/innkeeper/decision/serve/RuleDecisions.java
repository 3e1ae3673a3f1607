package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.load.Answer;
import dev.innkeeper.decision.load.RuleSet;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Asks the live rules, counts and records what they answer. */
final class RuleDecisions implements Decisions {

    private final RuleKeeper keeper;
    private final DecisionRecords records;
    private final Clock clock;
    private final MeterRegistry meters;
    private final FactsJson json = new FactsJson();

    RuleDecisions(RuleKeeper keeper, DecisionRecords records, Clock clock, MeterRegistry meters) {
        this.keeper = keeper;
        this.records = records;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public <R extends Record> Decided<R> decide(
            Decision<?, R> decision, Facts facts, String caseNumber, Predicate<R> kept) {
        RuleSet<R> rules = keeper.rules(decision);
        Answer<R> answer;
        try {
            answer = rules.ask(facts);
        } catch (DecisionFailed e) {
            meters.counter("innkeeper.decisions.failed", "decision", decision.name()).increment();
            throw e;
        }
        var id = kept.test(answer.result()) ? record(answer, rules, facts, caseNumber) : "";
        Timer.builder("innkeeper.decisions")
                .description("Questions answered by the rules, and the time that the rules took")
                .tag("decision", decision.name())
                .tag("outcome", answer.headline())
                .register(meters)
                .record(answer.nanos(), TimeUnit.NANOSECONDS);
        return new Decided<>(id, answer.result(), answer.fired(), rules.release());
    }

    private String record(Answer<?> answer, RuleSet<?> rules, Facts facts, String caseNumber) {
        var id = UUID.randomUUID().toString();
        records.add(
                new DecisionRecord(
                        id,
                        caseNumber,
                        rules.decision().name(),
                        answer.headline(),
                        rules.release(),
                        clock.instant(),
                        TimeUnit.NANOSECONDS.toMicros(answer.nanos()),
                        json.write(facts),
                        json.write(answer.result()),
                        json.write(answer.fired())));
        return id;
    }

    @Override
    public <R extends Record> R look(Decision<?, R> decision, Facts facts) {
        return keeper.rules(decision).ask(facts).result();
    }
}
