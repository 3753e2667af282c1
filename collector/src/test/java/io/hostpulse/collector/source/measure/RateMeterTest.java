package io.hostpulse.collector.source.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Value;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateMeterTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final RateMeter meter = new RateMeter(clock::get);

    @Test
    void hasNoRateAtTheFirstReadOfACounter() {
        assertThat(meter.perSecond("forks", 10)).isEqualTo(new Value.Missing(RateMeter.NO_EARLIER));
    }

    @Test
    void dividesByTheTimeSinceThatCounterWasReadAndNotSinceAnotherWas() {
        meter.perSecond("forks", 10);
        meter.perSecond("switches", 100);
        clock.addAndGet(SECOND);
        assertThat(meter.perSecond("switches", 150)).isEqualTo(new Value.Real(50));
        clock.addAndGet(3 * SECOND);
        assertThat(meter.perSecond("forks", 30)).isEqualTo(new Value.Real(5));
    }

    @Test
    void countsInAnotherUnit() {
        meter.perSecond("used", 0, 1_000_000);
        clock.addAndGet(2 * SECOND);
        assertThat(meter.perSecond("used", 3_000_000, 1_000_000)).isEqualTo(new Value.Real(1.5));
    }

    @Test
    void hasNoRateForACounterThatWentBackwardsAndARightOneAfterThat() {
        meter.perSecond("forks", 10);
        clock.addAndGet(SECOND);
        assertThat(meter.perSecond("forks", 9)).isEqualTo(new Value.Missing(Rate.WENT_BACKWARDS));
        clock.addAndGet(SECOND);
        assertThat(meter.perSecond("forks", 12)).isEqualTo(new Value.Real(3));
    }
}
