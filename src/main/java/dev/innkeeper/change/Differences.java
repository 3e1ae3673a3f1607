package dev.innkeeper.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.innkeeper.decision.table.TableText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How files differ, line by line; spreadsheets row by row. */
@Service
public class Differences {

    private static final int CONTEXT = 3;

    private final ReleaseDesk releases;
    private final DraftDesk desk;
    private final Drafts drafts;

    Differences(ReleaseDesk releases, DraftDesk desk, Drafts drafts) {
        this.releases = releases;
        this.desk = desk;
        this.drafts = drafts;
    }

    /**
     * How a file differs.
     *
     * @param path such as {@code rules/complaint/grading/severity.drl.csv}
     * @param kind whether it was added, changed or deleted
     * @param lines the unified difference, empty where the content cannot be shown as text
     */
    @Schema(name = "FileDifference")
    public record Difference(String path, ChangedFile.Kind kind, List<String> lines) {}

    /** How a release differs from another one. */
    public List<Difference> between(long from, long to) {
        var units = releases.differing(to, from);
        var gone = releases.differing(from, to);
        return between(releases.files(gone), releases.files(units));
    }

    /** How a draft differs from what is live. */
    public List<Difference> ofDraft(long draft) {
        desk.find(draft);
        long live = releases.live();
        var differences = new ArrayList<Difference>();
        for (DraftFile file : drafts.files(draft)) {
            var difference =
                    between(
                            file.path(),
                            releases.file(live, file.path()).orElse(null),
                            file.content());
            if (difference != null) {
                differences.add(difference);
            }
        }
        return differences;
    }

    private static List<Difference> between(Map<String, byte[]> from, Map<String, byte[]> to) {
        var paths = new TreeSet<>(from.keySet());
        paths.addAll(to.keySet());
        var differences = new ArrayList<Difference>();
        for (String path : paths) {
            var difference = between(path, from.get(path), to.get(path));
            if (difference != null) {
                differences.add(difference);
            }
        }
        return differences;
    }

    private static @Nullable Difference between(
            String path, byte @Nullable [] from, byte @Nullable [] to) {
        if (Arrays.equals(from, to)) {
            return null;
        }
        var kind =
                from == null
                        ? ChangedFile.Kind.ADDED
                        : to == null ? ChangedFile.Kind.DELETED : ChangedFile.Kind.CHANGED;
        var before = lines(path, from);
        var after = lines(path, to);
        if (before == null || after == null) {
            return new Difference(path, kind, List.of());
        }
        return new Difference(
                path,
                kind,
                UnifiedDiffUtils.generateUnifiedDiff(
                        path, path, before, DiffUtils.diff(before, after), CONTEXT));
    }

    private static @Nullable List<String> lines(String path, byte @Nullable [] content) {
        if (content == null) {
            return List.of();
        }
        var table = TableText.of(path, content);
        if (table.isPresent()) {
            return table.get().lines().toList();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
