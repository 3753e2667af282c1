package io.hostpulse.collector.source.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the memory of one process did over the window.
 *
 * @param points how many points there are
 * @param span nanoseconds between the first and the last of them
 * @param average mean resident memory in bytes; meaningless without points
 * @param min the least; meaningless without points
 * @param max the most; meaningless without points
 * @param growthPerHour bytes an hour; empty before there is enough to tell
 * @param steady whether it grew in every part of the window, and in none of them much less than in the others
 */
record Trend(int points, long span, double average, long min, long max, OptionalDouble growthPerHour, boolean steady) {

    static final Trend UNKNOWN = new Trend(0, 0, 0, 0, 0, OptionalDouble.empty(), false);

    private static final int PARTS = 4;

    /**
     * The smallest share of the mean rise that every rise between two parts must have. A step puts everything into one or two
     * of them, and what only settles after a start puts ever less into each.
     */
    private static final double LEAST_SHARE = 0.4;

    private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

    /** Growth shorter than this part of the window may still be the end of a start. */
    static Duration leastSpan(Duration window) {
        return window.dividedBy(PARTS);
    }

    /**
     * Computes the trend.
     *
     * @param points in the order of their times
     * @param settled the time from which on growth counts: before it the process was starting
     * @param leastSpan how long it must have been observed before anything is said about growth
     */
    static Trend of(List<Point> points, long settled, Duration leastSpan) {
        if (points.isEmpty()) {
            return UNKNOWN;
        }
        List<Point> counted =
                points.stream().filter(point -> point.time() >= settled).toList();
        boolean enough = counted.size() >= 2 * PARTS && span(counted) >= leastSpan.toNanos();
        return new Trend(
                points.size(),
                span(counted),
                points.stream().mapToDouble(Point::average).average().orElseThrow(),
                points.stream().mapToLong(Point::min).min().orElseThrow(),
                points.stream().mapToLong(Point::max).max().orElseThrow(),
                enough ? OptionalDouble.of(growthPerHour(counted)) : OptionalDouble.empty(),
                enough && isSteady(counted));
    }

    private static long span(List<Point> points) {
        return points.isEmpty()
                ? 0
                : points.get(points.size() - 1).time() - points.get(0).time();
    }

    private static double growthPerHour(List<Point> points) {
        long[] times = points.stream().mapToLong(Point::time).toArray();
        double[] averages = points.stream().mapToDouble(Point::average).toArray();
        return TheilSen.slope(times, averages) * NANOS_PER_HOUR;
    }

    private static boolean isSteady(List<Point> points) {
        double[] medians = new double[PARTS];
        for (int part = 0; part < PARTS; part++) {
            medians[part] = TheilSen.median(
                    points.subList(points.size() * part / PARTS, points.size() * (part + 1) / PARTS).stream()
                            .mapToDouble(Point::average)
                            .toArray());
        }
        double meanRise = (medians[PARTS - 1] - medians[0]) / (PARTS - 1);
        for (int part = 1; part < PARTS; part++) {
            if (medians[part] - medians[part - 1] < LEAST_SHARE * meanRise) {
                return false;
            }
        }
        return meanRise > 0;
    }

    /** Bytes by which it grew over what was observed; 0 before that can be told. */
    double rise() {
        return growthPerHour.orElse(0) * span / NANOS_PER_HOUR;
    }
}
