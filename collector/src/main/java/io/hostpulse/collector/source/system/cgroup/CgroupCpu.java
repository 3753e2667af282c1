package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.RateMeter;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.collector.source.text.NamedNumbers;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Processor time, in cores: 1 is one core all the time. Used and throttled time are of the group that sets the limit. */
final class CgroupCpu implements FieldGroup {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_MILLI = 1_000;

    private static final String USED = "usage_usec";
    private static final String THROTTLED_TIMES = "nr_throttled";
    private static final String THROTTLED_TIME = "throttled_usec";
    private static final Set<String> WANTED = Set.of(USED, THROTTLED_TIMES, THROTTLED_TIME);

    private static final List<String> FIELDS =
            List.of("cpu_limit_cores", "cpu_used_cores", "cpu_throttles_per_sec", "cpu_throttled_ms_per_sec");

    private final Cgroup cgroup;
    private final RateMeter meter;

    CgroupCpu(Cgroup cgroup, LongSupplier nanoTime) {
        this.cgroup = cgroup;
        this.meter = new RateMeter(nanoTime);
    }

    @Override
    public void addTo(Fields.Builder fields) {
        try {
            Optional<Cgroup.Limit> limit = cgroup.tightest("cpu.max", Cgroup::cores);
            Path folder = limit.map(Cgroup.Limit::folder).orElse(cgroup.folder());
            add(fields, limit, NamedNumbers.parse(Cgroup.text(folder, "cpu.stat"), WANTED));
        } catch (IOException e) {
            FIELDS.forEach(field -> fields.missing(field, "this group does not tell it: " + e.getMessage()));
        }
    }

    private void add(Fields.Builder fields, Optional<Cgroup.Limit> limit, Map<String, Long> stat) {
        fields.put(
                "cpu_limit_cores",
                limit.map(known -> Rounding.twoDecimals(known.amount()))
                        .orElse(new Value.Missing(LimitedUse.NO_LIMIT)));
        fields.put("cpu_used_cores", rate(stat, USED, MICROS_PER_SECOND));
        fields.put("cpu_throttles_per_sec", rate(stat, THROTTLED_TIMES, 1));
        fields.put("cpu_throttled_ms_per_sec", rate(stat, THROTTLED_TIME, MICROS_PER_MILLI));
    }

    private Value rate(Map<String, Long> stat, String counter, long unit) {
        Long count = stat.get(counter);
        return count == null
                ? new Value.Missing("the controller cpu is not enabled for this group")
                : meter.perSecond(counter, count, unit);
    }
}
