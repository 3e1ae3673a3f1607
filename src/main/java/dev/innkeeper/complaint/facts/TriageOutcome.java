package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * Collects what the words of a text speak for: the heaviest category and dimension win, and the
 * gravest harm.
 */
public final class TriageOutcome extends Outcome<Triage> {

    private final Map<Category, Long> categories = new EnumMap<>(Category.class);
    private final Map<Category, Integer> gravities = new EnumMap<>(Category.class);
    private final Map<ServqualDimension, Long> dimensions = new EnumMap<>(ServqualDimension.class);
    private final Merged<Harm> harm = highest();
    private boolean lawyerOrPressNamed;

    /**
     * A word speaks for a category with its weight, once however often it occurs, since guests
     * repeat the names of things; of equally heavy categories the one of higher gravity wins, then
     * the earlier of the table.
     */
    @RuleCall(en = "Speaks for this category, with weight and gravity", zh = "指向此类别（权重、轻重）")
    public void category(Category category, int weight, int gravity, String reason) {
        because(reason);
        categories.merge(category, (long) weight, Long::sum);
        gravities.merge(category, gravity, Math::max);
    }

    /** A word speaks for a dimension of service quality with its weight. */
    @RuleCall(en = "Speaks for this dimension, with weight", zh = "指向此服务质量维度（权重）")
    public void dimension(ServqualDimension dimension, int weight, String reason) {
        because(reason);
        dimensions.merge(dimension, (long) weight, Long::sum);
    }

    /** The guest suffered at least this harm. */
    @RuleCall(en = "At least this harm", zh = "至少有此损害")
    public void harm(Harm least, String reason) {
        harm.add(least, reason);
    }

    /** The guest speaks of a lawyer or of the press. */
    @RuleCall(en = "Lawyer or press named", zh = "提及律师或媒体")
    public void lawyerOrPressNamed(String reason) {
        because(reason);
        lawyerOrPressNamed = true;
    }

    @Override
    protected Triage fold() {
        var category =
                categories.keySet().stream()
                        .max(
                                Comparator.<Category>comparingLong(categories::get)
                                        .thenComparingInt(gravities::get)
                                        .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow(
                                () ->
                                        new DecisionFailed(
                                                "No rule gave a category. Add a baseline rule."));
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
        return new Triage(category, dimension, harm.required("harm"), lawyerOrPressNamed);
    }

    @Override
    protected String headline(Triage triage) {
        return triage.category().name();
    }
}
