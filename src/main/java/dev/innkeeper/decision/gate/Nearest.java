package dev.innkeeper.decision.gate;

import java.util.Collection;
import java.util.Locale;

/** Finds the known word that was probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * A sentence that names the nearest known word, or else all of them.
     *
     * @return {@code " Did you mean …?"} with a leading blank, as English and Chinese halves
     */
    static String[] suggest(String wrong, Collection<String> known) {
        String best = to(wrong, known);
        if (!best.isEmpty()) {
            return new String[] {" Did you mean %s?".formatted(best), "是否指%s？".formatted(best)};
        }
        String all = String.join(", ", known);
        return new String[] {" Known are: %s.".formatted(all), "可用的有：%s。".formatted(all)};
    }

    /** The nearest known word, or empty where none is near. */
    public static String to(String wrong, Collection<String> known) {
        String lower = wrong.toLowerCase(Locale.ROOT);
        String best = "";
        int fewest = Math.max(2, wrong.length() / 3) + 1;
        for (String candidate : known) {
            int changes = changes(lower, candidate.toLowerCase(Locale.ROOT));
            if (changes < fewest) {
                fewest = changes;
                best = candidate;
            }
        }
        return best;
    }

    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
