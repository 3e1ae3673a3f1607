package dev.innkeeper.customer.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.ConsentPurpose;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.CustomerFiles;
import dev.innkeeper.customer.CustomerView;
import dev.innkeeper.customer.ProfileDesk;
import dev.innkeeper.workflow.Retrying;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people enter of customers: new ones, profiles, consents. */
@RestController
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
class ProfileController {

    private static final String ID = "CUS-000123";

    private static final Set<Group> ENTER =
            EnumSet.of(
                    Group.CUSTOMER_INFORMATION,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.SALES,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.INTEGRATION);

    /** Whoever speaks with a customer may be told yes or no. */
    private static final Set<Group> CONSENTS =
            GroupCheck.with(Group.SPEAK_WITH_GUESTS, Group.SALES, Group.INTEGRATION);

    private final ProfileDesk profiles;
    private final CustomerDesk customers;
    private final Idempotency idempotency;
    private final Retrying retrying;

    ProfileController(
            ProfileDesk profiles,
            CustomerDesk customers,
            Idempotency idempotency,
            Retrying retrying) {
        this.profiles = profiles;
        this.customers = customers;
        this.idempotency = idempotency;
        this.retrying = retrying;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "enterCustomer",
            summary = "Enter a customer",
            description =
                    "A customer is recognised by phone, e-mail or WeChat id, a company without a"
                            + " person by its name; one that somebody has already is refused, and"
                            + " the answer names who. Birthday and preferences follow once the"
                            + " customer has agreed.")
    @ApiResponse(
            responseCode = "201",
            description = "Entered",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<CustomerDetails> enter(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid NewCustomerRequest customer,
            HttpServletRequest request) {
        GroupCheck.check(by, ENTER);
        List<String> keys = new ArrayList<>();
        if (key != null) {
            keys.add("customer:" + key);
        }
        String externalId = customer.externalId() == null ? null : customer.externalId().strip();
        if (externalId != null) {
            keys.add("external-id:customer:" + externalId);
        }
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        Idempotency.Once<Entered> once =
                idempotency.once(
                        keys,
                        by.userId(),
                        customer,
                        Entered.class,
                        () ->
                                new Entered(
                                        profiles.enter(
                                                        customer.toProfile(),
                                                        customer.tierOr(),
                                                        externalId,
                                                        by)
                                                .id()));
        CustomerView entered = customers.read(once.answer().id());
        CustomerDetails details =
                CustomerDetails.of(
                        entered,
                        customers.timeLine(entered.id(), by, 0, CustomerFiles.SHOWN).items(),
                        by,
                        language);
        return Repeatable.created(new Idempotency.Once<>(details, once.repeated()), details.href());
    }

    /** What is kept as the first answer to a key: it names nobody. */
    record Entered(String id) {}

    @GetMapping("/{id}/profile")
    @Operation(
            operationId = "readProfile",
            summary = "Read the profile of a customer as it is changed",
            description = "With the version that a change has to name.")
    ProfileRequest read(
            Actor by, @Parameter(example = ID) @PathVariable @PlainText(max = 40) String id) {
        Set<Group> readers = GroupCheck.with(ENTER, Group.AUDITOR);
        if (!GroupCheck.isIn(by, readers)) {
            throw GroupCheck.refusal(readers);
        }
        return ProfileRequest.of(profiles.read(id), customers.read(id).version());
    }

    @PutMapping(path = "/{id}/profile", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeProfile",
            summary = "Change the profile of a customer as a whole",
            description =
                    "With the version that you have read: where somebody was first, you are told"
                            + " who. Birthday and preferences are kept only while the customer"
                            + " agrees to GREETINGS and PROFILING.")
    ProfileRequest change(
            Actor by,
            @Parameter(example = ID) @PathVariable @PlainText(max = 40) String id,
            @RequestBody @Valid ProfileRequest profile) {
        GroupCheck.check(by, ENTER);
        return retrying.call(
                () ->
                        ProfileRequest.of(
                                profiles.change(
                                        id,
                                        profile.toProfile(),
                                        Objects.requireNonNull(profile.version()),
                                        by),
                                customers.read(id).version()));
    }

    @PutMapping(path = "/{id}/consents/{purpose}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "recordConsent",
            summary = "Record that a customer agrees to a purpose, or no longer does",
            description =
                    "Every answer is kept with who recorded it, when and how. Taken back, what was"
                            + " kept for the purpose alone is erased.")
    ConsentView consent(
            Actor by,
            @Parameter(example = ID) @PathVariable @PlainText(max = 40) String id,
            @PathVariable ConsentPurpose purpose,
            @RequestBody @Valid ConsentRequest consent) {
        GroupCheck.check(by, CONSENTS);
        return ConsentView.of(
                retrying.call(
                        () ->
                                profiles.consent(
                                        id,
                                        purpose,
                                        Objects.requireNonNull(consent.given()),
                                        Objects.requireNonNull(consent.how()),
                                        Objects.requireNonNullElse(consent.words(), ""),
                                        by)));
    }
}
