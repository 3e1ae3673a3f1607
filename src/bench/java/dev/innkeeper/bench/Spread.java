package dev.innkeeper.bench;

import java.util.Arrays;
import java.util.Locale;

/** Several measurements of one thing: the middle one, and from where to where they went. */
record Spread(double lowest, double median, double highest) {

    static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Round by round, since what disturbs a round disturbs both. */
    static Spread ofRatios(double[] ours, double[] theirs) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours[i] / theirs[i];
        }
        return of(ratios);
    }

    @Override
    public String toString() {
        return "%s (%s–%s)".formatted(figure(median), figure(lowest), figure(highest));
    }

    private static String figure(double value) {
        return String.format(
                Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
