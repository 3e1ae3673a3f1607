package dev.innkeeper.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody most likely meant. */
public final class Nearest {

    private Nearest() {}

    /** The known name with the fewest differing letters, where it is near at all. */
    public static Optional<String> to(String name, Collection<String> known) {
        String sought = plain(name);
        if (sought.isEmpty() || sought.length() > 64) {
            return Optional.empty();
        }
        return known.stream()
                .filter(each -> distance(sought, plain(each)) <= Math.max(2, sought.length() / 3))
                .min(
                        Comparator.comparingInt((String each) -> distance(sought, plain(each)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_.-]", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] line = new int[other.length() + 1];
            line[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                line[column] =
                        Math.min(
                                above[column - 1] + change,
                                1 + Math.min(above[column], line[column - 1]));
            }
            above = line;
        }
        return above[other.length()];
    }
}
