package dev.innkeeper.decision.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Parcel;
import dev.innkeeper.decision.WordMatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final String HEADER = "word,aspect,value,weight\n";

    private static WordList list(String lines) {
        var list = new WordList(Parcel.PRICE.aspects());
        list.read((HEADER + lines).getBytes(StandardCharsets.UTF_8));
        return list;
    }

    private static List<String> found(String lines, String text) {
        var list = list(lines);
        assertThat(list.problems()).isEmpty();
        return list.words().in(text).stream().map(WordMatch::word).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "glass, A Glass bowl, true",
        "glass, glasses, false",
        "glass*, glasses, true",
        "glass*, fibreglass, false",
        "glass, fibreglass, false",
        "glass, （ＧＬＡＳＳ）, true",
        "玻璃, 小心玻璃杯, true",
        "易碎, 不易碎的, true",
        "don't drop, please don’t   drop it, true",
        "wi-fi, the wi-fi router, true",
        "5g, 5g phone, true",
        "5g, 15g, false",
        "VIP客人, 这是vip客人的, true",
    })
    void findsAWordWhereAReaderWould(String word, String text, boolean found) {
        assertThat(found(word + ",care,FRAGILE,1", text)).hasSize(found ? 1 : 0);
    }

    @Test
    void letsALongerWordHideOnesInsideItOfTheSameAspect() {
        String lines = "clean,care,FRAGILE,1\nnot clean,care,URGENT,1\nclean,speed,SLOW,1\n";
        assertThat(found(lines, "It was not clean.")).containsExactly("not clean", "clean");
        assertThat(found(lines, "not clean, then clean"))
                .containsExactly("not clean", "clean", "clean");
    }

    @Test
    void countsHowOftenAWordOccurs() {
        assertThat(list("glass,care,FRAGILE,7").words().in("Glass, glass and more glass"))
                .containsExactly(new WordMatch("care", "FRAGILE", "glass", 7, 3));
    }

    @Test
    void givesEachMeaningOfAWord() {
        assertThat(found("now,care,URGENT,1\nnow,speed,EXPRESS,1", "now")).hasSize(2);
    }

    @Test
    void readsOnlyTheBeginningOfAnEndlessText() {
        assertThat(found("glass,care,FRAGILE,1", "x ".repeat(20_000) + "glass")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "glass,cre,FRAGILE,1~line 2: There is no aspect \"cre\"; did you mean care?",
                "glass,care,FRAGIL,1~line 2: There is no care \"FRAGIL\"; did you mean FRAGILE?",
                "glass,care,FRAGILE,0~line 2: The weight is a whole number from 1 to 100.",
                "glass,care,FRAGILE,x~line 2: The weight is a whole number from 1 to 100.",
                "glass,care,FRAGILE~line 2: The line has 3 columns, not 4",
                ",care,FRAGILE,1~line 2: A word has 1 to 100 characters",
                "gl*ass,care,FRAGILE,1~line 2: A word has 1 to 100 characters, and * only at its"
                        + " end.",
            })
    void namesTheLineOfAMistake(String line, String message) {
        assertThat(list(line).problems())
                .map(Finding::toString)
                .singleElement()
                .satisfies(one -> assertThat(one).contains("words.csv, " + message));
    }

    @Test
    void refusesTheSameWordTwiceWithTheSameValue() {
        assertThat(list("Glass,care,FRAGILE,1\nglass,care,FRAGILE,2").problems())
                .map(Finding::toString)
                .singleElement()
                .satisfies(one -> assertThat(one).contains("line 3", "already stands in line 2"));
    }

    @Test
    void refusesAnotherHeader() {
        var list = new WordList(Parcel.PRICE.aspects());
        list.read("word;aspect;value;weight\n".getBytes(StandardCharsets.UTF_8));
        assertThat(list.problems())
                .singleElement()
                .satisfies(one -> assertThat(one.place()).isEqualTo("line 1"));
    }
}
