package io.hostpulse.collector.source.system.kernel;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What each core has done since boot, from the cpu lines of /proc/stat: the columns as the kernel has them. Used by one thread. */
final class CpuTimes implements FieldGroup {

    private static final String FIELD = "cpu_seconds";

    /** The first eight columns. Guests, which follow, are already in user and nice. */
    private static final List<String> COLUMNS =
            List.of("user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal");

    /** USER_HZ, which is the same on every machine on which Java runs. */
    private static final double TICKS_PER_SECOND = 100;

    private final KernelFile file;

    CpuTimes(Path proc) {
        this.file = new KernelFile(proc.resolve("stat").toString());
    }

    @Override
    public void addTo(Fields.Builder fields) {
        try {
            fields.put(FIELD, parse(file.read()));
        } catch (IOException e) {
            fields.missing(FIELD, "it cannot be read: " + e.getMessage());
        }
    }

    /** The line of all cores together comes first and is their sum. */
    static List<Fields> parse(TextCursor text) throws MalformedTextException {
        text.require("cpu ");
        text.nextLine();
        List<Fields> cores = new ArrayList<>();
        while (text.accept("cpu")) {
            cores.add(core(text));
            text.nextLine();
        }
        return cores;
    }

    private static Fields core(TextCursor text) throws MalformedTextException {
        Fields.Builder fields = Fields.builder().put("core", text.number());
        for (String column : COLUMNS) {
            fields.put(column, text.number() / TICKS_PER_SECOND);
        }
        return fields.build();
    }

    @Override
    public void close() {
        file.close();
    }
}
