package dev.innkeeper.customer.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.CustomerFiles;
import dev.innkeeper.customer.CustomerView;
import dev.innkeeper.customer.FileSection;
import dev.innkeeper.workflow.Retrying;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers: list, and set the tier. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers", description = "Who the guests are and how the house keeps them")
class CustomerController {

    private static final Set<Group> SET_TIERS =
            EnumSet.of(
                    Group.CUSTOMER_INFORMATION,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.INTEGRATION);

    private final CustomerDesk desk;
    private final Retrying retrying;

    CustomerController(CustomerDesk desk, Retrying retrying) {
        this.desk = desk;
        this.retrying = retrying;
    }

    @GetMapping({"/api/customers", "/customers/data"})
    @Operation(operationId = "listCustomers", summary = "List customers, by name")
    PageOf<CustomerDetails> list(
            Actor by,
            @Parameter(
                            description =
                                    "The beginning of the name, company, phone, e-mail or WeChat"
                                            + " id; only for groups that see them")
                    @RequestParam(required = false)
                    @PlainText(max = 100)
                    @Nullable String q,
            @RequestParam(required = false) @Nullable Tier tier,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        if (q != null && !FileSection.CONTACTS.isShownTo(by)) {
            throw Refusal.forbidden(
                    "Your groups do not see who customers are, so they cannot search for them. |"
                            + " 您所在的组无权查看客户身份，因此不能搜索。",
                    "Leave q out. | 请省略参数 q。");
        }
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        return PageOf.of(
                desk.find(Objects.requireNonNullElse(q, ""), tier, page * size, size),
                page,
                size,
                customer -> CustomerDetails.of(customer, List.of(), by, language));
    }

    @PutMapping(path = "/api/customers/{id}/tier", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "setTier",
            summary = "Set the tier of a customer",
            description = "Complaints that come later are graded by it.")
    CustomerDetails setTier(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 40) String id,
            @RequestBody @Valid TierRequest tier,
            HttpServletRequest request) {
        if (!GroupCheck.may(by, SET_TIERS)) {
            throw Refusal.forbidden(
                    "Your groups do not set tiers. | 您所在的组无权设置客户级别。",
                    "Ask customer information or the customer service manager. |"
                            + " 请联系客户信息部或客服经理。");
        }
        CustomerView customer =
                retrying.call(
                        () ->
                                desk.setTier(
                                        id,
                                        Objects.requireNonNull(tier.tier()),
                                        Objects.requireNonNull(tier.reason()).strip(),
                                        by));
        return details(customer, by, request);
    }

    private CustomerDetails details(CustomerView customer, Actor by, HttpServletRequest request) {
        return CustomerDetails.of(
                customer,
                desk.timeLine(customer.id(), by, 0, CustomerFiles.SHOWN).items(),
                by,
                Language.ofHeader(request.getHeader("Accept-Language")));
    }
}
