package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of /proc/diskstats (Documentation/admin-guide/iostats.rst), of which those of block devices are wanted. */
final class DiskStatsText {

    /** The unit of these counters, whatever the sector size of the disk. */
    private static final int SECTOR_BYTES = 512;

    private final BlockDevices devices;

    DiskStatsText(BlockDevices devices) {
        this.devices = devices;
    }

    List<DeviceCounters> parse(TextCursor text) throws MalformedTextException {
        List<DeviceCounters> counters = new ArrayList<>();
        for (; !text.atEnd(); text.nextLine()) {
            line(text).ifPresent(counters::add);
        }
        return counters;
    }

    /** Partitions repeat what their disk says, and loop devices that never did anything say nothing. */
    private Optional<DeviceCounters> line(TextCursor text) throws MalformedTextException {
        text.number(); // major
        text.number(); // minor
        String name = text.word();
        BlockDevices.Kind kind = devices.kind(name);
        DeviceCounters counters = counters(text, name, kind);
        boolean unused = counters.reads() == 0 && counters.writes() == 0;
        return kind == BlockDevices.Kind.PART || (kind == BlockDevices.Kind.DERIVED && unused)
                ? Optional.empty()
                : Optional.of(counters);
    }

    private static DeviceCounters counters(TextCursor text, String name, BlockDevices.Kind kind)
            throws MalformedTextException {
        long reads = text.number();
        long readsMerged = text.number();
        long readBytes = text.number() * SECTOR_BYTES;
        long readMillis = text.number();
        long writes = text.number();
        long writesMerged = text.number();
        long writtenBytes = text.number() * SECTOR_BYTES;
        long writeMillis = text.number();
        text.number(); // in work now
        long busyMillis = text.number();
        boolean whole = kind == BlockDevices.Kind.DISK;
        long waitMillis = text.number();
        DeviceCounters.Details details = new DeviceCounters.Details(readsMerged, writesMerged, readMillis, writeMillis);
        return new DeviceCounters(name, whole, reads, writes, readBytes, writtenBytes, busyMillis, waitMillis, details);
    }
}
