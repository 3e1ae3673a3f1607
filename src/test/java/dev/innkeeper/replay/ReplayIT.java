package dev.innkeeper.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.InnkeeperTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The command that sends a file of complaints, against the running service. */
@InnkeeperTest
class ReplayIT {

    private static final String FILE =
            """
            id,text
            R1,早餐的牛奶是酸的，吃完以后上吐下泻
            R2,"隔壁太吵了，
            一晚没睡"
            R3,
            R4,前台办理入住等了四十分钟
            """;

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;
    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int replay(byte[] content, String... more) throws IOException {
        var file = Files.write(folder.resolve("complaints.csv"), content);
        var arguments = new ArrayList<String>();
        arguments.add(file.toString());
        arguments.add("--url");
        arguments.add("http://localhost:" + port);
        arguments.addAll(List.of(more));
        said.reset();
        return Replay.run(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                false,
                arguments.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private int complaints() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM complaint", Integer.class);
    }

    @Test
    void sendsAFileAndCountsWhatBecameOfIt() throws IOException {
        var out = folder.resolve("results.csv");
        assertThat(
                        replay(
                                FILE.getBytes(StandardCharsets.UTF_8),
                                "--batch",
                                "3",
                                "--out",
                                out.toString()))
                .isEqualTo(1);
        assertThat(said())
                .contains("3 of 4 rows")
                .contains("4 of 4 rows")
                .contains("rows per second")
                .contains("FOOD_SAFETY")
                .contains("NOISE")
                .contains("rooms-service")
                .contains("line 5, text:");
        assertThat(complaints()).isEqualTo(3);
        assertThat(Files.readAllLines(out)).hasSize(5).anyMatch(line -> line.contains("CMP-"));
    }

    @Test
    void startsNothingTwice() throws IOException {
        replay(FILE.getBytes(StandardCharsets.UTF_8));
        replay(FILE.getBytes(StandardCharsets.UTF_8), "--batch", "1");
        assertThat(said()).contains("REPEATED");
        assertThat(complaints()).isEqualTo(3);
        var nameless = "text\nThe door sticks\n".getBytes(StandardCharsets.UTF_8);
        assertThat(replay(nameless)).isZero();
        assertThat(replay(nameless)).isZero();
        assertThat(complaints()).isEqualTo(4);
    }

    @Test
    void readsWhatSpreadsheetsInChinaWrite() throws IOException {
        replay(FILE.getBytes(Charset.forName("GB18030")));
        assertThat(said()).contains("read as GB18030").contains("FOOD_SAFETY");
    }

    @Test
    void saysWhyItCannotGoOn() throws IOException {
        byte[] file = FILE.getBytes(StandardCharsets.UTF_8);
        assertThat(replay(file, "--user", "nobody")).isEqualTo(2);
        assertThat(said()).contains("401");
        assertThat(replay(file, "--user", "auditor1")).isEqualTo(2);
        assertThat(said()).contains("403");
        assertThat(replay(file, "--url", "http://localhost:1")).isEqualTo(2);
        assertThat(said()).contains("Nothing answers");
        assertThat(replay("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
        assertThat(said()).contains("400").contains("\"a\"");
        assertThat(complaints()).isZero();
    }
}
