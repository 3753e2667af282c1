package io.hostpulse.alerter.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.outbox.DeliveryTimes;
import io.hostpulse.alerter.outbox.HandlerStats;
import io.hostpulse.alerter.watch.LastSeen;
import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final long SECOND = 1_000_000_000;
    private static final long NOW = 1_735_905_600 * SECOND;
    private static final StreamName MEMORY = new StreamName("memory");
    private static final StreamName GPU = new StreamName("gpu");

    private final Chain chain =
            new Chain(new ExpectedStreams(Set.of(MEMORY), Set.of(MEMORY, GPU)), Duration.ofMinutes(5));

    @Test
    void isWholeWhileStreamsAreFreshAndHandlersDeliver() {
        assertThat(problems(Map.of(MEMORY, seen(1)), handler(true, 0, -1))).isEmpty();
    }

    @Test
    void missesAStreamThatIsNotThere() {
        assertThat(problems(Map.of())).containsExactly("there is no stream memory");
    }

    @Test
    void missesSamplesSinceTheStart() {
        assertThat(problems(Map.of(MEMORY, new LastSeen(Duration.ofSeconds(1), 0))))
                .containsExactly("nothing new in stream memory since the alerter started");
    }

    @Test
    void seesAStreamStallAfterTenIntervalsAndFifteenSecondsAtLeast() {
        assertThat(problems(Map.of(MEMORY, seen(15)))).isEmpty();
        assertThat(problems(Map.of(MEMORY, seen(16)))).containsExactly("nothing new in stream memory for 16 s");
        LastSeen slow = new LastSeen(Duration.ofMinutes(1), NOW - 599 * SECOND);
        assertThat(problems(Map.of(MEMORY, slow))).isEmpty();
    }

    @Test
    void aSampleOfTheFutureProvesNothing() {
        assertThat(problems(Map.of(MEMORY, seen(-3600)))).containsExactly("nothing new in stream memory for 1 h 0 m");
    }

    @Test
    void whatAHostMayLackCountsOnceItIsThere() {
        assertThat(problems(Map.of(MEMORY, seen(1), GPU, seen(20))))
                .containsExactly("nothing new in stream gpu for 20 s");
        assertThat(problems(Map.of(MEMORY, seen(1), new StreamName("old"), seen(99_999))))
                .as("written by nobody any more")
                .isEmpty();
    }

    @Test
    void seesAHandlerThatFailsForLong() {
        assertThat(problems(Map.of(MEMORY, seen(1)), handler(true, 0, 299))).isEmpty();
        assertThat(problems(Map.of(MEMORY, seen(1)), handler(true, 0, 300)))
                .containsExactly("handler mail delivered nothing for 5 m 0 s");
    }

    @Test
    void seesAHandlerThatHangs() {
        assertThat(problems(Map.of(MEMORY, seen(1)), handler(true, 121, -1))).containsExactly("handler mail hangs");
    }

    @Test
    void asksNothingOfAHandlerThatIsSwitchedOff() {
        assertThat(problems(Map.of(MEMORY, seen(1)), handler(false, 121, 9999))).isEmpty();
    }

    private List<String> problems(Map<StreamName, LastSeen> seen, HandlerStats... handlers) {
        return chain.problems(NOW, seen, List.of(handlers));
    }

    private static LastSeen seen(long secondsAgo) {
        return new LastSeen(Duration.ofMillis(500), NOW - secondsAgo * SECOND);
    }

    private static HandlerStats handler(boolean enabled, long turnAgo, long failingFor) {
        return new HandlerStats(
                "mail",
                "email",
                enabled,
                0,
                0,
                0,
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                OptionalLong.empty(),
                failingFor < 0 ? OptionalLong.empty() : OptionalLong.of(NOW - failingFor * SECOND),
                DeliveryTimes.NONE,
                NOW - turnAgo * SECOND);
    }
}
