package dev.innkeeper.common;

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
        int most = Math.min(sought.length() - 1, Math.max(1, sought.length() / 3));
        return known.stream()
                .filter(each -> distance(sought, plain(each)) <= most)
                .min(
                        Comparator.comparingInt((String each) -> distance(sought, plain(each)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_.-]", "").toLowerCase(Locale.ROOT);
    }

    /** Letters to add, leave out, change, or swap with their neighbour. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                if (row == 0 || column == 0) {
                    steps[row][column] = row + column;
                    continue;
                }
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                int least =
                        Math.min(
                                steps[row - 1][column - 1] + change,
                                1 + Math.min(steps[row - 1][column], steps[row][column - 1]));
                if (row > 1
                        && column > 1
                        && one.charAt(row - 1) == other.charAt(column - 2)
                        && one.charAt(row - 2) == other.charAt(column - 1)) {
                    least = Math.min(least, steps[row - 2][column - 2] + 1);
                }
                steps[row][column] = least;
            }
        }
        return steps[one.length()][other.length()];
    }
}
