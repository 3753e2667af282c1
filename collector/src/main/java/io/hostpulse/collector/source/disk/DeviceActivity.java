package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Optional;

/** What one disk did between two reads, or why that is not known. */
final class DeviceActivity {

    static final Value NOT_COUNTED = new Value.Missing("this system does not count it");

    private final DeviceCounters now;
    private final Optional<DeviceCounters> before;
    private final long nanos;

    DeviceActivity(DeviceCounters now, Optional<DeviceCounters> before, long nanos) {
        this.now = now;
        this.before = before;
        this.nanos = nanos;
    }

    DeviceCounters now() {
        return now;
    }

    Optional<DeviceCounters> before() {
        return before;
    }

    boolean wentBackwards() {
        return before.isPresent() && now.wentBackwardsSince(before.get());
    }

    Fields fields(boolean countsWaiting) {
        Fields.Builder fields = Fields.builder().put("name", now.name());
        for (Throughput each : Throughput.values()) {
            fields.put(each.field(), rate(each));
        }
        fields.put("busy_percent", busyPercent());
        fields.put("queue_depth", countsWaiting ? queueDepth() : NOT_COUNTED);
        new DeviceTotals(now, countsWaiting).addTo(fields);
        return fields.build();
    }

    private Value rate(Throughput each) {
        return unknown().orElseGet(() -> Rate.perSecond(each.of(before.orElseThrow()), each.of(now), nanos));
    }

    /** The kernel rounds to its own ticks, so that a disk that was always busy may come out slightly above 100. */
    private Value busyPercent() {
        return overTime(now.busyMillis() - before.orElse(now).busyMillis(), 100, 100);
    }

    /** How many requests were in work on average. */
    private Value queueDepth() {
        return overTime(now.waitMillis() - before.orElse(now).waitMillis(), 1, Double.MAX_VALUE);
    }

    /** Both counters of milliseconds have 32 bits and wrap while the others do not. */
    private Value overTime(long millis, int factor, double most) {
        Value grown = millis < 0
                ? new Value.Missing(Rate.WENT_BACKWARDS)
                : nanos <= 0
                        ? new Value.Missing(Rate.NO_TIME_PASSED)
                        : Rounding.twoDecimals(Math.min(most, millis * 1e6 * factor / nanos));
        return unknown().orElse(grown);
    }

    private Optional<Value> unknown() {
        if (before.isEmpty()) {
            return Optional.of(new Value.Missing(
                    "the disk has appeared, or has been used for the first time," + " since the previous read"));
        }
        return wentBackwards() ? Optional.of(new Value.Missing(Rate.WENT_BACKWARDS)) : Optional.empty();
    }
}
