package io.hostpulse.alerter.notify;

import java.util.List;
import java.util.OptionalDouble;

/** Draws what a metric did before an alert. */
public final class Sparkline {

    private Sparkline() {}

    /**
     * Draws.
     *
     * @param points values, oldest first
     * @return at most 30 bars, each the highest of its share of the time, and a space where there is none; empty without points
     */
    public static String of(List<AlertContext.Point> points) {
        return io.hostpulse.common.text.Sparkline.of(all(points));
    }

    /**
     * Reduces points to as many as are drawn. The first stands at the beginning and the last at the end, the others between them by their time.
     *
     * @param points values, oldest first
     * @return at most 30 finite values, each the highest of its share of the time; nothing where no value came
     */
    public static List<OptionalDouble> values(List<AlertContext.Point> points) {
        return io.hostpulse.common.text.Sparkline.values(all(points));
    }

    private static List<io.hostpulse.common.text.Sparkline.Point> all(List<AlertContext.Point> points) {
        return points.stream()
                .map(point -> new io.hostpulse.common.text.Sparkline.Point(point.at(), point.value()))
                .toList();
    }
}
