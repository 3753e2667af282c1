package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.measure.Percent;
import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the cores did between two reads, in percent of that time. */
final class CpuUsage {

    private static final Value NEW_CORE = new Value.Missing("the core has come online since the previous read");
    private static final Value NOT_TOLD = new Value.Missing("this system does not tell it apart from idle time");

    private final CpuTimes before;
    private final CpuTimes now;

    CpuUsage(CpuTimes before, CpuTimes now) {
        this.before = before;
        this.now = now;
    }

    Value busy() {
        return busy(now.all().since(before.all()));
    }

    List<Value> busyPerCore() {
        List<Value> cores = new ArrayList<>(now.cores().size());
        for (CpuTimes.Core core : now.cores()) {
            Optional<CpuTicks> earlier = before.core(cores.size(), core.number());
            cores.add(earlier.map(ticks -> busy(core.ticks().since(ticks))).orElse(NEW_CORE));
        }
        return cores;
    }

    /** The five shares add up to 100. */
    void addShares(Fields.Builder fields, boolean tellsWaiting) {
        CpuTicks passed = now.all().since(before.all());
        fields.put("user_percent", share(passed.user(), passed));
        fields.put("system_percent", share(passed.system(), passed));
        fields.put("iowait_percent", tellsWaiting ? share(passed.iowait(), passed) : NOT_TOLD);
        fields.put("steal_percent", tellsWaiting ? share(passed.steal(), passed) : NOT_TOLD);
        fields.put("idle_percent", share(passed.idle(), passed));
    }

    private static Value busy(CpuTicks passed) {
        return share(passed.busy(), passed);
    }

    private static Value share(long part, CpuTicks passed) {
        return Percent.of(part, passed.total(), Rate.NO_TIME_PASSED);
    }
}
