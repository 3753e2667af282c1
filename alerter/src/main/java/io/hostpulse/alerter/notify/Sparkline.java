package io.hostpulse.alerter.notify;

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
     * @param points values, oldest first
     * @return at most 30 bars, each the highest of its share of the points; empty without points
     */
    public static String of(List<AlertContext.Point> points) {
        List<Double> values = values(points);
        DoubleSummaryStatistics range =
                values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        StringBuilder bars = new StringBuilder(values.size());
        values.forEach(value -> bars.append(bar(value, range)));
        return bars.toString();
    }

    /**
     * Reduces points to as many as are drawn.
     *
     * @param points values, oldest first
     * @return at most 30 finite values, each the highest of its share of the points
     */
    public static List<Double> values(List<AlertContext.Point> points) {
        return highest(points.stream()
                .map(AlertContext.Point::value)
                .filter(Double::isFinite)
                .toList());
    }

    private static List<Double> highest(List<Double> values) {
        int bars = Math.min(MOST_BARS, values.size());
        List<Double> highest = new ArrayList<>(bars);
        for (int i = 0; i < bars; i++) {
            List<Double> share = values.subList(i * values.size() / bars, (i + 1) * values.size() / bars);
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
