package dev.innkeeper.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static final String TEXT = "id,text\nR1,\"空调\n坏了\"\n\nR2,太吵\n";

    @TempDir private Path folder;

    @Test
    void findsOutTheEncoding() throws IOException {
        for (var charset :
                List.of(
                        StandardCharsets.UTF_8,
                        Charset.forName("GB18030"),
                        StandardCharsets.UTF_16)) {
            var file = read(TEXT.getBytes(charset));
            assertThat(file.charset()).isEqualTo(charset);
            assertThat(file.rows())
                    .extracting(row -> row.cells().get(0))
                    .containsExactly("R1", "R2");
            assertThat(file.rows().get(1).cells().get(1)).isEqualTo("太吵");
        }
    }

    @Test
    void knowsTheLineOfEachRow() throws IOException {
        assertThat(read(TEXT.getBytes(StandardCharsets.UTF_8)).rows())
                .extracting(Table.Row::line)
                .containsExactly(2L, 4L);
    }

    @Test
    void leavesTheByteOrderMarkOut() throws IOException {
        var file = read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));
        assertThat(file.header()).containsExactly("id", "text");
    }

    @Test
    void refusesAFileWithoutRows() {
        assertThatThrownBy(() -> read("id,text\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("no rows");
    }

    private Table read(byte[] bytes) throws IOException {
        return Table.read(Files.write(folder.resolve("complaints.csv"), bytes), null);
    }
}
