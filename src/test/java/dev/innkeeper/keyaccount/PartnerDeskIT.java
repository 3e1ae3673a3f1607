package dev.innkeeper.keyaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Partners and the prospects that they name. */
@InnkeeperTest
class PartnerDeskIT {

    private static final Actor SALES = new Actor("sales1", Set.of(Group.SALES));
    private static final Contact GALAXY =
            new Contact("赵琳", "星河科技有限公司", "138 0000 6666", null, null);
    private static final Contact HORIZON =
            new Contact("陈明", null, "139 0000 8888", "chen@example.com", "chenming");

    @Autowired private PartnerDesk desk;
    @Autowired private AuditDesk audit;
    @Autowired private CustomerDesk customers;
    @Autowired private InnkeeperClock clock;

    @Test
    void aPartnerIsKeptAsRegistered() {
        PartnerView partner =
                desk.register(
                        new NewPartner(
                                PartnerKind.INTERMEDIARY,
                                "远航国际旅行社",
                                HORIZON,
                                "中国银行 6217",
                                false,
                                true,
                                "Assistant of the buyer at 星河科技",
                                "Since 2019"),
                        SALES);

        assertThat(partner.id()).matches("PAR-\\d{6}");
        assertThat(desk.read(partner.id())).isEqualTo(partner);
        assertThat(partner.contact()).isEqualTo(HORIZON);
        assertThat(partner.customersEmployee()).isTrue();
        assertThat(partner.registeredBy()).isEqualTo("sales1");
        assertThat(partner.registeredAt()).isBetween(TimeMachine.START, clock.instant());
    }

    @Test
    void partnersAreEnteredByThoseWhoDealWithThem() {
        for (Group group :
                List.of(
                        Group.SALES,
                        Group.KEY_ACCOUNT_SERVICE,
                        Group.CUSTOMER_SERVICE_MANAGER,
                        Group.INTEGRATION)) {
            assertThat(desk.register(agent(group.id()), new Actor("u", Set.of(group))).id())
                    .isNotBlank();
        }
        for (Actor by :
                List.of(
                        new Actor("finance1", Set.of(Group.FINANCE)),
                        new Actor("gm1", Set.of(Group.GENERAL_MANAGER)),
                        new Actor("a", Set.of(Group.AUDITOR, Group.SALES)))) {
            refused(Refusal.Kind.FORBIDDEN, "", () -> desk.register(agent("x"), by));
        }
    }

    @Test
    void whatIsMissingOfAPartnerIsNamed() {
        refused(Refusal.Kind.INVALID, "name", () -> desk.register(agent(" "), SALES));
        refused(
                Refusal.Kind.INVALID,
                "employeeWords",
                () ->
                        desk.register(
                                new NewPartner(
                                        PartnerKind.AGENT,
                                        "A",
                                        Contact.NOBODY,
                                        "",
                                        true,
                                        false,
                                        "",
                                        ""),
                                SALES));
        refused(
                Refusal.Kind.INVALID,
                "email",
                () ->
                        desk.register(
                                withContact(new Contact(null, null, null, "nowhere", null)),
                                SALES));
    }

    @Test
    void oneWhoIsReachedInTheSameWayIsTheSamePartner() {
        String first = desk.register(withContact(HORIZON), SALES).id();

        for (Contact same :
                List.of(
                        new Contact(null, null, HORIZON.phone(), null, null),
                        new Contact(null, null, null, "CHEN@example.com", null),
                        new Contact(null, null, null, null, HORIZON.weChat()))) {
            assertThatThrownBy(() -> desk.register(withContact(same), SALES))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(first);
        }
        assertThat(desk.register(agent("Nobody's contact"), SALES).id()).isNotEqualTo(first);
        assertThat(desk.register(agent("Nobody's contact either"), SALES).id()).isNotNull();
    }

