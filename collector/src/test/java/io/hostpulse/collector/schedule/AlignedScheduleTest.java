package io.hostpulse.collector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlignedScheduleTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;
    private static final long NOON = 1_735_905_600 * SECOND;

    @Test
    void samplesAtWholeMultiplesOfTheInterval() {
        AlignedSchedule halfSeconds = AlignedSchedule.every(Duration.ofMillis(500));
        assertThat(halfSeconds.after(NOON)).isEqualTo(NOON + 500 * MILLI);
        assertThat(halfSeconds.after(NOON + 499 * MILLI)).isEqualTo(NOON + 500 * MILLI);
        assertThat(halfSeconds.after(NOON + 501 * MILLI)).isEqualTo(NOON + 1000 * MILLI);
    }

    @Test
    void takesTheFirstSampleOfASlowSourceSoon() {
        AlignedSchedule hourly = AlignedSchedule.every(Duration.ofHours(1));
        assertThat(hourly.first(NOON + 1)).isEqualTo(NOON + 500 * MILLI);
        assertThat(hourly.after(NOON + 1)).isEqualTo(NOON + 3600 * SECOND);
    }

    @Test
    void alignsAFastSourceToItsOwnIntervalFromTheBeginning() {
        assertThat(AlignedSchedule.every(Duration.ofMillis(100)).first(NOON + 1))
                .isEqualTo(NOON + 100 * MILLI);
    }

    @Test
    void countsTheMomentsThatWereMissed() {
        AlignedSchedule seconds = AlignedSchedule.every(Duration.ofSeconds(1));
        assertThat(seconds.between(NOON, NOON + 5 * MILLI)).isZero();
        assertThat(seconds.between(NOON, NOON + 3 * SECOND + 5 * MILLI)).isEqualTo(3);
        assertThat(seconds.between(NOON, NOON - 3600 * SECOND)).isZero();
    }
}
