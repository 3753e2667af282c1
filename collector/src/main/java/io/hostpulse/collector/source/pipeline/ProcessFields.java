package io.hostpulse.collector.source.pipeline;

import io.hostpulse.collector.source.measure.Percent;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.JvmCounter;
import io.hostpulse.common.process.Mark;
import java.util.List;
import java.util.OptionalLong;

/**
 * Shows one process. What only a live process has is absent from one that does not live.
 *
 * @param machineMemory all memory of the machine, if it is told
 */
record ProcessFields(OptionalLong machineMemory) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    static final String NOT_TOLD = "this system does not tell it";
    private static final String NOT_SAID = "the process has not said it yet";
    private static final String NO_LIMIT = "the heap has no limit, or the process has not said it yet";
    private static final String NOT_ASKED = "asked for every 30 s, and not yet answered; not told outside Linux";
    private static final String NOT_COUNTED =
            "counted after each reading, and not yet; or this system does not tell it";
    private static final String ONE_READING = "appeared since the previous read";

    Fields of(Observation process) {
        Fields.Builder fields = Fields.builder()
                .put("name", process.status().name())
                .put("state", process.status().state().label());
        process.status().condition().ifPresent(condition -> fields.put("condition", condition));
        process.status().restarts().ifPresent(restarts -> fields.put("restarts", restarts));
        if (process.isAlive()) {
            addLife(fields, process);
            addMemory(fields, process);
            addCollections(fields, process);
            fields.put("counters", counters(process));
            fields.put("trend", trend(process.trend()));
        }
        fields.put("health", health(process));
        return fields.put("reasons", texts(process.judgement().reasons())).build();
    }

    /** What was stopped, or has nothing to watch here, is neither well nor ill. */
    private static Value health(Observation process) {
        Health health = process.judgement().health();
        return process.isAlive() || !health.isGood()
                ? new Value.Text(health.label())
                : new Value.Missing(
                        "it does not run: " + process.status().state().label());
    }

    static List<Value> texts(List<String> reasons) {
        return reasons.stream().map(reason -> (Value) new Value.Text(reason)).toList();
    }

    private static void addLife(Fields.Builder fields, Observation process) {
        fields.put("pid", process.status().pid());
        fields.put(
                "uptime_seconds", seconds(process.status().usage().orElseThrow().ageNanos()));
        fields.put(
                "heartbeat_age_seconds",
                process.status()
                        .heartbeatAge()
                        .map(ProcessFields::seconds)
                        .orElseGet(() -> new Value.Missing(NOT_SAID)));
        fields.put("cpu_percent", Told.rounded(process.cpu(), ONE_READING));
        fields.put("thread_count", Told.whole(process.details().threads(), NOT_TOLD));
        fields.put("open_files", Told.whole(process.descriptors().files(), NOT_COUNTED));
        fields.put("connections", Told.whole(process.descriptors().sockets(), NOT_COUNTED));
    }

    private static Value seconds(long nanos) {
        return Rounding.twoDecimals(nanos / NANOS_PER_SECOND);
    }

    private void addMemory(Fields.Builder fields, Observation process) {
        OptionalLong resident = process.details().resident();
        fields.put("rss", Told.whole(resident, NOT_TOLD));
        fields.put("percent", share(resident));
        fields.put("pss", Told.whole(process.proportional(), NOT_ASKED));
        fields.put("heap_used", Told.whole(process.jvm(JvmCounter.HEAP_USED), NOT_SAID));
        fields.put("heap_committed", Told.whole(process.jvm(JvmCounter.HEAP_COMMITTED), NOT_SAID));
        fields.put("heap_max", Told.whole(process.jvm(JvmCounter.HEAP_MAX), NO_LIMIT));
        fields.put("non_heap_used", Told.whole(process.jvm(JvmCounter.NON_HEAP_USED), NOT_SAID));
        fields.put("direct_memory", Told.whole(process.jvm(JvmCounter.DIRECT), NOT_SAID));
        fields.put("java_threads", Told.whole(process.jvm(JvmCounter.THREADS), NOT_SAID));
    }

    private Value share(OptionalLong resident) {
        return resident.isPresent() && machineMemory.isPresent()
                ? Percent.of(resident.getAsLong(), machineMemory.getAsLong(), NOT_TOLD)
                : new Value.Missing(NOT_TOLD);
    }

    private static void addCollections(Fields.Builder fields, Observation process) {
        fields.put(
                "gc_collections",
                Fields.builder()
                        .put("young", Told.whole(process.jvm(JvmCounter.YOUNG_COLLECTIONS), NOT_SAID))
                        .put("old", Told.whole(process.jvm(JvmCounter.OLD_COLLECTIONS), NOT_SAID))
                        .build());
        fields.put(
                "gc_seconds",
                Fields.builder()
                        .put("young", spent(process.jvm(JvmCounter.YOUNG_MILLIS)))
                        .put("old", spent(process.jvm(JvmCounter.OLD_MILLIS)))
                        .build());
    }

    private static Value spent(OptionalLong millis) {
        return millis.isPresent()
                ? new Value.Real(millis.getAsLong() / MILLIS_PER_SECOND)
                : new Value.Missing(NOT_SAID);
    }

    private static Fields counters(Observation process) {
        Fields.Builder fields = Fields.builder();
        process.mark()
                .map(Mark::counters)
                .ifPresent(counters -> counters.forEach((label, value) -> {
                    if (!JvmCounter.isOne(label)) {
                        fields.put(label, value);
                    }
                }));
        return fields.build();
    }

    private static Value trend(Trend trend) {
        Fields.Builder fields = Fields.builder()
                .put("status", trend.growthPerHour().isPresent() ? "ok" : "insufficient_data")
                .put("points", trend.points())
                .put("span_seconds", seconds(trend.span()));
        if (trend.points() > 0) {
            fields.put("average_memory", Math.round(trend.average()))
                    .put("min_memory", trend.min())
                    .put("max_memory", trend.max());
        }
        trend.growthPerHour().ifPresent(growth -> fields.put("growth_rate_per_hour", Math.round(growth))
                .put("steady", trend.steady()));
        return fields.build();
    }
}
