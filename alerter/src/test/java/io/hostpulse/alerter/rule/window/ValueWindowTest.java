package io.hostpulse.alerter.rule.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against models that keep every value and compute in the simplest way. */
class ValueWindowTest {

    private static final long SECOND = 1_000_000_000L;

    private record Point(long time, double value) {}

    private static Stream<String> names() {
        return Stream.of("average", "min", "max", "median", "p95", "p5", "p99.9", "rate", "change", "time_until_full");
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWhatTheModelComputes(String name) {
        for (long seed = 1; seed <= 40; seed++) {
            compare(name, new Random(seed), "seed " + seed);
        }
    }

    private static void compare(String name, Random random, String seed) {
        WindowFunction function = function(name);
        long over = (1 + random.nextInt(60)) * SECOND;
        ValueWindow window = new ValueWindow(function, Duration.ofNanos(over));
        List<Point> all = new ArrayList<>();
        long time = 0;
        for (int step = 0; step < 300; step++) {
            time += random.nextInt(20) == 0 ? (1 + random.nextInt(40)) * SECOND : SECOND / 2;
            double value = random.nextInt(100);
            window.add(time, value);
            all.add(new Point(time, value));
            long now = time;
            all.removeIf(point -> now - point.time() > over);
            double expected = model(name, all, over);
            if (Double.isFinite(expected)) {
                assertThat(window.result(100)).as(seed).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
            } else {
                assertThat(window.result(100)).as(seed).isEqualTo(Double.valueOf(expected));
            }
        }
    }

    private static double model(String name, List<Point> points, long over) {
        long span = points.get(points.size() - 1).time() - points.get(0).time();
        if (span * 2 < over) {
            return Double.NaN;
        }
        double[] values = points.stream().mapToDouble(Point::value).toArray();
        double[] sorted = points.stream().mapToDouble(Point::value).sorted().toArray();
        double last = values[values.length - 1];
        return switch (name) {
            case "average" ->
                points.stream().mapToDouble(Point::value).average().orElseThrow();
            case "min" -> sorted[0];
            case "max" -> sorted[sorted.length - 1];
            case "median" -> ranked(sorted, 50);
            case "p95" -> ranked(sorted, 95);
            case "p5" -> ranked(sorted, 5);
            case "p99.9" -> ranked(sorted, 99.9);
            case "change" -> (last - values[0]) / (span / 1e9);
            case "rate" -> counted(values) / (span / 1e9);
            default -> timeUntil(points, last);
        };
    }

    private static double ranked(double[] sorted, double percent) {
        return sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)];
    }

    private static double counted(double[] values) {
        double sum = 0;
        for (int index = 1; index < values.length; index++) {
            sum += values[index] >= values[index - 1] ? values[index] - values[index - 1] : values[index];
        }
        return sum;
    }

    private static double timeUntil(List<Point> points, double last) {
        double n = points.size();
        double x = 0;
        double y = 0;
        double xy = 0;
        double xx = 0;
        for (Point point : points) {
            double at = (point.time() - points.get(0).time()) / 1e9;
            x += at;
            y += point.value();
            xy += at * point.value();
            xx += at * at;
        }
        double slope = (n * xy - x * y) / (n * xx - x * x);
        double seconds = (100 - last) / slope;
        return last == 100 ? 0 : seconds > 0 && seconds < 1e9 ? seconds : Double.POSITIVE_INFINITY;
    }

    @Test
    void keepsAtMostSoManyPointsAndStillTheirMean() {
        ValueWindow window = new ValueWindow(new WindowFunction.Average(), Duration.ofDays(1));
        double sum = 0;
        for (int second = 0; second <= 80_000; second++) {
            window.add(second * SECOND, second % 100);
            sum += second % 100;
        }
        assertThat(window.result(0)).isCloseTo(sum / 80_001, within(1e-9));
        assertThat(window.size()).isLessThanOrEqualTo(ValueWindow.MAX_POINTS + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p0", "p100", "avg", "", "p", "px", "p-5"})
    void otherNamesAreNone(String name) {
        assertThat(WindowFunction.named(name, WindowFunction.TimeUnit.SECOND)).isEmpty();
    }

    @Test
    void findsTheValueOfAnyRank() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] values =
                    random.ints(1 + random.nextInt(50), 0, 20).asDoubleStream().toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int rank = random.nextInt(values.length);
            assertThat(Selection.ranked(values, values.length, rank))
                    .as("round " + round)
                    .isEqualTo(sorted[rank]);
        }
    }

    private static WindowFunction function(String name) {
        return WindowFunction.named(name, WindowFunction.TimeUnit.SECOND).orElseThrow();
    }
}