    @Test
    void aProspectIsACustomerKnownByItsCompanyOrContactOrId() {
        String partner = desk.register(agent("Far Horizon"), SALES).id();
        String other = desk.register(agent("Near Horizon"), SALES).id();
        String third = desk.register(agent("Third"), SALES).id();

        RegistrationView named = desk.register(partner, prospect(GALAXY), SALES);
        RegistrationView again =
                desk.register(
                        other, prospect(new Contact(null, "星河科技 有限公司", null, null, null)), SALES);
        RegistrationView byId =
                desk.register(
                        third,
                        new NewRegistration(
                                named.customerId(), Contact.NOBODY, null, "", "", "A party"),
                        SALES);

        assertThat(customers.read(named.customerId()).contact().company()).isEqualTo("星河科技有限公司");
        assertThat(again.customerId()).isEqualTo(named.customerId());
        assertThat(byId.customerId()).isEqualTo(named.customerId());
        assertThat(named.at())
                .isEqualTo(named.enteredAt())
                .isBetween(TimeMachine.START, clock.instant());
        assertThat(named.isBackdated()).isFalse();
        assertThat(desk.file(partner).registrations()).containsExactly(named);
    }

    @Test
    void aPastDateNeedsAProofAndADateAheadIsRefused() {
        String partner = desk.register(agent("Far Horizon"), SALES).id();
        Instant now = clock.instant();
        Instant yesterday = now.minus(Duration.ofDays(1));

        refused(
                Refusal.Kind.INVALID,
                "proof",
                () -> desk.register(partner, prospect(GALAXY, yesterday, " "), SALES));
        refused(
                Refusal.Kind.INVALID,
                "at",
                () -> desk.register(partner, prospect(GALAXY, now.plusSeconds(700), ""), SALES));

        RegistrationView proven =
                desk.register(
                        partner,
                        new NewRegistration(
                                null, GALAXY, yesterday, "WeChat message", "share/1.png", "Party"),
                        SALES);
        assertThat(proven.at()).isEqualTo(yesterday);
        assertThat(proven.isBackdated()).isTrue();
        assertThat(proven.proof()).isEqualTo("WeChat message");
        assertThat(proven.proofDocument()).isEqualTo("share/1.png");
        RegistrationView ahead =
                desk.register(
                        desk.register(agent("B"), SALES).id(),
                        prospect(GALAXY, now.plusSeconds(60), ""),
                        SALES);
        assertThat(ahead.at())
                .as("the clock of a caller is a minute ahead")
                .isEqualTo(ahead.enteredAt());
    }

    @Test
    void aProspectIsNamedOnceByAPartnerButMayBeProvenToBeNamedEarlier() {
        String partner = desk.register(agent("Far Horizon"), SALES).id();
        desk.register(partner, prospect(GALAXY), SALES);
        clock.advance(Duration.ofDays(1));

        refused(Refusal.Kind.NOT_NOW, "", () -> desk.register(partner, prospect(GALAXY), SALES));
        desk.register(
                partner,
                prospect(GALAXY, clock.instant().minus(Duration.ofDays(9)), "A letter"),
                SALES);

        assertThat(desk.file(partner).registrations()).hasSize(2);
    }

    @Test
    void whatIsMissingOfAProspectIsNamed() {
        String partner = desk.register(agent("Far Horizon"), SALES).id();
        refused(
                Refusal.Kind.INVALID,
                "prospect",
                () -> desk.register(partner, prospect(Contact.NOBODY), SALES));
        refused(
                Refusal.Kind.INVALID,
                "project",
                () ->
                        desk.register(
                                partner,
                                new NewRegistration(null, GALAXY, null, "", "", ""),
                                SALES));
        refused(
                Refusal.Kind.UNKNOWN,
                "customerId",
                () ->
                        desk.register(
                                partner,
                                new NewRegistration(
                                        "CUS-999999", Contact.NOBODY, null, "", "", "x"),
                                SALES));
        refused(
                Refusal.Kind.UNKNOWN,
                "partnerId",
                () -> desk.register("PAR-999999", prospect(GALAXY), SALES));
        refused(
                Refusal.Kind.FORBIDDEN,
                "",
                () ->
                        desk.register(
                                partner,
                                prospect(GALAXY),
                                new Actor("finance1", Set.of(Group.FINANCE))));
    }

