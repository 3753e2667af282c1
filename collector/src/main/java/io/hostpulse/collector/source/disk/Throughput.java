package io.hostpulse.collector.source.disk;

import java.util.function.ToLongFunction;

/** What is counted both for each disk and for all of them, in the order of the fields. */
enum Throughput {
    READS("reads_per_sec", DeviceCounters::reads),
    WRITES("writes_per_sec", DeviceCounters::writes),
    READ_BYTES("read_bytes_per_sec", DeviceCounters::readBytes),
    WRITTEN_BYTES("write_bytes_per_sec", DeviceCounters::writtenBytes);

    private final String field;
    private final ToLongFunction<DeviceCounters> counter;

    Throughput(String field, ToLongFunction<DeviceCounters> counter) {
        this.field = field;
        this.counter = counter;
    }

    String field() {
        return field;
    }

    long of(DeviceCounters counters) {
        return counter.applyAsLong(counters);
    }
}
