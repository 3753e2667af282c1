package io.hostpulse.common.text;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Draws values as a row of bars, lowest to highest. */
public final class Sparkline {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int MOST_BARS = 30;

    private Sparkline() {}

    /**
     * Draws.
     *
     * @param values oldest first; those that are not finite are left out
     * @return at most 30 bars, each the highest of its share of the values; empty without values
     */
    public static String of(List<Double> values) {
        List<Double> shown = highest(values);
        DoubleSummaryStatistics range =
                shown.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        StringBuilder bars = new StringBuilder(shown.size());
        shown.forEach(value -> bars.append(bar(value, range)));
        return bars.toString();
    }

    /**
     * Reduces values to as many as are drawn.
     *
     * @param values oldest first; those that are not finite are left out
     * @return at most 30 finite values, each the highest of its share of the values
     */
    public static List<Double> highest(List<Double> values) {
        List<Double> finite = values.stream().filter(Double::isFinite).toList();
        int bars = Math.min(MOST_BARS, finite.size());
        List<Double> highest = new ArrayList<>(bars);
        for (int i = 0; i < bars; i++) {
            List<Double> share = finite.subList(i * finite.size() / bars, (i + 1) * finite.size() / bars);
            highest.add(share.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        }
        return highest;
    }

    private static char bar(double value, DoubleSummaryStatistics range) {
        double height = range.getMax() - range.getMin();
        int step = height > 0 ? (int) ((value - range.getMin()) / height * (BARS.length() - 1)) : 0;
        return BARS.charAt(step);
    }
}
