package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Contribution;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Collects what the words of a text speak for: the heaviest category and dimension win, and the
 * gravest harm.
 */
public final class TriageOutcome extends Outcome<Triage> {

    private final Map<Category, Long> categories = new EnumMap<>(Category.class);
    private final Map<Category, Integer> gravities = new EnumMap<>(Category.class);
    private final Map<Category, List<Weighed>> spokenOf = new EnumMap<>(Category.class);
    private final Map<ServqualDimension, Long> dimensions = new EnumMap<>(ServqualDimension.class);
    private final Map<ServqualDimension, List<Weighed>> speakingFor =
            new EnumMap<>(ServqualDimension.class);
    private final Merged<Harm> harm = highest();
    private boolean lawyerOrPressNamed;

    /**
     * Something speaks for a category with its weight; of equally heavy categories the one of
     * higher gravity wins, then the earlier of the table.
     */
    @RuleCall(en = "Speaks for this category, with weight and gravity", zh = "指向此类别（权重、轻重）")
    public void category(Category category, int weight, int gravity, String reason) {
        categoryByWord(category, "", weight, gravity, reason);
    }

    /**
     * A word speaks for a category, as {@link #category}, once however often it occurs, since
     * guests repeat the names of things. The reason shows the words.
     */
    @RuleCall(
            en = "This word speaks for this category, with weight and gravity",
            zh = "此词指向此类别（权重、轻重）")
    public void categoryByWord(
            Category category, String word, int weight, int gravity, String reason) {
        spokenOf.computeIfAbsent(category, one -> new ArrayList<>())
                .add(new Weighed(because(reason, shown(word)), weight));
        categories.merge(category, (long) weight, Long::sum);
        gravities.merge(category, gravity, Math::max);
    }

    /** Something speaks for a dimension of service quality with its weight. */
    @RuleCall(en = "Speaks for this dimension, with weight", zh = "指向此服务质量维度（权重）")
    public void dimension(ServqualDimension dimension, int weight, String reason) {
        dimensionByWord(dimension, "", weight, reason);
    }

    /** A word speaks for a dimension, as {@link #dimension}. The reason shows the words. */
    @RuleCall(en = "This word speaks for this dimension, with weight", zh = "此词指向此服务质量维度（权重）")
    public void dimensionByWord(
            ServqualDimension dimension, String word, int weight, String reason) {
        speakingFor
                .computeIfAbsent(dimension, one -> new ArrayList<>())
                .add(new Weighed(because(reason, shown(word)), weight));
        dimensions.merge(dimension, (long) weight, Long::sum);
    }

    /** The guest suffered at least this harm. */
    @RuleCall(en = "At least this harm", zh = "至少有此损害")
    public void harm(Harm least, String reason) {
        harm.add(least, reason);
    }

    /** A word tells of at least this harm. The reason shows the words. */
    @RuleCall(en = "This word tells of at least this harm", zh = "此词表明至少有此损害")
    public void harmByWord(Harm least, String word, String reason) {
        harm.add(least, reason, shown(word));
    }

    /** The guest speaks of a lawyer or of the press. */
    @RuleCall(en = "Lawyer or press named", zh = "提及律师或媒体")
    public void lawyerOrPressNamed(String reason) {
        because(reason);
        lawyerOrPressNamed = true;
    }

    @Override
    protected Triage fold() {
        var ranked = ranked();
        if (ranked.isEmpty()) {
            throw new DecisionFailed("No rule gave a category. Add a baseline rule.");
        }
        var category = ranked.get(0);
        var dimension =
                dimensions.keySet().stream()
                        .max(
                                Comparator.<ServqualDimension>comparingLong(dimensions::get)
                                        .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow(
                                () ->
                                        new DecisionFailed(
                                                "No rule gave a dimension of service quality. Add a"
                                                        + " baseline rule."));
        lettingGiveWay(spokenOf, category, categories.get(category));
        lettingGiveWay(speakingFor, dimension, dimensions.get(dimension));
        sayingWhatElse(ranked);
        return new Triage(category, dimension, harm.required("harm"), lawyerOrPressNamed);
    }

    private List<Category> ranked() {
        return categories.keySet().stream()
                .sorted(
                        Comparator.<Category>comparingLong(categories::get)
                                .thenComparingInt(gravities::get)
                                .thenComparing(Comparator.reverseOrder())
                                .reversed())
                .toList();
    }

    /** What has no weight, as a baseline, decides only where nothing has. */
    private static <K> void lettingGiveWay(
            Map<K, List<Weighed>> all, K winner, long winningWeight) {
        all.forEach(
                (one, contributions) ->
                        contributions.stream()
                                .filter(
                                        given ->
                                                !one.equals(winner)
                                                        || given.weight() == 0 && winningWeight > 0)
                                .forEach(given -> given.contribution().giveWay()));
    }

    /** Whoever checks the triage sees which other categories were spoken of, heaviest first. */
    private void sayingWhatElse(List<Category> ranked) {
        var others = ranked.stream().skip(1).filter(one -> !words(one).isEmpty()).toList();
        if (!others.isEmpty()) {
            besides(
                    spokenOf.get(ranked.get(0)).get(0).contribution(),
                    "It also speaks of: %s | 另提到：%s"
                            .formatted(
                                    listed(others, Category::english, " (", ", ", ")", ", "),
                                    listed(others, Category::chinese, "（", "、", "）", "、")));
        }
    }

    private String listed(
            List<Category> all,
            Function<Category, String> name,
            String open,
            String between,
            String close,
            String next) {
        return String.join(
                next,
                all.stream()
                        .map(
                                one ->
                                        name.apply(one)
                                                + open
                                                + String.join(between, words(one))
                                                + close)
                        .toList());
    }

    private Set<String> words(Category category) {
        var words = new LinkedHashSet<String>();
        for (Weighed one : spokenOf.get(category)) {
            String word = one.contribution().evidence();
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** A word of the list without the sign for "and whatever follows". */
    private static String shown(String word) {
        return word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
    }

    @Override
    protected String headline(Triage triage) {
        return triage.category().name();
    }

    @Override
    protected String inWords(Triage triage) {
        return triage.category().english() + " | " + triage.category().chinese();
    }

    private record Weighed(Contribution contribution, int weight) {}
}
