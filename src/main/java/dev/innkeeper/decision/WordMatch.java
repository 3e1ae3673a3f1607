package dev.innkeeper.decision;

/**
 * A word of the decision's {@code words.csv} that was found in a {@link FreeText}. Offered to every
 * decision that lists this type among its facts; callers never create one.
 *
 * <p>A word inside a longer word of the same aspect does not count ("not clean" hides "clean").
 */
@Fact(en = "A word found in the text", zh = "文本中出现的词")
public record WordMatch(
        @Fact(en = "What the word speaks about", zh = "该词涉及的方面") String aspect,
        @Fact(en = "What the word stands for", zh = "该词代表的值") String value,
        @Fact(en = "The word as listed", zh = "词表中的词") String word,
        @Fact(en = "Weight of the word", zh = "该词的权重", values = "1 to 100") int weight,
        @Fact(en = "How often it occurs", zh = "出现次数") int times) {}
