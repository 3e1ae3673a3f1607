package dev.innkeeper.decision.table;

import static dev.innkeeper.decision.Rules.live;
import static dev.innkeeper.decision.Rules.load;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.Parcel.Customer;
import dev.innkeeper.decision.Parcel.Item;
import dev.innkeeper.decision.Parcel.Speed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decision tables: what they mean, and every mistake that would otherwise pass in silence. */
class TableReaderTest {

    private static final String TABLE =
            """
            RuleSet,parcel.price,,,
            ,,,,
            RuleTable Price by weight,,,,
            NAME,CONDITION,CONDITION,ACTION,DESCRIPTION
            ,Item...,Item...,,
            ,"grams >= $1, grams < $2",speed == Speed.$param,"outcome.cost($1, ""$2"");",
            Rule,Grams from to,Speed,Cents and reason,Remark
            Light parcels cost 100,"0, 500",,"100, Light | 轻",
            Heavy parcels cost 300,"500, 9999",,"300, Heavy | 重",usual
            Heavy express parcels cost 900 more,"500, 9999",EXPRESS,"900, Heavy and fast | 重且快",
            """;

    private static List<String> fired(
            dev.innkeeper.decision.load.RuleSet<?> rules, Record... facts) {
        return rules.ask(Facts.of(facts)).fired().stream().map(Fired::rule).toList();
    }

    private static List<String> problems(String table) {
        return load("price.drl.csv", table).problems().stream().map(Finding::toString).toList();
    }

    @Test
    void answersByRows() {
        try (var rules = live("price.drl.csv", TABLE)) {
            assertThat(fired(rules, Item.of(499, "1", Speed.EXPRESS)))
                    .containsExactly("Light parcels cost 100");
            assertThat(fired(rules, Item.of(500, "1", Speed.NORMAL)))
                    .containsExactly("Heavy parcels cost 300");
            var answer = rules.ask(Facts.of(Item.of(500, "1", Speed.EXPRESS)));
            assertThat(answer.result().cents()).isEqualTo(1200);
            assertThat(answer.fired())
                    .extracting(Fired::where)
                    .containsExactlyInAnyOrder("price.drl.csv:A9", "price.drl.csv:A10");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "RuleTable Price~RuelTable Price~cell A3: \"RuelTable Price by weight\" is unknown."
                        + " Did you mean RuleTable?",
                "NAME,CONDITION~NAME,CONDITON~cell B4: \"CONDITON\" is no header. Did you mean"
                        + " CONDITION?",
                "ACTION,DESC~ACTOIN,DESC~cell D4: \"ACTOIN\" is no header. Did you mean ACTION?",
                "NAME,COND~,COND~cell A4: The column has no header",
                "grams >= $1~gram >= $1~cell B8: Item has no field gram. Did you mean grams?",
                "speed == Speed.$param~~cell C6: The column says nothing to do with its values",
                "speed == Speed.$param~speed == EXPRESS~cell C6: The condition uses no $param",
                "Speed.$param~Sped.$param~cell C10: There is no list of values Sped",
                "9999\",EXPRESS~9999\",EXPRES~cell C10: Speed has no value EXPRES. Did you mean"
                        + " EXPRESS?",
                "\"0, 500\"~\"0; 500\"~cell B8: The cell holds 1 values, but the column needs 2.",
                "\"0, 500\"~\"500, 0\"~cell B8: These conditions on grams can never hold together.",
                "\"0, 500\"~\"zero, 500\"~cell B8: zero is no figure: write digits only",
                "\"100, Light | 轻\"~\"100, Light, cheap | 轻\"~cell D8: The cell holds 3 values, but"
                        + " the column needs 2.",
                "\"100, Light | 轻\"~\"100, Light\"~cell D8: The reason is one text in both"
                        + " languages",
                "\"100, Light | 轻\"~~cell A8: The row has no action",
                "\"100, Light | 轻\"~\"1.5, Light | 轻\"~cell D8: amount must be a whole number.",
                "outcome.cost(~outcome.cst(~cell D8: The outcome has no call cst. Did you mean"
                        + " cost?",
                "Light parcels cost 100~~cell A8: The row has no name.",
                "Light parcels cost 100~Heavy parcels cost 300~cell A9: The name \"Heavy parcels"
                        + " cost 300\" is used twice",
                "usual~a */ System.exit(7); /* b~cell E9: A remark may not contain */.",
                "RuleSet,parcel.price~Functions,void x() {}~cell A1: \"Functions\" is not allowed"
                        + " in a table",
                "RuleSet,parcel.price~Queries,query x end~cell A1: \"Queries\" is not allowed in a"
                        + " table",
                "RuleSet,parcel.price~Variables,java.lang.Runtime runtime~cell A1: \"Variables\" is"
                        + " not allowed",
                "RuleSet,parcel.price~Sequential,true~cell A1: \"Sequential\" is not allowed in a"
                        + " table",
                "RuleSet,parcel.price~Import,java.lang.Runtime~import java.lang.Runtime does not"
                        + " belong to this decision.",
                "RuleSet,parcel.price~see my notes,x~cell A1: \"see my notes\" stands outside every"
                        + " table.",
                ",Item...,Item...,,~,,,,~cell B5: The column names no fact.",
                ",Item...,Item...,,~,Itm...,Itm...,,~cell B8: There is no fact Itm in this"
                        + " decision. Did you mean Item?",
                "Light | 轻\"~Light | 轻...\"~cell D8: A cell may not end with three dots",
                "grams >= $1, grams < $2~grams~cell B6: The condition uses no $param or $1",
                "Light | 轻~Light\\ | 轻~cell D8: A cell may not contain",
                "Light parcels cost 100,~Light\u200B parcels cost 100,~line 8: There is an"
                        + " invisible character",
            })
    void namesTheCellOfAMistake(String right, String wrong, String message) {
        String broken = TABLE.replace(right, wrong == null ? "" : wrong);
        assertThat(broken).isNotEqualTo(TABLE);
        assertThat(problems(broken))
                .as(broken)
                .anySatisfy(problem -> assertThat(problem).contains(message));
    }

