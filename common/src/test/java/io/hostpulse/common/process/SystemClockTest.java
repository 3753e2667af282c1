package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemClockTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000250Z");

    private Instant wall = NOON;
    private long monotonic = 77;
    private int questions;
    private final EpochClock clock = new SystemClock(this::ask, () -> wall.toEpochMilli(), () -> monotonic);

    @Test
    void countsOnBetweenTwoQuestions() {
        pass(400_000);
        assertThat(clock.nanos()).isEqualTo(nanos(NOON) + 400_000);
        pass(999_599_999);
        assertThat(clock.nanos()).isEqualTo(nanos(NOON) + 999_999_999);
        assertThat(questions).isEqualTo(1);
    }

    @Test
    void asksAgainAfterASecond() {
        monotonic += 1_000_000_000;
        wall = NOON.plusNanos(1_000_030_000);
        assertThat(clock.nanos()).isEqualTo(nanos(wall));
        assertThat(questions).isEqualTo(2);
    }

    @Test
    void noticesAtOnceThatTheClockWasSet() {
        wall = NOON.minusSeconds(3600);
        assertThat(clock.nanos()).isEqualTo(nanos(wall));
        wall = wall.plusMillis(4);
        assertThat(clock.nanos()).isEqualTo(nanos(wall));
    }

    @Test
    void agreesWithTheSystem() {
        long before = nanos(Instant.now());
        long told = EpochClock.SYSTEM.nanos();
        long after = nanos(Instant.now());
        long tolerance = TimeUnit.MILLISECONDS.toNanos(3);
        assertThat(told).isBetween(before - tolerance, after + tolerance);
    }

    private void pass(long nanos) {
        monotonic += nanos;
        wall = wall.plusNanos(nanos);
    }

    private Instant ask() {
        questions++;
        return wall;
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }
}
