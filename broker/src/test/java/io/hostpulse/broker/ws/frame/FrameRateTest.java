package io.hostpulse.broker.ws.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameRateTest {

    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(5); // the clock may overflow
    private final FrameRate rate = new FrameRate(10, () -> now);

    @Test
    void allowsWhatBelongsToTwoSecondsAtOnceAndNoFrameMore() {
        takes(20);
        assertThatThrownBy(rate::take)
                .isInstanceOf(CorruptedWebSocketFrameException.class)
                .hasMessageContaining("more than 10 messages a second");
    }

    @Test
    void allowsTheRateForEver() {
        takes(20);
        for (int second = 0; second < 20; second++) {
            now += TimeUnit.SECONDS.toNanos(1);
            takes(10);
        }
        assertThatThrownBy(rate::take).isInstanceOf(CorruptedWebSocketFrameException.class);
    }

    @Test
    void doesNotSaveUpMoreThanTheBurst() {
        now += TimeUnit.HOURS.toNanos(1);
        takes(20);
        assertThatThrownBy(rate::take).isInstanceOf(CorruptedWebSocketFrameException.class);
    }

    private void takes(int frames) {
        for (int i = 0; i < frames; i++) {
            rate.take();
        }
        assertThat(frames).isPositive();
    }
}
