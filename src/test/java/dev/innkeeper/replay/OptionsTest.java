package dev.innkeeper.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void needsNothingButTheFile() {
        var options = Options.of("complaints.csv");
        assertThat(options.file()).isEqualTo(Path.of("complaints.csv"));
        assertThat(options.service().address()).hasToString("http://localhost:8080");
        assertThat(options.service().user()).isEqualTo("pms");
    }

    @Test
    void takesWhatIsNamed() {
        var options =
                Options.of(
                        "--file",
                        "a.csv",
                        "--url",
                        "http://hotel:81/",
                        "--user",
                        "lobby1",
                        "--password",
                        "secret",
                        "--batch",
                        "7",
                        "--channel",
                        "EMAIL");
        assertThat(options.service().address()).hasToString("http://hotel:81");
        assertThat(options.service().password()).isEqualTo("secret");
        assertThat(options.batch()).isEqualTo(7);
        assertThat(options.kind()).isEqualTo(new Complaints("EMAIL"));
    }

    @Test
    void takesDealsOfThePastWithTheFilesThatExplainThem() {
        var options =
                Options.of(
                        "deals",
                        "pipeline.csv",
                        "--accounts",
                        "accounts.csv",
                        "--teams",
                        "teams.csv",
                        "--stages",
                        "Angebot=PROPOSED");
        assertThat(options.file()).isEqualTo(Path.of("pipeline.csv"));
        assertThat(options.batch()).isEqualTo(200);
        assertThat(options.kind())
                .isEqualTo(
                        new Deals(
                                Path.of("accounts.csv"),
                                Path.of("teams.csv"),
                                "M/D/YYYY",
                                "Angebot=PROPOSED"));
        assertThat(options.kind().address())
                .isEqualTo("/api/deals/import?dates=M%2FD%2FYYYY&stages=Angebot%3DPROPOSED");
        assertThatThrownBy(() -> Options.of("deals", "a.csv", "--channel", "WEB"))
                .hasMessageContaining("--channel");
        assertThatThrownBy(() -> Options.of("a.csv", "--teams", "b.csv"))
                .hasMessageContaining("--teams");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Options.of()).hasMessageContaining("file");
        assertThatThrownBy(() -> Options.of("a.csv", "--batch", "0")).hasMessageContaining("1 to");
        assertThatThrownBy(() -> Options.of("a.csv", "--batch")).hasMessageContaining("value");
        assertThatThrownBy(() -> Options.of("a.csv", "--speed")).hasMessageContaining("--speed");
        assertThatThrownBy(() -> Options.of("a.csv", "--url", "hotel"))
                .hasMessageContaining("hotel");
        assertThatThrownBy(() -> Options.of("a.csv", "--charset", "x")).hasMessageContaining("x");
    }

    @Test
    void explainsItselfAndFailsInWords() {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(Replay.run(out, false)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("replay FILE", "replay deals FILE");
        assertThat(Replay.run(out, false, "/no/such/file.csv")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("There is no file");
    }
}
