package io.hostpulse.collector.source.pipeline;

import static io.hostpulse.collector.source.pipeline.MemoryShapes.MB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void theSlopeIsThatOfMostPoints() {
        long[] x = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] y = {0, 2, 4, 6, 999, 10, 12, -999, 16, 18};
        assertThat(TheilSen.slope(x, y)).isEqualTo(2);
        assertThat(TheilSen.slope(new long[] {1, 3}, new double[] {5, 9})).isEqualTo(2);
    }

    @Test
    void isUnknownWithoutPoints() {
        assertThat(Trend.of(List.of(), 0, Duration.ofMinutes(15))).isEqualTo(Trend.UNKNOWN);
    }

    @Test
    void saysNothingOfGrowthBeforeAQuarterOfTheWindow() {
        assertThat(MemoryShapes.trend(MemoryShapes.growing(50 * MB, 30 * MB), 14)
                        .growthPerHour())
                .isEmpty();
        assertThat(MemoryShapes.trend(MemoryShapes.growing(50 * MB, 30 * MB), 14)
                        .average())
                .isBetween(50.0 * MB, 60.0 * MB);
        assertThat(MemoryShapes.trend(MemoryShapes.growing(50 * MB, 30 * MB), 17)
                        .growthPerHour())
                .isPresent();
    }

    @Test
    void measuresGrowthThroughNoiseAndSpikes() {
        Trend trend = MemoryShapes.trend(
                MemoryShapes.withSpikes(MemoryShapes.noisy(MemoryShapes.growing(50 * MB, 12 * MB), MB / 2), 20 * MB),
                61);
        assertThat(trend.growthPerHour().orElseThrow())
                .as("seed %d", MemoryShapes.SEED)
                .isCloseTo(12.0 * MB, within(1.5 * MB));
        assertThat(trend.steady()).isTrue();
        assertThat(trend.max()).isGreaterThan(65 * MB);
    }

    @Test
    void doesNotCountGrowthBeforeTheProcessHasSettled() {
        List<Point> points = MemoryShapes.history(MemoryShapes.step(20 * MB, 60 * MB, 5), HOUR, 40)
                .points();
        Trend trend = Trend.of(points, Duration.ofMinutes(5).toNanos(), Duration.ofMinutes(15));
        assertThat(trend.growthPerHour()).hasValue(0);
        assertThat(trend.min()).as("the window has it all the same").isEqualTo(20 * MB);
    }

    @Test
    void keepsNoMoreThanTheWindow() {
        MemoryHistory history = MemoryShapes.history(MemoryShapes.step(90 * MB, 50 * MB, 30), HOUR, 300);
        assertThat(history.points()).hasSizeLessThanOrEqualTo(MemoryHistory.POINTS);
        assertThat(Trend.of(history.points(), 0, Trend.leastSpan(HOUR)).max()).isEqualTo(50 * MB);
    }

    @Test
    void remembersTheLeastOfTheHeapInEachPoint() {
        MemoryHistory history = new MemoryHistory(HOUR);
        long second = 1_000_000_000L;
        history.add(0, 50 * MB, OptionalLong.of(9 * MB));
        history.add(5 * second, 52 * MB, OptionalLong.of(4 * MB));
        assertThat(history.add(60 * second, 50 * MB, OptionalLong.of(8 * MB))).isTrue();
        assertThat(history.points()).containsExactly(new Point(30 * second, 51.0 * MB, 50 * MB, 52 * MB, 4 * MB));
    }
}
