package io.hostpulse.alerter.notify;

import java.util.List;

/** Draws what a metric did before an alert. */
public final class Sparkline {

    private Sparkline() {}

    /**
     * Draws.
     *
     * @param points values, oldest first
     * @return at most 30 bars, each the highest of its share of the points; empty without points
     */
    public static String of(List<AlertContext.Point> points) {
        return io.hostpulse.common.text.Sparkline.of(all(points));
    }

    /**
     * Reduces points to as many as are drawn.
     *
     * @param points values, oldest first
     * @return at most 30 finite values, each the highest of its share of the points
     */
    public static List<Double> values(List<AlertContext.Point> points) {
        return io.hostpulse.common.text.Sparkline.highest(all(points));
    }

    private static List<Double> all(List<AlertContext.Point> points) {
        return points.stream().map(AlertContext.Point::value).toList();
    }
}
