package dev.innkeeper.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stays one at a time, over real HTTP. */
@InnkeeperTest
class StayApiIT {

    @Autowired private CustomerDesk customers;
    @LocalServerPort private int port;
    private Api pms;
    private String guest;

    @BeforeEach
    void aGuest() {
        pms = Api.at(port).as("pms");
        guest =
                customers
                        .enter(
                                new Contact("李伟", null, "13800138000", null, null),
                                Tier.PROMISING_SMALL,
                                new Actor("pms", Set.of(Group.INTEGRATION)))
                        .id();
    }

    private Map<String, Object> stay() {
        return new HashMap<>(
                Map.of(
                        "externalId",
                        "PMS-1",
                        "customerId",
                        guest,
                        "arrivedOn",
                        "2026-02-27",
                        "leftOn",
                        "2026-03-01",
                        "spend",
                        1280.5,
                        "margin",
                        -12.25));
    }

    @Test
    void aStayIsEnteredOnce() {
        var keyed = pms.with("Idempotency-Key", "k-1");

        var entered = keyed.post("/api/stays", stay());
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(entered.text("kind")).isEqualTo("STAY");
        assertThat(entered.at("margin").decimalValue()).isEqualByComparingTo("-12.25");
        assertThat(entered.header("Location")).isEqualTo("/api/customers/" + guest + "/stays");
        assertThat(keyed.post("/api/stays", stay()).header("Idempotency-Replayed"))
                .isEqualTo("true");
        pms.post("/api/stays", stay());

        var stays = pms.get("/api/customers/" + guest + "/stays");
        assertThat(stays.at("total").asInt()).isEqualTo(1);
        assertThat(stays.at("items.0.imported").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "externalId, , 400",
        "customerId, CUS-000000, 404",
        "kind, PARTY, 400",
        "arrivedOn, , 400",
        "leftOn, 2026-02-26, 400",
        "leftOn, 2026-03-03, 400",
        "spend, , 400",
        "spend, -1, 400",
        "spend, 0.001, 400",
        "margin, 0.001, 400",
        "margin, -99999999999999, 400",
    })
    void refusesAStayThatCannotBe(String field, String value, int status) {
        var wrong = stay();
        if (value == null) {
            wrong.remove(field);
        } else {
            boolean amount = Set.of("spend", "margin").contains(field);
            wrong.put(field, amount ? (Object) new BigDecimal(value) : value);
        }

        var answer = pms.post("/api/stays", wrong);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("remedy")).isNotEmpty();
    }

    @Test
    void refusesAnotherStayUnderTheSameId() {
        pms.post("/api/stays", stay());
        var other = stay();
        other.put("spend", 1);

        var answer = pms.post("/api/stays", other);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("field")).isEqualTo("externalId");
    }

    @ParameterizedTest
    @CsvSource({
        "pms, 201, 200",
        "info1, 201, 200",
        "lobby1, 201, 200",
        "manager1, 403, 200",
        "auditor1, 403, 200",
        "finance1, 403, 403",
        "editor1, 403, 403",
    })
    void staysAreForThoseWhoLookAfterGuests(String user, int enters, int sees) {
        var someone = Api.at(port).as(user);

        assertThat(someone.post("/api/stays", stay()).status()).isEqualTo(enters);
        assertThat(someone.get("/api/customers/" + guest + "/stays").status()).isEqualTo(sees);
    }
}
