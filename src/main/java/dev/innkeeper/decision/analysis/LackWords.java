package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.FreeText;
import dev.innkeeper.decision.analysis.NearMiss.Lack;
import dev.innkeeper.decision.analysis.NearMisses.Failed;
import dev.innkeeper.decision.gate.Check;
import dev.innkeeper.decision.gate.Operand;
import dev.innkeeper.decision.gate.ReadRule;
import dev.innkeeper.decision.gate.Vocabulary.FactType;
import dev.innkeeper.decision.gate.Vocabulary.Field;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words why a condition did not hold. */
final class LackWords {

    private final Facing facing;

    LackWords(Facing facing) {
        this.facing = facing;
    }

    Lack lack(ReadRule rule, Failed failed) {
        var asked = failed.asked();
        var check = failed.check();
        var fact = failed.some().fact();
        if (asked == null || check == null) {
            return ofFact(rule, failed);
        }
        String place = rule.places().of(asked.at());
        String written = asked.written().replace(" | ", " / ");
        var looked = NearMisses.looked(check);
        var field =
                looked instanceof Operand.Here here
                        ? here.field()
                        : looked instanceof Operand.There there ? there.field() : null;
        String key =
                looked instanceof Operand.There there
                        ? there.fact().name() + "." + there.field().name()
                        : field == null ? fact.name() : fact.name() + "." + field.name();
        String label = field == null ? label(fact) : label(field);
        if (failed.fact() == null) {
            return new Lack(
                    place,
                    written,
                    key,
                    label,
                    "",
                    "needed %s, but there was no %s | 需要%s，但没有%s"
                            .formatted(
                                    written,
                                    fact.name(),
                                    written,
                                    fact.chinese().isEmpty() ? fact.name() : fact.chinese()));
        }
        var value =
                looked == null || field == null
                        ? null
                        : facing.value(looked, failed.fact(), failed.bound());
        boolean secret = NearMisses.operands(check).anyMatch(LackWords::isFreeText);
        return new Lack(
                place,
                written,
                key,
                label,
                secret ? "…" : value == null ? "" : shown(value, ""),
                sentence(
                        needed(check, written, field, false),
                        needed(check, written, field, true),
                        secret ? "…" : was(check, value, failed, "missing"),
                        secret ? "…" : was(check, value, failed, "缺失")));
    }

    private Lack ofFact(ReadRule rule, Failed failed) {
        var fact = failed.some().fact();
        boolean there = !facing.of(fact.type()).isEmpty();
        String name = fact.chinese().isEmpty() ? fact.name() : fact.chinese();
        return new Lack(
                rule.places().of(failed.some().at()),
                fact.name(),
                fact.name(),
                label(fact),
                "",
                there
                        ? "needed no such %s, but there was one | 不应有此%s，但存在"
                                .formatted(fact.name(), name)
                        : "needed %s, but there was none | 需要%s，但没有".formatted(fact.name(), name));
    }

    private static String sentence(String needed, String neededZh, String was, String wasZh) {
        return "needed %s, was %s | 需要%s，实际为%s".formatted(needed, was, neededZh, wasZh);
    }

    private static String needed(
            Check check, String written, @Nullable Field field, boolean chinese) {
        if (field == null) {
            return written;
        }
        String name = chinese && !field.chinese().isEmpty() ? field.chinese() : field.name();
        if (check instanceof Check.Yes) {
            return name + " == true";
        } else if (check instanceof Check.Opposite opposite
                && opposite.inner() instanceof Check.Yes) {
            return name + " == false";
        } else if (check instanceof Check.Comparison comparison
                && comparison.left() instanceof Operand.Here
                && comparison.right() instanceof Operand.Literal literal) {
            return name
                    + " "
                    + comparison.operator()
                    + " "
                    + shown(plain(literal.value()), chinese ? "缺失" : "missing");
        }
        return written;
    }

    private String was(Check check, @Nullable Object value, Failed failed, String missing) {
        if (check instanceof Check.Comparison comparison
                && !(comparison.left() instanceof Operand.Literal)
                && !(comparison.right() instanceof Operand.Literal)
                && failed.fact() != null) {
            return shown(facing.value(comparison.left(), failed.fact(), failed.bound()), missing)
                    + " : "
                    + shown(
                            facing.value(comparison.right(), failed.fact(), failed.bound()),
                            missing);
        }
        return shown(value, missing);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
    }

    private static String shown(@Nullable Object value, String missing) {
        if (value == null) {
            return missing;
        } else if (value instanceof BigDecimal amount) {
            return new DecimalFormat(
                            "#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT))
                    .format(amount);
        }
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }

    private static String label(FactType fact) {
        return fact.english().isEmpty() ? fact.name() : fact.english() + " | " + fact.chinese();
    }

    private static String label(Field field) {
        return field.english().isEmpty() ? field.name() : field.english() + " | " + field.chinese();
    }

    private static boolean isFreeText(Operand operand) {
        if (operand instanceof Operand.Calculation calculation) {
            return isFreeText(calculation.left()) || isFreeText(calculation.right());
        } else if (operand instanceof Operand.Here here) {
            return isFreeText(here.field());
        }
        return operand instanceof Operand.There there && isFreeText(there.field());
    }

    private static boolean isFreeText(Field field) {
        return Arrays.stream(field.accessor().getDeclaringClass().getRecordComponents())
                .anyMatch(
                        component ->
                                component.getName().equals(field.name())
                                        && component.isAnnotationPresent(FreeText.class));
    }
}
