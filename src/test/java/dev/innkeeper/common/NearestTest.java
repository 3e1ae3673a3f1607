package dev.innkeeper.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("externalId", "channel", "text", "category");

    @Test
    void findsWhatWasMeant() {
        assertThat(Nearest.to("chanel", KNOWN)).hasValue("channel");
        assertThat(Nearest.to("txet", KNOWN)).hasValue("text");
        assertThat(Nearest.to("external_id", KNOWN)).hasValue("externalId");
        assertThat(Nearest.to("Text", KNOWN)).hasValue("text");
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertThat(Nearest.to("temperature", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
        assertThat(Nearest.to("a", List.of("id"))).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
    }
}
