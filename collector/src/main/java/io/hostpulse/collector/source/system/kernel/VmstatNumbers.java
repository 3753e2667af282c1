package io.hostpulse.collector.source.system.kernel;

import io.hostpulse.collector.source.measure.Numbers;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.NamedNumbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Page faults, swapping and kills in /proc/vmstat. */
final class VmstatNumbers implements Numbers {

    static final String MAJOR_FAULTS = "pgmajfault";
    static final String MINOR_FAULTS = "minor";
    static final String SWAPPED_IN = "pswpin";
    static final String SWAPPED_OUT = "pswpout";
    static final String KILLS = "oom_kill";

    private static final String ALL_FAULTS = "pgfault";
    private static final Set<String> WANTED = Set.of(ALL_FAULTS, MAJOR_FAULTS, SWAPPED_IN, SWAPPED_OUT, KILLS);

    private final KernelFile file;

    VmstatNumbers(Path proc) {
        this.file = new KernelFile(proc.resolve("vmstat").toString());
    }

    /** The kernel counts all faults, and those among them that needed the disk. */
    @Override
    public Map<String, Long> read() throws IOException {
        Map<String, Long> numbers = NamedNumbers.parse(file.read(), WANTED);
        Long all = numbers.get(ALL_FAULTS);
        Long major = numbers.get(MAJOR_FAULTS);
        if (all != null && major != null) {
            numbers.put(MINOR_FAULTS, all - major);
        }
        return numbers;
    }

    @Override
    public void close() {
        file.close();
    }
}
