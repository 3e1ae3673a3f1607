package dev.innkeeper.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A shipped folder of diagrams in which a manager has made one edit. */
final class EditedFolder {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final DiagramReview review;
    private final String name;
    private final Map<String, byte[]> files;

    EditedFolder(DiagramReview review, String name) {
        this.review = review;
        this.name = name;
        this.files = DiagramReviewTest.files(name);
    }

    /** Replaces what stands exactly once in the file. */
    EditedFolder edit(String file, String before, String after) {
        var text = text(file);
        assertThat(text.split(Pattern.quote(before), -1)).as(before).hasSize(2);
        return put(file, text.replace(before, after));
    }

    /** Writes a file. */
    EditedFolder put(String file, String content) {
        files.put(file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Takes a file away. */
    EditedFolder remove(String file) {
        assertThat(files.remove(file)).as(file).isNotNull();
        return this;
    }

    /** A file as text. */
    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    /** The files by name. */
    Map<String, byte[]> files() {
        return files;
    }

    /** What the review finds. */
    List<Finding> findings() {
        return review.check(name, files);
    }

    /** That exactly this is found, as an error. */
    void isRefused(String file, String place, String english, String chinese) {
        isFound(Finding.Severity.ERROR, file, place, english, chinese);
    }

    /** That exactly this is found, as a warning. */
    void isWarnedOf(String file, String place, String english, String chinese) {
        isFound(Finding.Severity.WARNING, file, place, english, chinese);
    }

    private void isFound(
            Finding.Severity severity, String file, String place, String english, String chinese) {
        var findings = findings();
        assertThat(findings)
                .as("%s, %s: %s", file, place, english)
                .anySatisfy(
                        finding -> {
                            assertThat(finding.severity()).isEqualTo(severity);
                            assertThat(finding.file()).isEqualTo(file);
                            assertThat(finding.place()).matches(place);
                            var halves = finding.message().split(" \\| ", 2);
                            assertThat(halves).hasSize(2);
                            assertThat(halves[0]).contains(english);
                            assertThat(halves[1]).contains(chinese);
                        });
        assertThat(findings)
                .allSatisfy(
                        finding -> {
                            var halves = finding.message().split(" \\| ", 2);
                            assertThat(halves).hasSize(2);
                            assertThat(HAN.matcher(halves[0]).find()).as(halves[0]).isFalse();
                            assertThat(HAN.matcher(halves[1]).find()).as(halves[1]).isTrue();
                        });
        assertThat(findings).hasSizeLessThanOrEqualTo(4);
    }
}
