package io.hostpulse.alerter.rule.window;

import java.time.Duration;

/**
 * The values of the last so many minutes, and one number computed from them. Bounded: of values that come more than {@value
 * #MAX_POINTS} times within the window, neighbours are merged (their mean, their smallest, largest or newest, as the function needs it).
 * Times come from outside and never go back. Not thread-safe.
 */
public final class ValueWindow {

    static final int MAX_POINTS = 4096;

    private static final double NANOS = 1e9;

    /** Thirty years of seconds: what a line that is level but for rounding comes to. */
    private static final double NEVER = 1e9;

    private final WindowFunction function;
    private final long over;
    private final long mergeWithin;
    private final Points points = new Points();
    private double[] scratch = new double[0];

    /**
     * Starts without values.
     *
     * @param function what to compute
     * @param over how far back the values go
     */
    public ValueWindow(WindowFunction function, Duration over) {
        this.function = function;
        this.over = over.toNanos();
        this.mergeWithin = this.over / MAX_POINTS;
    }

    /**
     * Adds the newest value and drops those that are too old.
     *
     * @param time when, in nanoseconds since any moment; not before that of the previous value
     * @param value the value
     */
    public void add(long time, double value) {
        int last = points.size() - 1;
        if (last >= 0 && time - points.time(last) < mergeWithin) {
            points.mergeIntoLast(merged(points.value(last), points.weight(last), value));
        } else {
            points.add(time, value);
        }
        while (time - points.time(0) > over) {
            points.removeFirst();
        }
    }

    private double merged(double before, int weight, double value) {
        if (function instanceof WindowFunction.Min) {
            return Math.min(before, value);
        }
        if (function instanceof WindowFunction.Max) {
            return Math.max(before, value);
        }
        boolean mean = function instanceof WindowFunction.Average || function instanceof WindowFunction.Percentile;
        return mean ? before + (value - before) / (weight + 1) : value;
    }

    /**
     * Computes the number. It is not known until the values reach over half of the window: the first value alone is no average of five
     * minutes, and two neighbours are no trend.
     *
     * @param limit what {@link WindowFunction.TimeUntil} computes the time to; not used by others
     * @return the number, infinite for a limit that is not approached; NaN while it is not known
     */
    public double result(double limit) {
        if (function instanceof WindowFunction.Newest) {
            return points.value(points.size() - 1);
        }
        return span() * 2 < over ? Double.NaN : computed(limit);
    }

    int size() {
        return points.size();
    }

    private long span() {
        return points.size() == 0 ? -1 : points.time(points.size() - 1) - points.time(0);
    }

    private double computed(double limit) {
        if (function instanceof WindowFunction.Average) {
            return average();
        }
        if (function instanceof WindowFunction.Min) {
            return smallest();
        }
        if (function instanceof WindowFunction.Max) {
            return largest();
        }
        if (function instanceof WindowFunction.Percentile percentile) {
            return percentile(percentile.percent());
        }
        if (function instanceof WindowFunction.Rate rate) {
            return counted() / seconds() * rate.per().seconds();
        }
        if (function instanceof WindowFunction.Change change) {
            return (points.value(points.size() - 1) - points.value(0))
                    / seconds()
                    * change.per().seconds();
        }
        return timeUntil(limit);
    }

    private double seconds() {
        return span() / NANOS;
    }

    private double average() {
        double sum = 0;
        long count = 0;
        for (int index = 0; index < points.size(); index++) {
            sum += points.value(index) * points.weight(index);
            count += points.weight(index);
        }
        return sum / count;
    }

    private double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int index = 0; index < points.size(); index++) {
            smallest = Math.min(smallest, points.value(index));
        }
        return smallest;
    }

    private double largest() {
        double largest = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < points.size(); index++) {
            largest = Math.max(largest, points.value(index));
        }
        return largest;
    }

    private double percentile(double percent) {
        int size = points.size();
        if (scratch.length < size) {
            scratch = new double[Integer.highestOneBit(size) * 2];
        }
        for (int index = 0; index < size; index++) {
            scratch[index] = points.value(index);
        }
        int rank = (int) Math.ceil(percent / 100 * size) - 1;
        return Selection.ranked(scratch, size, Math.max(0, rank));
    }

    private double counted() {
        double sum = 0;
        for (int index = 1; index < points.size(); index++) {
            double value = points.value(index);
            double step = value - points.value(index - 1);
            sum += step < 0 ? value : step;
        }
        return sum;
    }

    private double timeUntil(double limit) {
        double left = limit - points.value(points.size() - 1);
        double seconds = left / slope();
        return left == 0 ? 0 : seconds > 0 && seconds < NEVER ? seconds : Double.POSITIVE_INFINITY;
    }

    // Least squares around the mean, so that large times cost no precision.
    private double slope() {
        double meanTime = 0;
        double meanValue = 0;
        int size = points.size();
        for (int index = 0; index < size; index++) {
            meanTime += secondsFromFirst(index) / size;
            meanValue += points.value(index) / size;
        }
        double product = 0;
        double square = 0;
        for (int index = 0; index < size; index++) {
            double distance = secondsFromFirst(index) - meanTime;
            product += distance * (points.value(index) - meanValue);
            square += distance * distance;
        }
        return product / square;
    }

    private double secondsFromFirst(int index) {
        return (points.time(index) - points.time(0)) / NANOS;
    }
}
