package io.hostpulse.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.common.process.Agent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwaitedSourceTest {

    private static final long TEN_MINUTES = Duration.ofMinutes(10).toNanos();
    private static final long NOON = 1_735_905_600_000_000_000L;

    private int looks;
    private Optional<Agent> hardware = Optional.empty();
    private final AwaitedSource source = new AwaitedSource("gpu", () -> {
        looks++;
        return hardware.orElseThrow(() -> new SourceAbsentException("no GPU was found"));
    });

    @Test
    void looksAgainEveryTenMinutesWhileTheHardwareIsAbsent() {
        assertThat(source.doWork(NOON)).isEqualTo(NOON + TEN_MINUTES);
        source.doWork(NOON + TEN_MINUTES - 1);
        assertThat(looks).isEqualTo(1);
        source.doWork(NOON + TEN_MINUTES);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void samplesOnceItIsThere() {
        source.doWork(NOON);
        hardware = Optional.of(now -> now + 77);
        assertThat(source.doWork(NOON + TEN_MINUTES)).isEqualTo(NOON + TEN_MINUTES + 77);
        source.doWork(NOON + 2 * TEN_MINUTES);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void looksAtOnceWhenTheClockIsSetBack() {
        source.doWork(NOON);
        source.doWork(NOON - 2 * TEN_MINUTES);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void nobodyWaitsForHardwareThatIsNotThere() {
        assertThat(source.isReady()).isFalse();
        source.doWork(NOON);
        assertThat(source.isReady()).isTrue();
    }
}
