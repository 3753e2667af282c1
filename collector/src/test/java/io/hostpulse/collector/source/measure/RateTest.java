package io.hostpulse.collector.source.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Value;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void isTheGrowthPerSecond() {
        assertThat(Rate.perSecond(1000, 1250, SECOND / 2)).isEqualTo(new Value.Real(500));
        assertThat(Rate.perSecond(0, 1, 3 * SECOND)).isEqualTo(new Value.Real(0.33));
        assertThat(Rate.perSecond(7, 7, SECOND)).isEqualTo(new Value.Real(0));
    }

    @Test
    void isUnknownWhenNoTimePassed() {
        assertThat(Rate.perSecond(1, 2, 0)).isEqualTo(new Value.Missing(Rate.NO_TIME_PASSED));
    }

    @Test
    void isUnknownWhenACounterOf32BitsWrapped() {
        assertThat(Rate.perSecond(0xFFFF_FFF0L, 16, SECOND)).isEqualTo(new Value.Missing(Rate.WENT_BACKWARDS));
    }
}