    @Test
    void refusesACellThatTriesToRunCode() {
        assertThat(
                        problems(
                                TABLE.replace("\"\"$2\"\"", "$2")
                                        .replace("Light |", "x); System.exit(7); // |")))
                .isNotEmpty();
        assertThat(
                        problems(
                                TABLE.replace(
                                        "\"0, 500\"",
                                        "\"0, 500) || eval(true) || Item(grams > 0\"")))
                .isNotEmpty();
        assertThat(problems(TABLE.replace(",EXPRESS,", ",NORMAL) from x; Item(,"))).isNotEmpty();
    }

    @Test
    void keepsCodeInATextATextAndNoMore() {
        String attack = TABLE.replace("Light |", "A\"\"); System.exit(7); // |");
        try (var rules = live("price.drl.csv", attack)) {
            assertThat(rules.ask(Facts.of(Item.of(1, "1", Speed.SLOW))).fired().get(0).reasons())
                    .containsExactly("A\"); System.exit(7); // | 轻");
        }
    }

    @Test
    void keepsQuotesOfACellInsideItsText() {
        String table =
                TABLE.replace(
                                "outcome.cost($1, \"\"$2\"\");",
                                "outcome.carrier(\"\"$param\"\", \"\"By hand | 人工\"\");")
                        .replace("\"100, Light | 轻\"", "\"The \"\"fast\"\" one\"")
                        .replace("\"300, Heavy | 重\"", "slow")
                        .replace("\"900, Heavy and fast | 重且快\"", "slow");
        try (var rules = live("price.drl.csv", table)) {
            assertThat(rules.ask(Facts.of(Item.of(1, "1", Speed.SLOW))).result().carrier())
                    .isEqualTo("The \"fast\" one");
        }
    }

    @Test
    void takesACellOfWholeArgumentsWithCommasInTheText() {
        String table =
                TABLE.replace("outcome.cost($1, \"\"$2\"\");", "outcome.cost($param);")
                        .replace("100, Light | 轻", "100, \"\"Light, cheap | 轻，便宜\"\"")
                        .replace("300, Heavy | 重", "300, \"\"Heavy | 重\"\"")
                        .replace("900, Heavy and fast | 重且快", "900, \"\"Fast | 快\"\"");
        try (var rules = live("price.drl.csv", table)) {
            var answer = rules.ask(Facts.of(Item.of(1, "1", Speed.SLOW)));
            assertThat(answer.fired().get(0).reasons()).containsExactly("Light, cheap | 轻，便宜");
        }
    }

