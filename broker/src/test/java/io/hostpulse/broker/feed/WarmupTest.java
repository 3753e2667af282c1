package io.hostpulse.broker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.StreamName;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarmupTest {

    private static final long SECOND = 1_000_000_000L;
    private static final StreamName CPU = new StreamName("processor");
    private static final StreamName GPU = new StreamName("gpu");

    @Test
    void lastsUntilEveryConfiguredStreamHasSpoken() {
        Warmup warmup = new Warmup(Set.of(CPU, GPU), 0);
        warmup.heard(CPU);
        assertThat(warmup.isOver(SECOND)).isFalse();
        warmup.heard(GPU);
        assertThat(warmup.isOver(SECOND)).isTrue();
    }

    @Test
    void endsWithoutAStreamThatNeverSpeaks() {
        Warmup warmup = new Warmup(Set.of(CPU, GPU), 0);
        assertThat(warmup.isOver(3 * SECOND)).isFalse();
        assertThat(warmup.isOver(4 * SECOND)).isTrue();
        assertThat(warmup.isOver(SECOND)).as("also when the clock is set back").isTrue();
    }
}