    @Test
    void partnersAreListedByKindNameAndOpenFinding() {
        String agent = desk.register(agent("Bao Travel"), SALES).id();
        String informant =
                desk.register(
                                new NewPartner(
                                        PartnerKind.INFORMANT,
                                        "An_other",
                                        Contact.NOBODY,
                                        "",
                                        false,
                                        false,
                                        "",
                                        ""),
                                SALES)
                        .id();
        Actor auditor = new Actor("auditor1", Set.of(Group.AUDITOR));
        long finding = audit.openOnPartner(agent, "Dated by hand", auditor).id();
        desk.register(agent, prospect(GALAXY), SALES);

        assertThat(ids(new PartnerFilter(null, null, null))).containsExactly(informant, agent);
        assertThat(ids(new PartnerFilter(PartnerKind.AGENT, null, null))).containsExactly(agent);
        assertThat(ids(new PartnerFilter(null, "bao", null))).containsExactly(agent);
        assertThat(ids(new PartnerFilter(null, "An_o", null))).containsExactly(informant);
        assertThat(ids(new PartnerFilter(null, "A%", null))).isEmpty();
        assertThat(ids(new PartnerFilter(null, agent, null))).containsExactly(agent);
        assertThat(ids(new PartnerFilter(null, null, true))).containsExactly(agent);
        assertThat(ids(new PartnerFilter(null, null, false))).containsExactly(informant);
        assertThat(desk.find(new PartnerFilter(null, null, null), 1, 1).items())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.partner().id()).isEqualTo(agent);
                            assertThat(row.registrations()).isEqualTo(1);
                            assertThat(row.rewards()).isZero();
                            assertThat(row.openFinding()).isTrue();
                        });

        audit.closeOnPartner(agent, finding, "The original is there", auditor);
        assertThat(ids(new PartnerFilter(null, null, true))).isEmpty();
        assertThat(desk.file(agent).findings())
                .singleElement()
                .satisfies(
                        closed -> {
                            assertThat(closed.isOpen()).isFalse();
                            assertThat(closed.closingWords()).isEqualTo("The original is there");
                        });
    }

    @Test
    void aPartnerIsFoundByIdOrByItsWholeName() {
        String one = desk.register(agent("Bao Travel"), SALES).id();
        desk.register(agent("Twin"), SALES);
        desk.register(agent("Twin"), SALES);

        assertThat(desk.find(one).id()).isEqualTo(one);
        assertThat(desk.find(" bao travel ").id()).isEqualTo(one);
        refused(Refusal.Kind.UNKNOWN, "partner", () -> desk.find("Bao"));
        refused(Refusal.Kind.REFUSED, "partner", () -> desk.find("Twin"));
    }

    private List<String> ids(PartnerFilter filter) {
        return desk.find(filter, 0, 10).items().stream().map(row -> row.partner().id()).toList();
    }

    private static NewPartner agent(String name) {
        return new NewPartner(PartnerKind.AGENT, name, Contact.NOBODY, "", false, false, "", "");
    }

    private static NewPartner withContact(Contact contact) {
        return new NewPartner(PartnerKind.AGENT, "A", contact, "", false, false, "", "");
    }

    private static NewRegistration prospect(Contact prospect) {
        return prospect(prospect, null, "");
    }

    private static NewRegistration prospect(Contact prospect, Instant at, String proof) {
        return new NewRegistration(null, prospect, at, proof, "", "Annual meeting");
    }

    private static void refused(
            Refusal.Kind kind,
            String field,
            org.assertj.core.api.ThrowableAssert.ThrowingCallable operation) {
        assertThatThrownBy(operation)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(kind);
                            assertThat(refusal.field()).as(refusal.getMessage()).isEqualTo(field);
                        });
    }
}
