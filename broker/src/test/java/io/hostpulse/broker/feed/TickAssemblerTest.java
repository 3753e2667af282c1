package io.hostpulse.broker.feed;

import static io.hostpulse.broker.feed.TickAssembler.Decision.COMPLETE;
import static io.hostpulse.broker.feed.TickAssembler.Decision.INCOMPLETE;
import static io.hostpulse.broker.feed.TickAssembler.Decision.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TickAssemblerTest {

    private static final long MILLI = 1_000_000;
    private static final Duration HALF_SECOND = Duration.ofMillis(500);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final long START = 1_735_899_330_000L * MILLI;

    private final TickAssembler<String> ticks = new TickAssembler<>(HALF_SECOND, START - 1);

    @Test
    void waitsForTheTickItself() {
        assertThat(ticks.tick()).isEqualTo(START);
        assertThat(ticks.decide(START - 1)).isEqualTo(WAIT);
        assertThat(ticks.nextDecision(START - 1)).isEqualTo(START);
    }

    @Test
    void isCompleteOnceEveryStreamHasItsSample() {
        arrive("cpu", START - 500 * MILLI, START - 498 * MILLI);
        arrive("memory", START - 500 * MILLI, START - 498 * MILLI);
        assertThat(ticks.decide(START)).isEqualTo(WAIT);
        arrive("cpu", START, START + MILLI);
        assertThat(ticks.decide(START + MILLI)).isEqualTo(WAIT);
        arrive("memory", START, START + 2 * MILLI);
        assertThat(ticks.decide(START + 2 * MILLI)).isEqualTo(COMPLETE);
    }

    @Test
    void neverWaitsForAStreamThatIsSampledLessOftenThanMessagesGoOut() {
        ticks.arrived("disk", FIVE_SECONDS, START - 5000 * MILLI, START - 4999 * MILLI);
        assertThat(ticks.decide(START)).isEqualTo(COMPLETE);
    }

    @Test
    void expectsAFasterStreamsNewestSample() {
        ticks.arrived("cpu", Duration.ofMillis(100), START - 100 * MILLI, START - 99 * MILLI);
        assertThat(ticks.decide(START)).isEqualTo(WAIT);
        ticks.arrived("cpu", Duration.ofMillis(100), START, START + MILLI);
        assertThat(ticks.decide(START + MILLI)).isEqualTo(COMPLETE);
    }

    @Test
    void waitsForADeadStreamOnceAndNeverAgain() {
        arrive("cpu", START - 500 * MILLI, START - 499 * MILLI);
        assertThat(ticks.decide(START + 99 * MILLI)).isEqualTo(WAIT);
        assertThat(ticks.decide(START + 100 * MILLI)).isEqualTo(INCOMPLETE);
        ticks.sent(START + 100 * MILLI);
        assertThat(ticks.decide(START + 500 * MILLI)).isEqualTo(COMPLETE);
    }

    @Test
    void waitsAgainForAStreamThatCameBack() {
        arrive("cpu", START - 500 * MILLI, START - 499 * MILLI);
        ticks.sent(START + 100 * MILLI);
        arrive("cpu", START + 500 * MILLI, START + 502 * MILLI);
        ticks.sent(START + 502 * MILLI);
        assertThat(ticks.decide(START + 1000 * MILLI)).isEqualTo(WAIT);
    }

    @Test
    void neverWaitsForAStreamThatIsAlwaysLate() {
        arrive("slow", START - 500 * MILLI, START - 200 * MILLI);
        assertThat(ticks.decide(START)).isEqualTo(COMPLETE);
    }

    @Test
    void skipsTicksThatPassedWhileTheProcessStoodStill() {
        ticks.sent(START + 10_250 * MILLI);
        assertThat(ticks.tick()).isEqualTo(START + 10_500 * MILLI);
    }

    @Test
    void goesOnWhenTheClockIsSetBack() {
        ticks.decide(START - 3_600_000 * MILLI);
        assertThat(ticks.tick()).isLessThanOrEqualTo(START - 3_599_000 * MILLI);
    }

    private void arrive(String stream, long sampleTime, long now) {
        ticks.arrived(stream, HALF_SECOND, sampleTime, now);
    }
}
