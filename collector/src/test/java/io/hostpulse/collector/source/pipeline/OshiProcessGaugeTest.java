package io.hostpulse.collector.source.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oshi.SystemInfo;

class OshiProcessGaugeTest {

    private final OshiProcessGauge gauge = new OshiProcessGauge(new SystemInfo());

    @Test
    void tellsWhatOshiKnowsOfThisProcess() {
        long pid = ProcessHandle.current().pid();
        assertThat(gauge.details(pid).resident().getAsLong()).isPositive();
        assertThat(gauge.details(pid).threads().getAsLong()).isPositive();
        assertThat(gauge.descriptors(pid).sockets()).isEmpty();
        assertThat(gauge.proportional(pid)).isEmpty();
        assertThat(gauge.machineMemory().getAsLong()).isPositive();
    }

    @Test
    void tellsNothingOfAProcessThatIsNotThere() {
        assertThat(gauge.details(Integer.MAX_VALUE)).isEqualTo(Details.NONE);
        assertThat(gauge.descriptors(Integer.MAX_VALUE)).isEqualTo(Descriptors.NONE);
    }
}
