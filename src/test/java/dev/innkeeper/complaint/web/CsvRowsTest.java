package dev.innkeeper.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.api.CsvRows;
import dev.innkeeper.api.ProblemException;
import dev.innkeeper.api.RowSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    @Test
    void findsColumnsByNameInAnyOrder() throws IOException {
        var rows =
                read(
                        """
                        text,ID,Amount in dispute,guest.phone,in_house
                        太吵,R1,12.50,138,是
                        """);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).content())
                .hasToString(
                        "{\"text\":\"太吵\",\"externalId\":\"R1\",\"amountInDispute\":12.50,"
                            + "\"guest\":{\"phone\":\"138\"},\"inHouse\":true,\"channel\":\"WEB\"}");
    }

    @Test
    void doesNotMindWhatSpreadsheetsDragAlong() throws IOException {
        var rows = read("\uFEFFid;\u00A0text \r\nR1;\u00A0 noisy\u3000\r\n\r\nR2;\"a;b\"\r\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).content().path("text").textValue()).isEqualTo("noisy");
        assertThat(rows.get(1).content().path("text").textValue()).isEqualTo("a;b");
    }

    @Test
    void namesTheLineWhereARowBegins() throws IOException {
        var rows = read("id,text\nR1,\"two\nlines\"\n\nR2,one\n");
        assertThat(rows).extracting(RowSource.Raw::line).containsExactly(2L, 5L);
    }

    @Test
    void refusesARowInAnotherEncodingAlone() throws IOException {
        byte[] utf8 = "id,text\nR1,好\nR2,".getBytes(StandardCharsets.UTF_8);
        byte[] gbk = "空调坏了\nR3,ok\n".getBytes(Charset.forName("GB18030"));
        byte[] all = new byte[utf8.length + gbk.length];
        System.arraycopy(utf8, 0, all, 0, utf8.length);
        System.arraycopy(gbk, 0, all, utf8.length, gbk.length);
        var rows = read(all, StandardCharsets.UTF_8);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).content()).isNull();
        assertThat(rows.get(1).problems().get(0).field()).isEqualTo("text");
        assertThat(rows.get(1).problems().get(0).remedy()).contains("UTF-8");
        assertThat(rows.get(2).content()).isNotNull();
    }

    @Test
    void readsTheEncodingThatIsNamed() throws IOException {
        var chinese = Charset.forName("GB18030");
        var rows = read("id,text\nR1,空调坏了\n".getBytes(chinese), chinese);
        assertThat(rows.get(0).content().path("text").textValue()).isEqualTo("空调坏了");
    }

    @Test
    void refusesARowWithTooManyCells() throws IOException {
        var rows = read("id,text\nR1,so loud, all night\n");
        assertThat(rows.get(0).content()).isNull();
        assertThat(rows.get(0).problems().get(0).message()).contains("3 cells");
        assertThat(rows.get(0).problems().get(0).remedy()).contains("quotes");
    }

    @Test
    void refusesAFileWithAnUnknownColumn() {
        assertThatThrownBy(() -> read("id,txet\nR1,a\n"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> {
                            assertThat(refused.problem().field()).isEqualTo("txet");
                            assertThat(refused.problem().remedy()).contains("\"text\"");
                        });
    }

    @Test
    void refusesAFileWithoutTextOrWithoutAnything() {
        assertThatThrownBy(() -> read("id,channel\nR1,WEB\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("text");
        assertThatThrownBy(() -> read("")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read("text,text\na,b\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void namesTheCellThatIsNoNumberAndNoAnswer() throws IOException {
        var rows = read("text,amountInDispute,inHouse\na,¥12,maybe\n");
        assertThat(rows.get(0).problems())
                .extracting(problem -> problem.field())
                .containsExactly("amountInDispute", "inHouse");
    }

    private static List<RowSource.Raw> read(String file) throws IOException {
        return read(file.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static List<RowSource.Raw> read(byte[] file, Charset charset) throws IOException {
        var source =
                new CsvRows(new ByteArrayInputStream(file), charset, ComplaintBatch.layout("WEB"));
        List<RowSource.Raw> rows = new ArrayList<>();
        for (var row = source.next(); row != null; row = source.next()) {
            rows.add(row);
        }
        return rows;
    }
}
