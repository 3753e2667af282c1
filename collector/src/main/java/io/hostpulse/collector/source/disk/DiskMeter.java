package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Remembers the counters of the previous read. Used by one thread. */
final class DiskMeter {

    private static final Value NO_DISK =
            new Value.Missing("no disk was there both at this read and at the previous one");

    private final Disks disks;
    private final LongSupplier nanoTime;
    private Map<String, DeviceCounters> previous = Map.of();
    private long previousNanos;

    /** Takes the first counters, so that the first read already has rates. */
    DiskMeter(Disks disks, LongSupplier nanoTime) {
        this.disks = disks;
        this.nanoTime = nanoTime;
        addTo(Fields.builder());
    }

    /** Containers often hide the statistics; space is worth reporting without them. */
    void addTo(Fields.Builder fields) {
        try {
            add(fields, disks.devices());
        } catch (IOException e) {
            for (Throughput each : Throughput.values()) {
                fields.missing(each.field(), String.valueOf(e.getMessage()));
            }
            fields.missing("devices", String.valueOf(e.getMessage()));
        }
    }

    private void add(Fields.Builder fields, List<DeviceCounters> counters) {
        long now = nanoTime.getAsLong();
        long nanos = now - previousNanos;
        List<DeviceActivity> activities = activities(counters, nanos);
        remember(counters, now);
        for (Throughput each : Throughput.values()) {
            fields.put(each.field(), total(each, activities, nanos));
        }
        fields.put("devices", activities.stream().map(this::element).toList());
    }

    private Fields element(DeviceActivity activity) {
        return activity.fields(disks.countsWaiting());
    }

    private List<DeviceActivity> activities(List<DeviceCounters> counters, long nanos) {
        List<DeviceActivity> activities = new ArrayList<>(counters.size());
        for (DeviceCounters each : counters) {
            activities.add(new DeviceActivity(each, Optional.ofNullable(previous.get(each.name())), nanos));
        }
        return activities;
    }

    /** As for the network: who just appeared has no part in the sum, who went backwards makes it unknown. */
    private static Value total(Throughput each, List<DeviceActivity> activities, long nanos) {
        long sum = 0;
        int disks = 0;
        for (DeviceActivity activity : activities) {
            if (activity.now().whole() && activity.before().isPresent()) {
                if (activity.wentBackwards()) {
                    return new Value.Missing(activity.now().name() + ": " + Rate.WENT_BACKWARDS);
                }
                disks++;
                sum += each.of(activity.now()) - each.of(activity.before().get());
            }
        }
        return disks == 0 ? NO_DISK : Rate.perSecond(0, sum, nanos);
    }

    private void remember(List<DeviceCounters> counters, long now) {
        Map<String, DeviceCounters> latest = new HashMap<>();
        counters.forEach(each -> latest.put(each.name(), each));
        previous = latest;
        previousNanos = now;
    }
}