    @Test
    void saysThatAFileWithSemicolonsHasThem() {
        assertThat(problems(TABLE.replace(',', ';')))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("line 3", "semicolons"));
    }

    @Test
    void saysThatACellMayNotHaveSeveralLines() {
        assertThat(problems(TABLE.replace("Light | 轻", "Light\n | 轻")))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem).contains("line 8", "quote is not closed"));
    }

    @Test
    void readsPastAByteOrderMarkAndRefusesGbk() {
        assertThat(problems("\uFEFF" + TABLE)).isEmpty();
        assertThat(load("price.drl.csv", TABLE.getBytes(Charset.forName("GBK"))).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("UTF-8"));
    }

    @Test
    void refusesATableWithoutARuleTableCell() {
        assertThat(problems(",,\n,,\n"))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("RuleTable"));
    }

    @Test
    void refusesTooManyRows() {
        var table = new StringBuilder(TABLE);
        for (int i = 0; i < Grid.MOST_ROWS; i++) {
            table.append("Row ").append(i).append(",\"0, 1\",,\"1, a | b\",\n");
        }
        assertThat(problems(table.toString()))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("5,000 rows"));
    }

    @Test
    void readsAWorkbookWithMergedCellsFormulasAndPercentages() throws IOException {
        try (var book = new XSSFWorkbook();
                var rules = live("price.drl.xlsx", bytes(sheet(book)))) {
            var answer =
                    rules.ask(Facts.of(Item.of(700, "1", Speed.EXPRESS), new Customer("Li", 3)));
            assertThat(answer.result().cents()).isEqualTo(600);
            assertThat(answer.fired())
                    .extracting(Fired::where)
                    .containsExactly("price.drl.xlsx:A6");
        }
    }

    @Test
    void namesTheCellOfAMistakeInAWorkbook() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = sheet(book);
            sheet.getSheetAt(0).getRow(5).getCell(2).setCellValue("EXPRES");
            assertThat(load("price.drl.xlsx", bytes(sheet)).problems())
                    .map(Finding::toString)
                    .singleElement()
                    .satisfies(
                            one ->
                                    assertThat(one)
                                            .startsWith(
                                                    "price.drl.xlsx, cell C6: Speed has no value"
                                                            + " EXPRES."));
        }
    }

    @Test
    void refusesCellsOfValuesMergedAcrossColumns() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = sheet(book);
            sheet.getSheetAt(0).addMergedRegion(new CellRangeAddress(5, 5, 1, 2));
            assertThat(load("price.drl.xlsx", bytes(sheet)).problems())
                    .map(Finding::toString)
                    .anySatisfy(
                            one ->
                                    assertThat(one)
                                            .contains(
                                                    "cell C6: Cells of values may not be merged"));
        }
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        assertThat(load("price.drl.xlsx", "PK not a zip").problems())
                .singleElement()
                .satisfies(one -> assertThat(one.toString()).contains("no workbook"));
    }

    @Test
    void refusesAWorkbookThatSwellsWhenUnpacked() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var swollen = new ByteArrayOutputStream();
            try (var in = new ZipInputStream(new ByteArrayInputStream(bytes(sheet(book))));
                    var out = new ZipOutputStream(swollen)) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    byte[] content = in.readAllBytes();
                    out.write(content);
                    if (entry.getName().endsWith("sheet1.xml")) {
                        out.write(" ".repeat(60_000_000).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            assertThat(swollen.size()).isLessThan(2_000_000);
            assertThat(load("price.drl.xlsx", swollen.toByteArray()).problems())
                    .singleElement()
                    .satisfies(one -> assertThat(one.toString()).contains("no workbook"));
        }
    }

    // the merged cell over B3:C3 has no cell of its own at C3, as spreadsheets write it
    private static XSSFWorkbook sheet(XSSFWorkbook book) {
        var sheet = book.createSheet();
        String[][] rows = {
            {"RuleTable Price"},
            {"NAME", "CONDITION", "CONDITION", "ACTION"},
            {"", "Item"},
            {
                "",
                "grams >= $param",
                "speed == Speed.$param",
                "outcome.cost($param, \"Heavy | 重\");"
            },
            {"Rule", "Grams", "Speed", "Cents"},
            {"Heavy express parcels cost 600", "", "EXPRESS", ""},
        };
        for (int r = 0; r < rows.length; r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                if (!rows[r][c].isEmpty()) {
                    row.createCell(c).setCellValue(rows[r][c]);
                }
            }
        }
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
        sheet.getRow(5).createCell(1).setCellValue(500);
        sheet.getRow(5).createCell(3).setCellFormula("B6+100");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return book;
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }
}
