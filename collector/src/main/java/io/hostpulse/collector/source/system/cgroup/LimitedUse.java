package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.measure.Percent;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The fields {@code _limit}, {@code _used} and {@code _percentage}, all three of the group that sets the tightest limit. */
final class LimitedUse {

    static final String NO_LIMIT = "no limit is set, neither here nor in a group above";

    private LimitedUse() {}

    /** Reads {@code <resource>.max} and {@code <resource>.current}. */
    static void add(Fields.Builder fields, String resource, Cgroup cgroup) {
        try {
            Optional<Cgroup.Limit> limit = cgroup.tightest(resource + ".max", Cgroup::amount);
            Path folder = limit.map(Cgroup.Limit::folder).orElse(cgroup.folder());
            add(
                    fields,
                    resource,
                    limit,
                    Cgroup.text(folder, resource + ".current").number());
        } catch (IOException e) {
            String reason = "this group does not tell it: " + e.getMessage();
            fields.missing(resource + "_limit", reason)
                    .missing(resource + "_used", reason)
                    .missing(resource + "_percentage", reason);
        }
    }

    private static void add(Fields.Builder fields, String resource, Optional<Cgroup.Limit> limit, long used) {
        long max = limit.map(known -> (long) known.amount()).orElse(0L);
        fields.put(resource + "_limit", limit.isPresent() ? new Value.Whole(max) : new Value.Missing(NO_LIMIT));
        fields.put(resource + "_used", used);
        fields.put(resource + "_percentage", Percent.of(used, max, NO_LIMIT));
    }
}
