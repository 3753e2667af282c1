package io.hostpulse.common.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;

/** Draws what a value did over a time as a row of bars, lowest to highest. A time without a value stays empty. */
public final class Sparkline {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int MOST_BARS = 30;

    private Sparkline() {}

    /**
     * A value at a time.
     *
     * @param at when, epoch nanoseconds
     * @param value what; one that is not finite is left out
     */
    public record Point(long at, double value) {}

    /**
     * Draws.
     *
     * @param points values, oldest first
     * @return at most 30 bars, each the highest of its share of the time, and a space where there is none; empty without points
     */
    public static String of(List<Point> points) {
        List<OptionalDouble> values = values(points);
        DoubleSummaryStatistics range =
                values.stream().flatMapToDouble(OptionalDouble::stream).summaryStatistics();
        StringBuilder bars = new StringBuilder(values.size());
        values.forEach(value -> bars.append(value.isPresent() ? bar(value.getAsDouble(), range) : ' '));
        return bars.toString();
    }

    /**
     * Reduces points to as many as are drawn. The first stands at the beginning and the last at the end, the others between them by their time.
     *
     * @param points values, oldest first
     * @return at most 30 finite values, each the highest of its share of the time; nothing where no value came
     */
    public static List<OptionalDouble> values(List<Point> points) {
        List<Point> finite =
                points.stream().filter(point -> Double.isFinite(point.value())).toList();
        List<OptionalDouble> bars =
                new ArrayList<>(Collections.nCopies(Math.min(MOST_BARS, finite.size()), OptionalDouble.empty()));
        for (Point point : finite) {
            int place = place(point, finite, bars.size());
            double highest = Math.max(point.value(), bars.get(place).orElse(point.value()));
            bars.set(place, OptionalDouble.of(highest));
        }
        return bars;
    }

    private static int place(Point point, List<Point> points, int bars) {
        long begin = points.get(0).at();
        long span = points.get(points.size() - 1).at() - begin;
        double share = span > 0 ? (double) (point.at() - begin) / span : 0;
        return (int) Math.round(Math.min(1, Math.max(0, share)) * (bars - 1));
    }

    private static char bar(double value, DoubleSummaryStatistics range) {
        double height = range.getMax() - range.getMin();
        int step = height > 0 ? (int) ((value - range.getMin()) / height * (BARS.length() - 1)) : 0;
        return BARS.charAt(step);
    }
}
