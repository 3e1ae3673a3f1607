package dev.innkeeper.complaint;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.common.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Gathers all that is known of corrective actions. */
@Component
class CorrectiveActionViews {

    private final CorrectiveActionCases actions;
    private final RootCauses rootCauses;
    private final CaseLinks links;

    CorrectiveActionViews(CorrectiveActionCases actions, RootCauses rootCauses, CaseLinks links) {
        this.actions = actions;
        this.rootCauses = rootCauses;
        this.links = links;
    }

    List<CorrectiveActionView> of(List<CaseNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return StreamSupport.stream(
                        actions.findAllById(numbers.stream().map(CaseNumber::value).toList())
                                .spliterator(),
                        false)
                .map(this::of)
                .toList();
    }

    CorrectiveActionView of(CorrectiveAction action) {
        Map<String, RootCause> causes =
                rootCauses.all().stream()
                        .collect(Collectors.toMap(RootCause::code, Function.identity()));
        RootCause cause = causes.get(action.rootCause());
        return new CorrectiveActionView(
                action.number(),
                action.state(),
                links.of(action.number()).stream()
                        .filter(link -> link.kind() == CaseLink.Kind.CORRECTS)
                        .map(CaseLink::other)
                        .toList(),
                action.rootCause(),
                cause.english(),
                cause.chinese(),
                action.answerable(),
                action.round(),
                action.openedAt(),
                action.dueAt(),
                action.verifyAt(),
                action.cause(),
                action.measure(),
                action.statedBy(),
                action.verdict());
    }
}
