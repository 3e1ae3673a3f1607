package dev.innkeeper.decision.words;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Aspect;
import dev.innkeeper.decision.WordMatch;
import dev.innkeeper.decision.gate.Nearest;
import dev.innkeeper.decision.gate.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a {@code words.csv}: header {@code word,aspect,value,weight}, one meaning of a word a line.
 */
public final class WordList {

    /** The name of the file in the decision's folder. */
    public static final String FILE = "words.csv";

    private static final List<String> HEADER = List.of("word", "aspect", "value", "weight");
    private static final int LONGEST_WORD = 100;
    private static final int HEAVIEST = 100;

    private final List<Aspect> aspects;
    private final List<Finding> problems = new ArrayList<>();
    private final List<WordMatch> meanings = new ArrayList<>();

    /**
     * A reader of words.
     *
     * @param aspects what words may speak about
     */
    public WordList(List<Aspect> aspects) {
        this.aspects = aspects;
    }

    /**
     * Reads the file; what is wrong is in {@link #problems()}, and good lines are taken all the
     * same.
     */
    public void read(byte[] content) {
        try {
            String text = SourceText.decode(content);
            var format = CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).get();
            try (var parser = format.parse(new StringReader(text))) {
                lines(parser.iterator(), parser::getCurrentLineNumber);
            }
        } catch (SourceText.UnreadableText e) {
            problems.add(Finding.error(FILE, "line " + e.line(), e.getMessage()));
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
            error(
                    1,
                    "The file cannot be read as CSV: a quote is not closed, perhaps. |"
                            + " 无法按CSV读取：可能有引号未闭合。");
        }
    }

    private void lines(
            java.util.Iterator<CSVRecord> lines, java.util.function.LongSupplier number) {
        if (!lines.hasNext() || !lines.next().toList().equals(HEADER)) {
            error(
                    1,
                    "The first line must be word,aspect,value,weight. |"
                            + " 第一行必须是word,aspect,value,weight。");
            return;
        }
        Map<String, Long> seen = new HashMap<>();
        while (lines.hasNext()) {
            var line = lines.next();
            meaning(line, number.getAsLong(), seen);
        }
    }

    private void meaning(CSVRecord line, long number, Map<String, Long> seen) {
        if (line.size() == 1 && line.get(0).isEmpty() || line.get(0).startsWith("#")) {
            return;
        }
        if (line.size() != HEADER.size()) {
            error(
                    number,
                    "The line has %d columns, not 4: quote a word that holds a comma. | 该行有%1$d列而不是4列：含逗号的词请加引号。"
                            .formatted(line.size()));
            return;
        }
        String word = line.get(0);
        String plain =
                Words.plain(word.endsWith("*") ? word.substring(0, word.length() - 1) : word);
        if (plain.isBlank() || plain.length() > LONGEST_WORD || plain.indexOf('*') >= 0) {
            error(
                    number,
                    "A word has 1 to 100 characters, and * only at its end. |"
                            + " 词长为1到100个字符，*只能放在词尾。");
            return;
        }
        String aspect = line.get(1);
        var known = aspects.stream().filter(one -> one.name().equals(aspect)).findFirst();
        if (known.isEmpty()) {
            unknown(number, "aspect", "方面", aspect, aspects.stream().map(Aspect::name).toList());
            return;
        }
        String value = line.get(2);
        if (!known.get().values().contains(value)) {
            unknown(number, aspect, aspect, value, known.get().values());
            return;
        }
        String weight = line.get(3);
        if (!weight.matches("[0-9]{1,3}")
                || Integer.parseInt(weight) < 1
                || Integer.parseInt(weight) > HEAVIEST) {
            error(number, "The weight is a whole number from 1 to 100. | 权重须为1到100的整数。");
            return;
        }
        var before = seen.putIfAbsent(plain + '\n' + aspect + '\n' + value, number);
        if (before != null) {
            error(
                    number,
                    "\"%s\" already stands in line %d with this value. Delete one. | \"%1$s\"在第%2$d行已有相同取值，请删除一行。"
                            .formatted(word, before));
            return;
        }
        meanings.add(new WordMatch(aspect, value, word, Integer.parseInt(weight), 1));
    }

    private void unknown(
            long number, String english, String chinese, String wrong, List<String> known) {
        String near = Nearest.to(wrong, known);
        String all = near.isEmpty() ? String.join(", ", known) : near;
        error(
                number,
                ("There is no %s \"%s\"; "
                                        + (near.isEmpty() ? "known are: %s." : "did you mean %s?"))
                                .formatted(english, wrong, all)
                        + (near.isEmpty() ? " | 没有%s“%s”；可用的有：%s。" : " | 没有%s“%s”；是否指%s？")
                                .formatted(chinese, wrong, all));
    }

    private void error(long line, String message) {
        problems.add(Finding.error(FILE, "line " + line, message));
    }

    /** The words as read so far. */
    public Words words() {
        return new Words(meanings);
    }

    /** What is wrong with the file. */
    public List<Finding> problems() {
        return List.copyOf(problems);
    }
}
