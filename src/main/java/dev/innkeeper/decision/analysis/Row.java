package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.gate.ReadRule;
import dev.innkeeper.decision.gate.RuleInfo;

/**
 * A rule with the questions to which it fires.
 *
 * @param rule the rule
 * @param region the questions
 */
record Row(ReadRule rule, Region region) {

    RuleInfo info() {
        return rule.info();
    }

    String file() {
        return info().file();
    }

    /** The line or cell in which it asks for a field, or its first where it does not. */
    String place(String field) {
        return region.some().stream()
                .filter(part -> part.written().containsKey(field))
                .map(part -> rule.places().of(part.written().get(field)))
                .findFirst()
                .orElse(info().place());
    }

    /** Its name and place as another file's message names it. */
    String named() {
        return "\"" + info().name() + "\" (" + info().where() + ")";
    }

    /** Its name and place as a Chinese message names it. */
    String namedInChinese() {
        return "“" + info().name() + "”（" + info().where() + "）";
    }
}
