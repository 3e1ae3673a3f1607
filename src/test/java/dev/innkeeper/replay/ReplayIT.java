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

    private static final String DEALS =
            """
            opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
            D1,Moses Frase,GTX Pro,Cancity,Won,10/20/2016,3/1/2017,1054
            D2,Anna Snelling,GTXPro,Isdom,Engaging,11/1/2016,,
            D3,Moses Frase,GTX Pro,isdom,Prospecting,,,
            D4,Vicki Laflamme,GTX Pro,,Lost,11/1/2016,2/30/2017,0
            D5,Moses Frase,MG Special,Cancity,Lost,11/1/2016,3/3/2017,0
            """;

    @Test
    void sendsDealsOfThePastWithTheirAccountsAndTeams() throws IOException {
        var accounts = folder.resolve("accounts.csv");
        Files.writeString(accounts, "account,sector\nCancity,retail\n");
        var teams = folder.resolve("teams.csv");
        Files.writeString(
                teams,
                "sales_agent,manager\n"
                        + "Moses Frase,Dustin Brinkmann\n"
                        + "Anna Snelling,Dustin Brinkmann\n"
                        + "Vicki Laflamme,Celia Rouche\n");
        var file = Files.writeString(folder.resolve("pipeline.csv"), DEALS);
        var out = folder.resolve("deals.csv");
        String[] arguments = {
            "deals",
            file.toString(),
            "--accounts",
            accounts.toString(),
            "--teams",
            teams.toString(),
            "--url",
            "http://localhost:" + port,
            "--out",
            out.toString()
        };

        assertThat(
                        Replay.run(
                                new PrintStream(said, true, StandardCharsets.UTF_8),
                                false,
                                arguments))
                .isEqualTo(1);

        assertThat(said())
                .contains("\"Isdom\" is not in accounts.csv (1 rows)")
                .contains("1 rows name no account")
                .doesNotContain("teams.csv (")
                .containsPattern("WON +1 ")
                .containsPattern("QUALIFIED +1 ")
                .containsPattern("LEAD +1 ")
                .containsPattern("LOST +1 ")
                .containsPattern("line 4: DEA-\\d+-\\d+ and DEA-")
                .contains("line 5, closedOn:");
        assertThat(Files.readAllLines(out)).hasSize(6).anyMatch(line -> line.contains("DEA-"));
        assertThat(
                        jdbc.queryForList(
                                "SELECT note FROM case_event WHERE event = 'IMPORTED' ORDER BY id",
                                String.class))
                .startsWith("Manager 经理: Dustin Brinkmann\nSector 行业: retail");

        said.reset();
        Replay.run(new PrintStream(said, true, StandardCharsets.UTF_8), false, arguments);
        assertThat(said()).containsPattern("REPEATED +4 ");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM deal", Integer.class)).isEqualTo(4);
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
