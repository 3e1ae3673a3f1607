package dev.innkeeper.decision.web;

import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.gate.RuleInfo;
import dev.innkeeper.decision.serve.RuleBook;
import java.time.Instant;
import java.util.List;

/**
 * How a decision stands.
 *
 * @param decision {@code feature/decision}
 * @param release the release that serves, empty where none does
 * @param saved the release of the files saved last
 * @param since when those were read
 * @param state what this means
 * @param problems what is wrong with the files saved last, scenarios included
 * @param scenarios how many scenarios were run
 * @param rules the rules that serve
 */
record RuleDetails(
        String decision,
        String release,
        String saved,
        Instant since,
        State state,
        List<Trouble> problems,
        int scenarios,
        List<Rule> rules) {

    /** How a decision stands. */
    enum State {
        /** What was saved last serves and nothing is wrong with it. */
        LIVE,
        /** What was saved last serves, but look at the problems. */
        LIVE_WITH_WARNINGS,
        /** What was saved last is broken; the last good rules serve. */
        LAST_GOOD_SERVES,
        /** Nothing serves. */
        NOTHING_SERVES
    }

    /** Something wrong in a file. */
    record Trouble(Finding.Severity severity, String file, String place, String message) {

        static Trouble of(Finding problem, Language language) {
            return new Trouble(
                    problem.severity(),
                    problem.file(),
                    problem.place(),
                    language.of(problem.message()));
        }
    }

    /** A rule. */
    record Rule(String name, String file, String place, boolean baseline, List<String> reasons) {

        static Rule of(RuleInfo rule, Language language) {
            return new Rule(
                    rule.name(),
                    rule.file(),
                    rule.place(),
                    rule.baseline(),
                    rule.reasons().stream().map(language::of).toList());
        }
    }

    static State state(RuleBook.Standing standing) {
        if (standing.release().isEmpty()) {
            return State.NOTHING_SERVES;
        } else if (standing.lastGoodServes()) {
            return State.LAST_GOOD_SERVES;
        }
        return standing.problems().isEmpty() ? State.LIVE : State.LIVE_WITH_WARNINGS;
    }

    static RuleDetails of(RuleBook.Standing standing, Language language) {
        return new RuleDetails(
                standing.name(),
                standing.release(),
                standing.saved(),
                standing.since(),
                state(standing),
                standing.problems().stream().map(problem -> Trouble.of(problem, language)).toList(),
                standing.scenarios(),
                standing.rules().stream().map(rule -> Rule.of(rule, language)).toList());
    }
}
