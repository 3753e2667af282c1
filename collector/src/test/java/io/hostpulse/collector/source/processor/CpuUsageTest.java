package io.hostpulse.collector.source.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuUsageTest {

    private static final CpuTicks START = new CpuTicks(1000, 1000, 1000, 1000, 1000);

    @Test
    void countsUserSystemAndStolenTimeAsBusy() {
        CpuTicks end = new CpuTicks(1030, 1015, 1040, 1010, 1005);
        CpuUsage usage = new CpuUsage(times(START), times(end));

        assertThat(usage.busy()).isEqualTo(new Value.Real(50));
        assertThat(usage.busyPerCore()).isEqualTo(List.of(new Value.Real(50)));
        assertThat(shares(usage, true))
                .containsExactly(
                        new Value.Real(30),
                        new Value.Real(15),
                        new Value.Real(10),
                        new Value.Real(5),
                        new Value.Real(40));
    }

    @Test
    void isUnknownRatherThanZeroWhenNoTimePassed() {
        CpuUsage usage = new CpuUsage(times(START), times(START));

        assertThat(usage.busy()).isEqualTo(new Value.Missing(Rate.NO_TIME_PASSED));
        assertThat(usage.busyPerCore()).isEqualTo(List.of(new Value.Missing(Rate.NO_TIME_PASSED)));
    }

    @Test
    void takesIdleTimeThatStepsBackForNoTime() {
        CpuTicks end = new CpuTicks(1050, 1000, 1050, 999, 1000);
        assertThat(new CpuUsage(times(START), times(end)).busy()).isEqualTo(new Value.Real(50));
    }

    @Test
    void isUnknownForACoreThatHasJustComeOnline() {
        CpuTimes before = new CpuTimes(START, List.of(new CpuTimes.Core(0, START), new CpuTimes.Core(3, START)));
        CpuTicks end = new CpuTicks(1010, 1000, 1010, 1000, 1000);
        CpuTimes now = new CpuTimes(
                end, List.of(new CpuTimes.Core(0, end), new CpuTimes.Core(2, end), new CpuTimes.Core(3, end)));

        List<Value> cores = new CpuUsage(before, now).busyPerCore();

        assertThat(cores.get(0)).isEqualTo(new Value.Real(50));
        assertThat(cores.get(1)).isInstanceOf(Value.Missing.class);
        assertThat(cores.get(2)).isEqualTo(new Value.Real(50));
    }

    @Test
    void doesNotShowZeroWhereTheSystemDoesNotTellWaitingFromIdling() {
        CpuTicks end = new CpuTicks(1010, 1000, 1010, 1000, 1000);
        List<Value> shares = shares(new CpuUsage(times(START), times(end)), false);
        assertThat(shares.get(2)).isInstanceOf(Value.Missing.class);
        assertThat(shares.get(3)).isInstanceOf(Value.Missing.class);
    }

    private static CpuTimes times(CpuTicks ticks) {
        return new CpuTimes(ticks, List.of(new CpuTimes.Core(0, ticks)));
    }

    private static List<Value> shares(CpuUsage usage, boolean tellsWaiting) {
        Fields.Builder fields = Fields.builder();
        usage.addShares(fields, tellsWaiting);
        return List.copyOf(fields.build().values().values());
    }
}
