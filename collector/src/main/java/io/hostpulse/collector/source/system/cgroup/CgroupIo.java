package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.NumberField;
import io.hostpulse.collector.source.measure.NumberFields;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Fields;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What the group moved from and to all disks together. */
final class CgroupIo implements FieldGroup {

    private final FieldGroup rates;

    CgroupIo(Cgroup cgroup, LongSupplier nanoTime) {
        this.rates = new NumberFields(
                () -> sums(Cgroup.text(cgroup.folder(), "io.stat")),
                nanoTime,
                NumberField.rate("io_reads", "rios"),
                NumberField.rate("io_writes", "wios"),
                NumberField.rate("io_read_bytes", "rbytes"),
                NumberField.rate("io_write_bytes", "wbytes"));
    }

    /** One line for each device: its number, then {@code name=value}. A group that moved nothing has no line at all. */
    static Map<String, Long> sums(TextCursor text) throws MalformedTextException {
        Map<String, Long> sums = new HashMap<>(Map.of("rios", 0L, "wios", 0L, "rbytes", 0L, "wbytes", 0L));
        for (; !text.atEnd(); text.nextLine()) {
            text.word();
            while (!text.atLineEnd()) {
                add(text.until('='), text, sums);
            }
        }
        return sums;
    }

    /** Some kernels leave out the values or the line end of a device, and some add values with fractions. */
    private static void add(String name, TextCursor text, Map<String, Long> sums) throws MalformedTextException {
        if (text.accept("=")) {
            if (sums.containsKey(name)) {
                sums.merge(name, text.number(), Long::sum);
            } else {
                text.word();
            }
        }
    }

    @Override
    public void addTo(Fields.Builder fields) {
        rates.addTo(fields);
    }
}
