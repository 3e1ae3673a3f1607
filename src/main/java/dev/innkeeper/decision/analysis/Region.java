package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.gate.Check;
import dev.innkeeper.decision.gate.Demand;
import dev.innkeeper.decision.gate.Operand;
import dev.innkeeper.decision.gate.Position;
import dev.innkeeper.decision.gate.ReadRule;
import dev.innkeeper.decision.gate.Vocabulary.FactType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The questions to which a rule fires.
 *
 * @param some the facts that must be there
 * @param none the facts that must not
 * @param beyond whatever else is asked, as written
 */
record Region(List<Part> some, List<Part> none, Set<String> beyond) {

    private static final int MOST_BOXES = 64;

    /**
     * Facts of one type.
     *
     * @param fact the type
     * @param boxes which of them: those in any of these; none where nothing can be asked for
     * @param written where each field is asked for
     */
    record Part(FactType fact, List<Box> boxes, Map<String, Position> written) {

        boolean includes(Part other) {
            return fact.name().equals(other.fact.name())
                    && other.boxes.stream()
                            .allMatch(box -> boxes.stream().anyMatch(one -> one.includes(box)));
        }

        boolean isApartFrom(Part other) {
            return isApartFrom(other.boxes);
        }

        boolean isApartFrom(List<Box> others) {
            for (Box box : boxes) {
                for (Box other : others) {
                    if (!box.isApartFrom(other)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    static Region of(ReadRule rule) {
        var region = new Region(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        rule.demands().forEach(region::add);
        return region;
    }

    private void add(Demand demand) {
        if (demand instanceof Demand.Some one) {
            some.add(part(one));
        } else if (demand instanceof Demand.Exists exists
                && exists.inner() instanceof Demand.Some one) {
            some.add(part(one));
        } else if (demand instanceof Demand.Not not && not.inner() instanceof Demand.Some one) {
            none.add(part(one));
        } else if (demand instanceof Demand.All all) {
            all.inner().forEach(this::add);
        } else {
            beyond.add(Wording.of(List.of(demand)));
        }
    }

    private static Part part(Demand.Some one) {
        List<Box> boxes = List.of(Box.ALL);
        var written = new HashMap<String, Position>();
        for (Demand.Asked asked : one.checks()) {
            var more = boxes(asked.check(), false);
            more.forEach(
                    box ->
                            box.fields()
                                    .keySet()
                                    .forEach(field -> written.putIfAbsent(field, asked.at())));
            boxes = and(boxes, more);
        }
        return new Part(one.fact(), boxes, written);
    }

    /** The facts for which a check holds, or, turned, does not. */
    static List<Box> boxes(Check check, boolean turned) {
        if (check instanceof Check.Opposite opposite) {
            return boxes(opposite.inner(), !turned);
        } else if (check instanceof Check.Both both) {
            var left = boxes(both.left(), turned);
            var right = boxes(both.right(), turned);
            return limited(turned ? or(left, right) : and(left, right), check, turned);
        } else if (check instanceof Check.Either either) {
            var left = boxes(either.left(), turned);
            var right = boxes(either.right(), turned);
            return limited(turned ? and(left, right) : or(left, right), check, turned);
        } else if (check instanceof Check.Comparison comparison) {
            return comparison(comparison, turned);
        } else if (check instanceof Check.Yes yes && yes.value() instanceof Operand.Here here) {
            return values(here, ValueSet.of(here.field(), "==", true).orElseThrow(), turned);
        } else if (check instanceof Check.Among among
                && among.value() instanceof Operand.Here here) {
            return among(among, here, turned);
        }
        return beyond(check, turned);
    }

    private static List<Box> comparison(Check.Comparison comparison, boolean turned) {
        if (comparison.left() instanceof Operand.Here here
                && comparison.right() instanceof Operand.Literal literal) {
            return ValueSet.of(here.field(), comparison.operator(), literal.value())
                    .map(values -> values(here, values, turned))
                    .orElseGet(() -> beyond(comparison, turned));
        } else if (comparison.left() instanceof Operand.Literal
                && comparison.right() instanceof Operand.Here) {
            String mirrored =
                    switch (comparison.operator()) {
                        case "<" -> ">";
                        case "<=" -> ">=";
                        case ">" -> "<";
                        case ">=" -> "<=";
                        default -> comparison.operator();
                    };
            return comparison(
                    new Check.Comparison(mirrored, comparison.right(), comparison.left()), turned);
        }
        return beyond(comparison, turned);
    }

    private static List<Box> among(Check.Among among, Operand.Here here, boolean turned) {
        var all = ValueSet.everything(here.field());
        if (all.isEmpty()) {
            return beyond(among, turned);
        }
        var in = all.get().not();
        for (Operand one : among.values()) {
            if (!(one instanceof Operand.Literal literal)) {
                return beyond(among, turned);
            }
            in = in.or(ValueSet.of(here.field(), "==", literal.value()).orElseThrow());
        }
        return values(here, in, turned != among.negated());
    }

    private static List<Box> values(Operand.Here here, ValueSet values, boolean turned) {
        var in = turned ? values.not() : values;
        return in.isEmpty() ? List.of() : List.of(Box.of(here.field().name(), in));
    }

    private static List<Box> beyond(Check check, boolean turned) {
        return List.of(Box.beyond(Wording.of(turned ? new Check.Opposite(check) : check)));
    }

    private static List<Box> limited(List<Box> boxes, Check check, boolean turned) {
        return boxes.size() > MOST_BOXES ? beyond(check, turned) : boxes;
    }

    static List<Box> and(List<Box> left, List<Box> right) {
        var both = new ArrayList<Box>(left.size() * right.size());
        for (Box one : left) {
            for (Box other : right) {
                var box = one.and(other);
                if (!box.isEmpty()) {
                    both.add(box);
                }
            }
        }
        return both;
    }

    /** Either; boxes that ask for one and the same field only become one. */
    private static List<Box> or(List<Box> left, List<Box> right) {
        var all = new ArrayList<>(left);
        for (Box box : right) {
            int same = -1;
            for (int i = 0; i < all.size() && same < 0; i++) {
                boolean alike =
                        box.beyond().isEmpty()
                                && all.get(i).beyond().isEmpty()
                                && box.fields().size() == 1
                                && box.fields().keySet().equals(all.get(i).fields().keySet());
                same = alike ? i : -1;
            }
            if (same < 0) {
                all.add(box);
                continue;
            }
            var field = box.fields().keySet().iterator().next();
            var joined = all.get(same).fields().get(field).or(box.fields().get(field));
            all.set(same, joined.isEverything() ? Box.ALL : Box.of(field, joined));
        }
        return all;
    }

    /** Whether this rule surely fires wherever the other does. */
    boolean includes(Region other) {
        for (Part part : some) {
            if (other.some.stream().noneMatch(part::includes)) {
                return false;
            }
        }
        for (Part part : none) {
            if (other.none.stream().noneMatch(one -> one.includes(part))) {
                return false;
            }
        }
        return other.beyond.containsAll(beyond);
    }

    /** Whether there is surely no question of at most one fact of each type to which both fire. */
    boolean isApartFrom(Region other) {
        for (Part part : some) {
            for (Part two : other.some) {
                if (part.fact().name().equals(two.fact().name()) && part.isApartFrom(two)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The facts for which both rules surely fire, where there is at most one of each type, by type;
     * empty where there are none, or where only the engine could tell.
     */
    Optional<Map<String, List<Box>>> overlap(Region other) {
        if (!beyond.equals(other.beyond)) {
            return Optional.empty();
        }
        var both = new HashMap<String, List<Box>>();
        for (Region one : List.of(this, other)) {
            for (Part part : one.some) {
                both.merge(part.fact().name(), part.boxes(), Region::and);
            }
        }
        for (var boxes : both.entrySet()) {
            if (boxes.getValue().isEmpty()
                    || !beyond(some, boxes.getKey()).equals(beyond(other.some, boxes.getKey()))) {
                return Optional.empty();
            }
        }
        for (Region one : List.of(this, other)) {
            for (Part part : one.none) {
                var there = both.get(part.fact().name());
                if (there != null && !part.isApartFrom(there)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(both);
    }

    /** What only the engine can work out; the same in both rules, it can hold for both. */
    private static Set<String> beyond(List<Part> parts, String fact) {
        var all = new HashSet<String>();
        parts.stream()
                .filter(part -> part.fact().name().equals(fact))
                .flatMap(part -> part.boxes().stream())
                .forEach(box -> all.addAll(box.beyond()));
        return all;
    }

    /** Whether the rule always fires. */
    boolean isEverywhere() {
        return some.isEmpty() && none.isEmpty() && beyond.isEmpty();
    }

    /** Whether it asks of facts of one type only, and nothing that only the engine can work out. */
    boolean isSimple() {
        return !some.isEmpty()
                && none.isEmpty()
                && beyond.isEmpty()
                && some.stream()
                        .allMatch(
                                part ->
                                        part.fact().name().equals(fact().name())
                                                && part.boxes().stream()
                                                        .allMatch(box -> box.beyond().isEmpty()));
    }

    /** The type of the first fact asked for. */
    FactType fact() {
        return some.get(0).fact();
    }

    /** The facts of a simple rule. */
    List<Box> boxes() {
        List<Box> all = List.of(Box.ALL);
        for (Part part : some) {
            all = and(all, part.boxes());
        }
        return all;
    }

    /** Whether the rule surely does not fire where there is a fact of these. */
    boolean isApart(String fact, Box box) {
        return some.stream()
                        .filter(part -> part.fact().name().equals(fact))
                        .anyMatch(part -> part.isApartFrom(List.of(box)))
                || none.stream()
                        .filter(part -> part.fact().name().equals(fact))
                        .anyMatch(part -> part.boxes().contains(Box.ALL));
    }

    /** The names of all fields asked for, with their facts. */
    Set<String> fields() {
        var all = new HashSet<String>();
        for (Part part : some) {
            part.written().keySet().forEach(field -> all.add(part.fact().name() + "." + field));
        }
        return all;
    }
}
