package dev.innkeeper.customer;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people entered of a customer, as sections of the file. */
@Configuration(proxyBeanMethods = false)
class ProfileParts {

    /** Whom a bill is made out to. */
    record Company(@Nullable String company, @Nullable String registrationNumber) {}

    /** Whom the house serves. */
    record Person(
            @Nullable LocalDate birthday,
            @Nullable String language,
            String preferences,
            @Nullable StrategicMark strategicAs,
            @Nullable String strategicAsLabel) {}

    /** Who it is. */
    record Named(@Nullable String name, @Nullable String company) {}

    /** A way to reach the customer. */
    record Way(ContactKind kind, String kindLabel, String value, boolean preferred) {}

    /** What the customer said of a purpose last; nothing where it was never asked. */
    record Said(
            ConsentPurpose purpose,
            String purposeLabel,
            boolean given,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable ConsentWay how,
            @Nullable String howLabel,
            @Nullable String words) {}

    @Bean
    FilePart contactsPart(ProfileRecords profiles) {
        return FilePart.of(
                FileSection.CONTACTS,
                question -> {
                    Profile profile = profile(profiles, question);
                    List<Way> ways =
                            profile.contacts().stream()
                                    .map(
                                            way ->
                                                    new Way(
                                                            way.kind(),
                                                            question.language().of(way.kind()),
                                                            way.value(),
                                                            way.preferred()))
                                    .toList();
                    return new FilePart.Content(
                            new Named(profile.name(), profile.company()), page(ways, question));
                });
    }

    @Bean
    FilePart companyPart(ProfileRecords profiles) {
        return FilePart.of(
                FileSection.COMPANY,
                question -> {
                    Profile profile = profile(profiles, question);
                    return summary(new Company(profile.company(), profile.registrationNumber()));
                });
    }

    @Bean
    FilePart profilePart(ProfileRecords profiles) {
        return FilePart.of(
                FileSection.PROFILE,
                question -> {
                    Profile profile = profile(profiles, question);
                    StrategicMark mark = profile.strategicAs();
                    Language spoken = profile.language();
                    return summary(
                            new Person(
                                    profile.birthday(),
                                    spoken == null ? null : spoken.name(),
                                    profile.preferences(),
                                    mark,
                                    mark == null ? null : question.language().of(mark)));
                });
    }

    @Bean
    FilePart consentsPart(ProfileRecords profiles) {
        return FilePart.of(
                FileSection.CONSENTS,
                question -> {
                    Map<ConsentPurpose, Consent> last =
                            profiles.consents(question.customerId()).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Consent::purpose,
                                                    Function.identity(),
                                                    (latest, earlier) -> latest));
                    List<Said> said =
                            Arrays.stream(ConsentPurpose.values())
                                    .map(
                                            purpose ->
                                                    said(
                                                            purpose,
                                                            last.get(purpose),
                                                            question.language()))
                                    .toList();
                    return new FilePart.Content(null, page(said, question));
                });
    }

    private static Said said(ConsentPurpose purpose, @Nullable Consent last, Language language) {
        return last == null
                ? new Said(purpose, language.of(purpose), false, null, null, null, null, null)
                : new Said(
                        purpose,
                        language.of(purpose),
                        last.given(),
                        last.at(),
                        last.by(),
                        last.how(),
                        language.of(last.how()),
                        last.words());
    }

    private static Profile profile(ProfileRecords profiles, FilePart.Question question) {
        return profiles.find(question.customerId()).orElseThrow().profile();
    }

    private static FilePart.Content summary(Object summary) {
        return new FilePart.Content(summary, new Page<>(List.of(), 0));
    }

    private static <T> Page<T> page(List<T> all, FilePart.Question question) {
        return new Page<>(
                all.stream().skip(question.offset()).limit(question.limit()).toList(), all.size());
    }
}
