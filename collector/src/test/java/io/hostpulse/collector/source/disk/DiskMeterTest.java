package io.hostpulse.collector.source.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskMeterTest {

    private final FakeDisks disks = new FakeDisks();
    private long nanos;

    @Test
    void reportsRatesBusyTimeAndQueueOfEachDisk() {
        disks.devices = List.of(disk("sda", true, 100, 1_000, 2_000));
        DiskMeter meter = meter();
        disks.devices = List.of(disk("sda", true, 300, 2_500, 6_000));
        nanos += 2_000_000_000L;
        Fields disk = device(read(meter), 0);

        assertThat(disk.get("reads_per_sec")).contains(new Value.Real(100));
        assertThat(disk.get("read_bytes_per_sec")).contains(new Value.Real(100 * 512));
        assertThat(disk.get("busy_percent")).contains(new Value.Real(75));
        assertThat(disk.get("queue_depth")).contains(new Value.Real(2));
    }

    @Test
    void totalsWholeDisksOnly() {
        disks.devices = List.of(disk("sda", true, 0, 0, 0), disk("dm-0", false, 0, 0, 0), disk("sdb", true, 0, 0, 0));
        DiskMeter meter = meter();
        disks.devices = List.of(disk("sda", true, 10, 0, 0), disk("dm-0", false, 10, 0, 0), disk("sdb", true, 5, 0, 0));
        nanos += 1_000_000_000L;

        assertThat(read(meter).get("reads_per_sec")).contains(new Value.Real(15));
    }

    @Test
    void neverShowsMoreThanAHundredPercentBusy() {
        disks.devices = List.of(disk("sda", true, 1, 0, 0));
        DiskMeter meter = meter();
        disks.devices = List.of(disk("sda", true, 1, 1_004, 0));
        nanos += 1_000_000_000L;
        assertThat(device(read(meter), 0).get("busy_percent")).contains(new Value.Real(100));
    }

    @Test
    void knowsTheRestWhenOnlyTheMillisecondsWrapped() {
        disks.devices = List.of(disk("sda", true, 1, 0xFFFF_FFFFL, 5));
        DiskMeter meter = meter();
        disks.devices = List.of(disk("sda", true, 3, 10, 5));
        nanos += 1_000_000_000L;
        Fields fields = read(meter);

        assertThat(device(fields, 0).get("busy_percent")).contains(new Value.Missing(Rate.WENT_BACKWARDS));
        assertThat(fields.get("reads_per_sec")).contains(new Value.Real(2));
    }

    @Test
    void knowsNoRateOfADiskThatWasReplaced() {
        disks.devices = List.of(disk("sda", true, 1000, 0, 0));
        DiskMeter meter = meter();
        disks.devices = List.of(disk("sda", true, 3, 0, 0));
        nanos += 1_000_000_000L;
        Fields fields = read(meter);

        assertThat(device(fields, 0).get("reads_per_sec")).contains(new Value.Missing(Rate.WENT_BACKWARDS));
        assertThat(fields.get("reads_per_sec")).contains(new Value.Missing("sda: " + Rate.WENT_BACKWARDS));
    }

    @Test
    void showsNoSpikeForADiskThatJustAppearedAndNoZeroForNone() {
        DiskMeter meter = meter();
        disks.devices = List.of(disk("sdb", true, 1_000_000, 0, 0));
        nanos += 1_000_000_000L;
        Fields fields = read(meter);

        assertThat(device(fields, 0).get("reads_per_sec").orElseThrow()).isInstanceOf(Value.Missing.class);
        assertThat(fields.get("reads_per_sec").orElseThrow()).isInstanceOf(Value.Missing.class);
    }

    @Test
    void saysWhyWhenTheStatisticsCannotBeRead() {
        disks.broken = true;
        Fields fields = read(meter());
        assertThat(fields.get("devices")).contains(new Value.Missing("/proc/diskstats (Permission denied)"));
        assertThat(fields.get("writes_per_sec")).contains(new Value.Missing("/proc/diskstats (Permission denied)"));
    }

    private DiskMeter meter() {
        return new DiskMeter(disks, () -> nanos);
    }

    private static DeviceCounters disk(String name, boolean whole, long operations, long busy, long waiting) {
        return new DeviceCounters(
                name, whole, operations, operations, operations * 512, operations * 512, busy, waiting);
    }

    private static Fields read(DiskMeter meter) {
        Fields.Builder fields = Fields.builder();
        meter.addTo(fields);
        return fields.build();
    }

    private static Fields device(Fields fields, int index) {
        return (Fields)
                ((Value.Sequence) fields.get("devices").orElseThrow()).values().get(index);
    }
}
