package io.hostpulse.collector.source.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Remembers the counters of the previous read. Used by one thread. */
final class TrafficMeter {

    private final Interfaces interfaces;
    private final LongSupplier nanoTime;
    private Map<String, Counters> previous = Map.of();
    private long previousNanos;

    /** Takes the first counters, so that the first read already has rates. */
    TrafficMeter(Interfaces interfaces, LongSupplier nanoTime) throws IOException {
        this.interfaces = interfaces;
        this.nanoTime = nanoTime;
        read();
    }

    /**
     * What happened since the previous read.
     *
     * @param nanos the time that it took
     * @param interfaces what each interface did
     */
    record Measured(long nanos, List<Traffic> interfaces) {}

    Measured read() throws IOException {
        List<InterfaceCounters> counters = interfaces.counters();
        long now = nanoTime.getAsLong();
        Measured measured = measured(counters, now - previousNanos);
        remember(counters, now);
        return measured;
    }

    private Measured measured(List<InterfaceCounters> counters, long nanos) {
        List<Traffic> traffic = new ArrayList<>(counters.size());
        for (InterfaceCounters each : counters) {
            traffic.add(new Traffic(each, Optional.ofNullable(previous.get(each.name())), nanos));
        }
        return new Measured(nanos, traffic);
    }

    private void remember(List<InterfaceCounters> counters, long now) {
        Map<String, Counters> latest = new HashMap<>();
        for (InterfaceCounters each : counters) {
            latest.put(each.name(), each.counters());
        }
        previous = latest;
        previousNanos = now;
    }
}
