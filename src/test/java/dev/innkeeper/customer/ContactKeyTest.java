package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Contact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "+86 138 0013 8000",
                "+8613800138000",
                "0086 13800138000",
                "8613800138000",
                "(+86)13800138000",
                "１３８００１３８０００"
            })
    void aPhoneIsTheSameHoweverItIsWritten(String phone) {
        assertThat(keys(new Contact(null, null, phone, null, null)))
                .containsExactly(new ContactKey(ContactKey.Kind.PHONE, "13800138000"));
    }

    @Test
    void aForeignPhoneKeepsItsCountry() {
        assertThat(keys(new Contact(null, null, "+49 30 901820", null, null)))
                .containsExactly(new ContactKey(ContactKey.Kind.PHONE, "+4930901820"));
    }

    @Test
    void addressesIgnoreCase() {
        assertThat(keys(new Contact(null, null, null, " Li.Wei@Example.COM ", "LiWei_88")))
                .containsExactly(
                        new ContactKey(ContactKey.Kind.EMAIL, "li.wei@example.com"),
                        new ContactKey(ContactKey.Kind.WECHAT, "liwei_88"));
    }

    @Test
    void whatIsNoPhoneRecognisesNobody() {
        assertThat(keys(new Contact("Li Wei", null, "n/a 12", null, null))).isEmpty();
        assertThat(keys(new Contact(null, null, "1".repeat(40), null, null))).isEmpty();
    }

    @Test
    void theIdInAnotherSystemIsTakenAsItIs() {
        assertThat(ContactKey.ofExternal(null, " 9322-YCTQO "))
                .isEqualTo(new ContactKey(ContactKey.Kind.EXTERNAL, "9322-YCTQO"));
        assertThat(ContactKey.ofExternal("opera", "9322-yctqo"))
                .isEqualTo(new ContactKey(ContactKey.Kind.EXTERNAL, "opera:9322-yctqo"));
    }

    @Test
    void aRegistrationNumberIsTheSameHoweverItIsWritten() {
        assertThat(ContactKey.ofRegistration("91310000-ma1fl 1234x"))
                .containsExactly(new ContactKey(ContactKey.Kind.REGISTRY, "91310000MA1FL1234X"));
        assertThat(ContactKey.ofRegistration(" ")).isEmpty();
        assertThat(ContactKey.ofRegistration(null)).isEmpty();
    }

    private static List<ContactKey> keys(Contact contact) {
        return ContactKey.of(contact);
    }
}
