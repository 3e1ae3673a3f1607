package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.Profile;
import dev.innkeeper.customer.StrategicMark;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The profile of a customer as a whole: what is left out goes. */
@Schema(
        name = "CustomerProfile",
        description = "What people enter of a customer, as a whole: what is left out goes")
record ProfileRequest(
        @Schema(
                        description =
                                "The version of the file that you have read; another one is"
                                        + " refused, and you are told who was first",
                        example = "3")
                @NotNull
                @Nullable Long version,
        @Schema(maxLength = 200, example = "王丽") @PlainText(max = 200) @Nullable String name,
        @Schema(maxLength = 200) @PlainText(max = 200) @Nullable String company,
        @Schema(
                        description = "The registration number of the company",
                        maxLength = 40,
                        example = "91320500MA1XXXXX0X")
                @PlainText(max = 40)
                @Nullable String registrationNumber,
        @Schema(description = "In which the customer is written to") @Nullable Language language,
        @Schema(description = "Only with the consent GREETINGS", example = "1985-06-01")
                @Nullable LocalDate birthday,
        @Schema(
                        description = "What the customer likes; only with the consent PROFILING",
                        maxLength = 2000)
                @PlainText(max = 2000, lines = true)
                @Nullable String preferences,
        @Schema(description = "Why a new customer is worth an effort")
                @Nullable StrategicMark strategicAs,
        @Schema(description = "At most 20; the first of a kind counts most")
                @Nullable List<@Valid @NotNull ContactWayRequest> contacts) {

    Profile toProfile() {
        return new Profile(
                name,
                company,
                registrationNumber,
                language,
                birthday,
                preferences == null ? "" : preferences,
                strategicAs,
                contacts == null
                        ? List.of()
                        : contacts.stream().map(ContactWayRequest::toWay).toList());
    }

    static ProfileRequest of(Profile profile, long version) {
        return new ProfileRequest(
                version,
                profile.name(),
                profile.company(),
                profile.registrationNumber(),
                profile.language(),
                profile.birthday(),
                profile.preferences().isEmpty() ? null : profile.preferences(),
                profile.strategicAs(),
                profile.contacts().stream().map(ContactWayRequest::of).toList());
    }
}
