package io.hostpulse.collector.source.pipeline;

import io.hostpulse.common.status.ProcessStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Follows the processes from one reading to the next. Used by one thread. */
final class Observer {

    /** The kernel walks over all pages of a process for its proportional memory. */
    private static final Duration PROPORTIONAL_INTERVAL = Duration.ofSeconds(30);

    private final ProcessGauge gauge;
    private final LongSupplier nanoTime;
    private final Duration window;
    private final Map<String, ProcessLife> lives = new HashMap<>();

    /** The time is one that never goes back. */
    Observer(ProcessGauge gauge, LongSupplier nanoTime, Duration window) {
        this.gauge = gauge;
        this.nanoTime = nanoTime;
        this.window = window;
    }

    List<Observation> observe(List<ProcessStatus> processes) {
        long time = nanoTime.getAsLong();
        lives.keySet().retainAll(living(processes));
        List<Observation> observations = new ArrayList<>(processes.size());
        for (ProcessStatus process : processes) {
            Details details = process.usage().isPresent() ? gauge.details(process.pid()) : Details.NONE;
            observations.add(life(process, time).observe(time, process, details));
        }
        return observations;
    }

    private static Set<String> living(List<ProcessStatus> processes) {
        return processes.stream()
                .filter(process -> process.usage().isPresent())
                .map(ProcessStatus::name)
                .collect(Collectors.toSet());
    }

    private ProcessLife life(ProcessStatus process, long time) {
        ProcessLife known = lives.get(process.name());
        if (known != null && known.isOf(process.pid())) {
            return known;
        }
        long age = process.usage().map(usage -> usage.ageNanos()).orElse(0L);
        ProcessLife fresh = new ProcessLife(process.pid(), age, time, window);
        if (process.usage().isPresent()) {
            lives.put(process.name(), fresh);
        }
        return fresh;
    }

    /** Does what would take too long inside a reading. */
    void refresh() {
        lives.values().forEach(life -> life.refresh(nanoTime.getAsLong(), gauge, PROPORTIONAL_INTERVAL));
    }
}
