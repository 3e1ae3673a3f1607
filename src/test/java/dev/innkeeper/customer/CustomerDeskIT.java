package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.support.InnkeeperTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InnkeeperTest
class CustomerDeskIT {

    private static final Actor PMS = new Actor("pms", Set.of(Group.INTEGRATION));
    private static final Contact LI_WEI =
            new Contact("李伟", "华东贸易", "+86 138 0013 8000", "li.wei@example.com", null);

    @Autowired private CustomerDesk desk;

    @Test
    void recognisesACustomerByAnyContact() {
        String id = desk.match(LI_WEI, PMS).orElseThrow().id();

        assertThat(id).matches("CUS-\\d{6}");
        assertThat(match("0086-13800138000", null, null)).isEqualTo(id);
        assertThat(match(null, "LI.WEI@EXAMPLE.COM", null)).isEqualTo(id);
        assertThat(match("13800138001", null, null)).isNotEqualTo(id);
    }

    @Test
    void learnsTheContactsThatWereNew() {
        String id = desk.match(LI_WEI, PMS).orElseThrow().id();

        assertThat(match("13800138000", null, "liwei88")).isEqualTo(id);
        assertThat(match(null, null, "LiWei88")).isEqualTo(id);
    }

    @Test
    void aTelephoneNumberCountsMoreThanAnAddress() {
        String phone = match("13800138000", null, null);
        match(null, "shared@example.com", null);

        assertThat(match("13800138000", "shared@example.com", null)).isEqualTo(phone);
    }

    @Test
    void nobodyIsRecognisedByANameAlone() {
        assertThat(desk.match(new Contact("李伟", null, null, null, null), PMS)).isEmpty();
        assertThat(desk.match(Contact.NOBODY, PMS)).isEmpty();
    }

    @Test
    void theSameGuestTwiceAtTheSameMomentIsOneCustomer() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<String> call = () -> desk.match(LI_WEI, PMS).orElseThrow().id();
            Set<String> ids = new HashSet<>();
            for (var id : pool.invokeAll(List.of(call, call, call, call))) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aTierIsSetWithAReasonAndWhoSetIt() {
        String id = desk.enter(LI_WEI, Tier.PROMISING_SMALL, PMS).id();

        CustomerView set = desk.setTier(id, Tier.KEY_ACCOUNT, "Frame contract signed", PMS);

        assertThat(set.tier()).isEqualTo(Tier.KEY_ACCOUNT);
        assertThat(set.tierSetBy()).isEqualTo("pms");
        assertThat(desk.timeLine(id))
                .last()
                .satisfies(
                        change -> {
                            assertThat(change.event()).isEqualTo("TIER_SET");
                            assertThat(change.note()).isEqualTo("Frame contract signed");
                            assertThat(change.what()).contains(" | ");
                        });
        assertThatThrownBy(() -> desk.setTier(id, Tier.KEY_ACCOUNT, " ", PMS))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(
                        () ->
                                desk.setTier(
                                        id,
                                        Tier.KEY_ACCOUNT,
                                        "x",
                                        new Actor("auditor1", Set.of(Group.AUDITOR))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesTheSameContactTwiceAndWhatIsNone() {
        desk.enter(LI_WEI, Tier.PROMISING_SMALL, PMS);

        assertThatThrownBy(() -> desk.enter(LI_WEI, Tier.KEY_ACCOUNT, PMS))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_NOW));
        assertThatThrownBy(
                        () ->
                                desk.enter(
                                        new Contact("x", null, null, "not an address", null),
                                        Tier.KEY_ACCOUNT,
                                        PMS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("email"));
        assertThatThrownBy(() -> desk.read("CUS-000000"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN));
    }

    @Test
    void findsCustomersByTheBeginningOfWhatIsKnown() {
        String li = desk.enter(LI_WEI, Tier.KEY_ACCOUNT, PMS).id();
        String anna =
                desk.enter(
                                new Contact("Anna 50%", null, null, "anna@example.com", null),
                                Tier.PROMISING_SMALL,
                                PMS)
                        .id();

        assertThat(find("李", null)).containsExactly(li);
        assertThat(find("华东", null)).containsExactly(li);
        assertThat(find("138 0013", null)).containsExactly(li);
        assertThat(find("ANNA", null)).containsExactly(anna);
        assertThat(find("%", null)).isEmpty();
        assertThat(find("", Tier.KEY_ACCOUNT)).containsExactly(li);
        assertThat(desk.find("", null, 1, 1).total()).isEqualTo(2);
        assertThat(desk.find("", null, 1, 1).items()).hasSize(1);
    }

    private List<String> find(String text, Tier tier) {
        return desk.find(text, tier, 0, 50).items().stream().map(CustomerView::id).toList();
    }

    private String match(String phone, String email, String weChat) {
        return desk.match(new Contact(null, null, phone, email, weChat), PMS).orElseThrow().id();
    }
}
