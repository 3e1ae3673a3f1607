package dev.innkeeper.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.customer.imports.ImportWorker;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The command that imports a file, against the running service. */
@InnkeeperTest
class ImportCommandIT {

    private static final String INVOICES =
            """
            customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,Region
            9322-YCTQO,0009888306,2/10/2013,3/12/2013,105.92,No,3/17/2013,East
            5148-SYKLB,0018104516,1/27/2012,2/26/2012,-94,Yes,2/22/2012,East
            8690-EEBEO,0023864272,8/13/2013,9/12/2013,74.69,No,,West
            """;

    @Autowired private ImportWorker worker;
    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;
    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private ScheduledExecutorService node;

    @BeforeEach
    void aNodeThatWorks() {
        node = Executors.newSingleThreadScheduledExecutor();
        node.scheduleWithFixedDelay(worker::work, 0, 50, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void rest() throws InterruptedException {
        node.shutdown();
        assertThat(node.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private int command(String kind, byte[] content, String... more) throws IOException {
        var file = Files.write(folder.resolve("file.csv"), content);
        var arguments = new ArrayList<String>();
        arguments.add(kind);
        arguments.add(file.toString());
        arguments.add("--url");
        arguments.add("http://localhost:" + port + "/");
        arguments.addAll(List.of(more));
        said.reset();
        return Import.run(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                false,
                arguments.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void importsAFileAndSaysWhatBecameOfIt() throws IOException {
        byte[] file = INVOICES.getBytes(StandardCharsets.UTF_8);

        assertThat(
                        command(
                                "invoices",
                                file,
                                "--dates",
                                "M/D/YYYY",
                                "--ignore",
                                "Region",
                                "--user",
                                "finance1"))
                .as(said())
                .isEqualTo(1);

        assertThat(said())
                .contains("file.csv")
                .contains("read as UTF-8")
                .containsPattern("IMP-2026-\\d{6} received")
                .containsPattern("Done: 3 rows")
                .containsPattern("taken +2\n")
                .containsPattern("refused +1\n")
                .contains("line 3, amount: ");
        assertThat(jdbc.queryForList("SELECT number FROM invoice ORDER BY id", String.class))
                .containsExactly("0009888306", "0023864272");
    }

    @Test
    void theSameFileAgainIsSaidToBeImported() throws IOException {
        byte[] file = "externalId,company\nG1,苏州恒远\n".getBytes(Charset.forName("GB18030"));

        assertThat(command("customers", file)).as(said()).isZero();
        assertThat(said()).contains("read as GB18030");
        assertThat(command("customers", file)).isZero();

        assertThat(said()).contains("was imported before").containsPattern("taken +1\n");
        assertThat(jdbc.queryForList("SELECT contact_company FROM customer", String.class))
                .containsExactly("苏州恒远");
    }

    @Test
    void saysFromWhereAFileCannotBeRead() throws IOException {
        var file = "externalId,company\nG1,x\nG2,\"" + "x".repeat(1_200_000);

        assertThat(command("customers", file.getBytes(StandardCharsets.UTF_8))).isEqualTo(2);

        assertThat(said()).contains("From line 3 on nothing was read").contains("quotation mark");
    }

    @Test
    void saysWhyItCannotGoOn() throws IOException {
        byte[] file = INVOICES.getBytes(StandardCharsets.UTF_8);
        assertThat(command("guests", file)).isEqualTo(2);
        assertThat(said()).contains("customers, stays, invoices, payments").contains("--dates");
        assertThat(command("invoices", file, "--colour", "red")).isEqualTo(2);
        assertThat(said()).contains("no option --colour");
        assertThat(command("invoices", file, "--user", "nobody")).isEqualTo(2);
        assertThat(said()).contains("401");
        assertThat(command("invoices", file, "--user", "sales1")).isEqualTo(2);
        assertThat(said()).contains("403");
        assertThat(command("invoices", file)).isEqualTo(2);
        assertThat(said()).contains("400").contains("Region");
        assertThat(command("invoices", file, "--url", "http://localhost:1")).isEqualTo(2);
        assertThat(said()).contains("Nothing answers");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM data_import", Integer.class)).isZero();
    }
}
