package io.hostpulse.collector.source.pipeline;

import static io.hostpulse.collector.source.pipeline.MemoryShapes.MB;
import static io.hostpulse.collector.source.pipeline.MemoryShapes.flat;
import static io.hostpulse.collector.source.pipeline.MemoryShapes.growing;
import static io.hostpulse.collector.source.pipeline.MemoryShapes.noisy;
import static io.hostpulse.collector.source.pipeline.MemoryShapes.settling;
import static io.hostpulse.collector.source.pipeline.MemoryShapes.step;
import static io.hostpulse.collector.source.pipeline.MemoryShapes.withSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.status.LifeState;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HealthRuleTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final HealthRule RULE = new HealthRule(HOUR);
    private static final Trend FLAT = MemoryShapes.trend(flat(50 * MB), 61);

    static Stream<Arguments> lives() {
        return Stream.of(
                life("flat", flat(50 * MB), 61, Health.HEALTHY),
                life("noise is no leak", noisy(flat(50 * MB), 3 * MB), 61, Health.HEALTHY),
                life("spikes are no leak", withSpikes(flat(50 * MB), 40 * MB), 61, Health.HEALTHY),
                life("a step early is no leak", step(50 * MB, 80 * MB, 10), 61, Health.HEALTHY),
                life("a step in the middle is no leak", step(50 * MB, 80 * MB, 30), 61, Health.HEALTHY),
                life("a noisy step in the middle", noisy(step(50 * MB, 80 * MB, 30), MB), 61, Health.HEALTHY),
                life("a step late is no leak", step(50 * MB, 80 * MB, 50), 61, Health.HEALTHY),
                life("a heap that finds its size", settling(30 * MB, 60 * MB, 15), 61, Health.HEALTHY),
                life("shrinking", growing(80 * MB, -20 * MB), 61, Health.HEALTHY),
                life("1 MB an hour is the JVM's own", growing(10 * MB, MB), 61, Health.HEALTHY),
                life("4 % an hour is little", growing(100 * MB, 4 * MB), 61, Health.HEALTHY),
                life("too short to tell", growing(50 * MB, 60 * MB), 10, Health.SETTLING),
                life("7 % an hour", growing(50 * MB, 4 * MB), 61, Health.WATCH),
                life("fast, but seen for a third of an hour", growing(50 * MB, 30 * MB), 20, Health.WATCH),
                life("20 % an hour", growing(50 * MB, 12 * MB), 61, Health.LEAKING),
                life("20 % an hour with noise", noisy(growing(50 * MB, 12 * MB), MB), 61, Health.LEAKING),
                life("it doubles in an hour", growing(50 * MB, 60 * MB), 61, Health.CRITICAL));
    }

    private static Arguments life(String name, LongUnaryOperator shape, long minutes, Health expected) {
        return Arguments.of(name, shape, minutes, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void judgesALife(String name, LongUnaryOperator shape, long minutes, Health expected) {
        Trend trend = MemoryShapes.trend(shape, minutes);
        Judgement judgement = RULE.judge(LifeState.RUNNING, trend, HeapFloor.UNKNOWN);
        assertThat(judgement.health()).as("%s: %s", name, trend).isEqualTo(expected);
        assertThat(judgement.reasons()).hasSize(expected == Health.HEALTHY ? 0 : 1);
    }

    @Test
    void saysWhy() {
        Trend leak = MemoryShapes.trend(growing(50 * MB, 12 * MB), 61);
        assertThat(RULE.judge(LifeState.RUNNING, leak, HeapFloor.UNKNOWN).reasons())
                .singleElement()
                .asString()
                .matches("memory grew steadily by 11\\.\\d MB \\(2\\d %\\) in 5\\d min, that is 12\\.0 MB an hour");
        assertThat(RULE.judge(LifeState.RUNNING, Trend.UNKNOWN, HeapFloor.UNKNOWN)
                        .reasons())
                .containsExactly("observed for 0 of 15 min that a verdict on growth needs");
    }

    @Test
    void aHeapThatIsNeverEmptyIsTold() {
        assertThat(withHeap(40, 64).health()).isEqualTo(Health.HEALTHY);
        assertThat(withHeap(50, 64).health()).isEqualTo(Health.WATCH);
        assertThat(withHeap(60, 64))
                .isEqualTo(new Judgement(
                        Health.CRITICAL, List.of("the heap was never below 60.0 MB of 64.0 MB in the last 5 min")));
    }

    private static Judgement withHeap(long least, long max) {
        List<Point> points = IntStream.range(0, 6)
                .mapToObj(i -> new Point(i, 0, 0, 0, (i == 2 ? least : 62) * MB))
                .toList();
        return RULE.judge(LifeState.RUNNING, FLAT, HeapFloor.of(points, OptionalLong.of(max * MB), HOUR));
    }

    @Test
    void aHeapOfWhichTooLittleIsKnownIsNotJudged() {
        List<Point> unknown =
                IntStream.range(0, 6).mapToObj(i -> new Point(i, 0, 0, 0, -1)).toList();
        assertThat(HeapFloor.of(unknown, OptionalLong.of(64 * MB), HOUR)).isEqualTo(HeapFloor.UNKNOWN);
        List<Point> full = IntStream.range(0, 6)
                .mapToObj(i -> new Point(i, 0, 0, 0, 64 * MB))
                .toList();
        assertThat(HeapFloor.of(full, OptionalLong.empty(), HOUR)).isEqualTo(HeapFloor.UNKNOWN);
        assertThat(HeapFloor.of(full.subList(0, 4), OptionalLong.of(64 * MB), HOUR))
                .isEqualTo(HeapFloor.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = LifeState.class,
            names = {"BACKOFF", "CRASH_LOOP", "CONFIG_ERROR", "GONE"})
    void aProcessThatShouldRunAndDoesNotIsCritical(LifeState state) {
        assertThat(RULE.judge(state, Trend.UNKNOWN, HeapFloor.UNKNOWN))
                .isEqualTo(new Judgement(Health.CRITICAL, List.of("does not run: " + state.label())));
    }

    @ParameterizedTest
    @EnumSource(
            value = LifeState.class,
            names = {"STOPPED", "ABSENT"})
    void aProcessThatWasStoppedIsNoComplaint(LifeState state) {
        assertThat(RULE.judge(state, Trend.UNKNOWN, HeapFloor.UNKNOWN)).isEqualTo(Judgement.HEALTHY);
    }

    @Test
    void aHungProcessIsCriticalWhateverItsMemory() {
        assertThat(RULE.judge(LifeState.HUNG, FLAT, HeapFloor.UNKNOWN))
                .isEqualTo(new Judgement(Health.CRITICAL, List.of("hung: it takes no turns")));
    }
}
