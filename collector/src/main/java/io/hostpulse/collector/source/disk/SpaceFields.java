package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.measure.Percent;
import io.hostpulse.collector.source.patience.Answer;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/** Turns the answer of a filesystem into fields. */
final class SpaceFields {

    private static final List<String> SPACE = List.of("total", "used", "free", "percentage");
    private static final List<String> INODES =
            List.of("inodes_total", "inodes_used", "inodes_free", "inodes_percentage");
    private static final String NO_INODES = "this filesystem does not limit the number of files, or does not tell it";

    private SpaceFields() {}

    static void addSpace(Fields.Builder fields, Answer<Space> answer) {
        if (answer instanceof Answer.Known<Space> known) {
            Space space = known.value();
            fields.put("total", space.total()).put("used", space.used()).put("free", space.free());
            // As df counts: what is reserved for root is neither used nor free.
            fields.put("percentage", Percent.of(space.used(), space.used() + space.free(), "it has no size"));
        } else if (answer instanceof Answer.Unknown<Space> unknown) {
            SPACE.forEach(field -> fields.missing(field, unknown.reason()));
        }
    }

    private static void addInodes(Fields.Builder fields, Answer<Space> answer) {
        if (answer instanceof Answer.Known<Space> known && known.value().inodesTotal() > 0) {
            long total = known.value().inodesTotal();
            long used = total - known.value().inodesFree();
            fields.put("inodes_total", total).put("inodes_used", used).put("inodes_free", total - used);
            fields.put("inodes_percentage", Percent.of(used, total, NO_INODES));
        } else {
            String reason = answer instanceof Answer.Unknown<Space> unknown ? unknown.reason() : NO_INODES;
            INODES.forEach(field -> fields.missing(field, reason));
        }
    }

    static Fields element(Target target, Answer<Space> answer) {
        Fields.Builder fields = Fields.builder().put("path", target.path());
        addMount(fields, target);
        addSpace(fields, answer);
        addInodes(fields, answer);
        fields.put(
                "read_only",
                target.mount()
                        .<Value>map(mount -> new Value.Flag(mount.readOnly()))
                        .orElse(noMount()));
        return fields.build();
    }

    private static void addMount(Fields.Builder fields, Target target) {
        fields.put(
                "device",
                target.mount()
                        .<Value>map(mount -> new Value.Text(mount.device()))
                        .orElse(noMount()));
        fields.put(
                "type",
                target.mount().<Value>map(mount -> new Value.Text(mount.type())).orElse(noMount()));
    }

    private static Value noMount() {
        return new Value.Missing("no mount is known that holds this path");
    }
}
