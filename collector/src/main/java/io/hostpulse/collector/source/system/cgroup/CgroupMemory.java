package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.NumberField;
import io.hostpulse.collector.source.measure.NumberFields;
import io.hostpulse.collector.source.text.NamedNumbers;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Memory: its limits, and how often they were met. Events are counted for the group and everything below it. */
final class CgroupMemory implements FieldGroup {

    private static final String HIGH = "memory_high";
    private static final String KILLS = "oom_kill";
    private static final String LIMIT_MET = "max";

    private final Cgroup cgroup;
    private final FieldGroup events;

    CgroupMemory(Cgroup cgroup, LongSupplier nanoTime) {
        this.cgroup = cgroup;
        this.events = new NumberFields(
                () -> NamedNumbers.parse(Cgroup.text(cgroup.folder(), "memory.events"), Set.of(KILLS, LIMIT_MET)),
                nanoTime,
                NumberField.plain("memory_oom_kills", KILLS),
                NumberField.rate("memory_limit_hits", LIMIT_MET));
    }

    @Override
    public void addTo(Fields.Builder fields) {
        LimitedUse.add(fields, "memory", cgroup);
        fields.put(HIGH, high());
        events.addTo(fields);
    }

    /** Above it everything in the group is slowed down, but nothing killed. */
    private Value high() {
        try {
            Optional<Cgroup.Limit> high = cgroup.tightest("memory.high", Cgroup::amount);
            return high.isPresent()
                    ? new Value.Whole((long) high.get().amount())
                    : new Value.Missing(LimitedUse.NO_LIMIT);
        } catch (IOException e) {
            return new Value.Missing("this group does not tell it: " + e.getMessage());
        }
    }
}
