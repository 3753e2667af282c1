package io.hostpulse.collector.source.system.kernel;

import io.hostpulse.collector.source.measure.Numbers;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.NamedNumbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The lines of /proc/stat that are not about cores. Those of interrupts begin with their sum. Used by one thread. */
public final class StatNumbers implements Numbers {

    /** The number that is the boot time, in seconds since 1970; it moves when the clock is set. */
    public static final String BOOT_TIME = "btime";

    static final String CONTEXT_SWITCHES = "ctxt";
    static final String INTERRUPTS = "intr";
    static final String SOFT_INTERRUPTS = "softirq";
    static final String FORKS = "processes";
    static final String RUNNABLE = "procs_running";
    static final String BLOCKED = "procs_blocked";

    private static final Set<String> WANTED =
            Set.of(BOOT_TIME, CONTEXT_SWITCHES, INTERRUPTS, SOFT_INTERRUPTS, FORKS, RUNNABLE, BLOCKED);

    private final KernelFile file;

    /**
     * The file is opened when it is first read.
     *
     * @param proc the folder /proc
     */
    public StatNumbers(Path proc) {
        this.file = new KernelFile(proc.resolve("stat").toString());
    }

    @Override
    public Map<String, Long> read() throws IOException {
        return NamedNumbers.parse(file.read(), WANTED);
    }

    @Override
    public void close() {
        file.close();
    }
}
