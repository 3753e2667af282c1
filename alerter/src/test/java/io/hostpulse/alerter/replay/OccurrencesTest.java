package io.hostpulse.alerter.replay;

import static io.hostpulse.alerter.replay.RecordedAlerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    private static final AlertKey MEMORY = new AlertKey("memory", "");

    private final Occurrences occurrences = new Occurrences(new Period(100, 1_000_000_000));

    @Test
    void remembersTheWorstLevelAndWhyItEnded() {
        occurrences.take(alert(MEMORY, AlertLevel.WARNING, 200, OptionalLong.empty()), "");
        occurrences.take(alert(MEMORY, AlertLevel.CRITICAL, 200, OptionalLong.empty()), "");
        occurrences.take(alert(MEMORY, AlertLevel.WARNING, 200, OptionalLong.of(300)), "resolved by hand");
        assertThat(occurrences.all()).singleElement().satisfies(one -> {
            assertThat(one.worst()).isEqualTo(AlertLevel.CRITICAL);
            assertThat(one.ended()).isEqualTo("resolved by hand");
        });
    }

    @Test
    void leavesOutWhatWasOverBeforeThePeriodAndWhatBeganAfterIt() {
        occurrences.take(alert(MEMORY, AlertLevel.WARNING, 10, OptionalLong.of(99)), "");
        occurrences.take(alert(MEMORY, AlertLevel.WARNING, 2_000_000_000, OptionalLong.empty()), "");
        assertThat(occurrences.all()).isEmpty();
        occurrences.take(alert(new AlertKey("disk", ""), AlertLevel.WARNING, 10, OptionalLong.of(100)), "");
        assertThat(occurrences.all()).hasSize(1);
    }

    @Test
    void countsWhatIsMoreThanAnybodyReads() {
        for (int i = 0; i < Occurrences.MOST + 5; i++) {
            long since = 200 + i * 1000L;
            occurrences.take(alert(MEMORY, AlertLevel.WARNING, since, OptionalLong.of(since + 1)), "");
        }
        assertThat(occurrences.all()).hasSize(Occurrences.MOST);
        assertThat(occurrences.leftOut()).isEqualTo(5);
    }
}
