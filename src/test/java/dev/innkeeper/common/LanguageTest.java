package dev.innkeeper.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "zh, CHINESE",
        "'zh-CN,zh;q=0.9', CHINESE",
        "'en-GB,zh;q=0.5', ENGLISH",
        "'fr,zh;q=0.5,en;q=0.1', CHINESE",
        "'en;q=0.1,zh', CHINESE",
        "fr, ENGLISH",
        "*, ENGLISH",
        "zh-CN-x-$$$, ENGLISH",
        ", ENGLISH"
    })
    void followsTheOrderThatIsAskedFor(String header, Language expected) {
        assertThat(Language.ofHeader(header)).isEqualTo(expected);
    }

    @Test
    void takesOneHalfOfABilingualSentence() {
        assertThat(Language.ENGLISH.of("Shorten it. | 请缩短文字。")).isEqualTo("Shorten it.");
        assertThat(Language.CHINESE.of("Shorten it. | 请缩短文字。")).isEqualTo("请缩短文字。");
        assertThat(Language.CHINESE.of("one half only")).isEqualTo("one half only");
    }
}
