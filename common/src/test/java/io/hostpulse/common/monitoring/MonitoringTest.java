package io.hostpulse.common.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitoringTest {

    private static final long NOON = 1_735_905_600_000_000_000L;
    private static final Stop ANN = new Stop("ann", NOON, "new cables");
    private static final Stop BOB = new Stop("bob", NOON + 1_000_000_000, "");

    @Test
    void everythingIsMeasuredUnlessSomebodySaysOtherwise() {
        assertThat(Monitoring.ON.isOn()).isTrue();
        assertThat(Monitoring.ON.of("disk")).isEmpty();
    }

    @Test
    void saysWhoStoppedAStreamAndLeavesTheOthersAlone() {
        Monitoring stopped = Monitoring.ON.stop(List.of("disk"), ANN);
        assertThat(stopped.of("disk")).contains(ANN);
        assertThat(stopped.of("memory")).isEmpty();
        assertThat(stopped.isOn()).isFalse();
        assertThat(stopped.start(List.of("disk"))).isEqualTo(Monitoring.ON);
    }

    @Test
    void everythingIsAlsoWhatIsYetToCome() {
        Monitoring stopped = Monitoring.ON.stop(ANN);
        assertThat(stopped.of("a stream of tomorrow")).contains(ANN);
        Monitoring some = stopped.start(List.of("disk"));
        assertThat(some.of("disk")).isEmpty();
        assertThat(some.of("memory")).contains(ANN);
        assertThat(some.stop(List.of("disk"), BOB).of("disk")).contains(BOB);
        assertThat(some.stop(BOB).of("disk")).contains(BOB);
        assertThat(some.stop(BOB).of("memory")).contains(ANN);
    }

    @Test
    void staysStoppedByWhoeverWasFirst() {
        Monitoring stopped = Monitoring.ON.stop(List.of("disk"), ANN);
        assertThat(stopped.stop(List.of("disk", "memory"), BOB).streams())
                .containsEntry("disk", ANN)
                .containsEntry("memory", BOB);
        assertThat(Monitoring.ON.stop(ANN).stop(BOB)).isEqualTo(Monitoring.ON.stop(ANN));
    }

    @Test
    void isReadAsItWasWritten() {
        Monitoring all = Monitoring.ON.stop(List.of("disk"), BOB).stop(ANN).start(List.of("gpu", "memory"));
        for (Monitoring one : List.of(Monitoring.ON, Monitoring.ON.stop(BOB), all)) {
            byte[] json = new PayloadWriter().write(MonitoringFields.of(one)).array();
            assertThat(MonitoringFields.parse(new PayloadReader().read(json))).isEqualTo(one);
        }
    }

    @Test
    void aRecordInThePlaceOfASampleSaysWhoAndWhenAndWhy() {
        assertThat(new PayloadWriter().text(ANN.record()))
                .isEqualTo("{\"state\":\"stopped\","
                        + "\"reason\":\"stopped by ann at 2025-01-03T12:00:00.000000Z: new cables\","
                        + "\"by\":\"ann\",\"since\":\"2025-01-03T12:00:00.000000Z\",\"comment\":\"new cables\"}");
        assertThat(BOB.reason()).isEqualTo("stopped by bob at 2025-01-03T12:00:01.000000Z");
    }
}
