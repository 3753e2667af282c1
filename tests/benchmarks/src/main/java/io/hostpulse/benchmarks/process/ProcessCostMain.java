package io.hostpulse.benchmarks.process;

import com.sun.management.ThreadMXBean;
import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.collector.source.process.ProcessSourceType;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** What one sample of the source {@code process} costs while there are many processes: {@code ProcessCostMain [COUNT]}. */
public final class ProcessCostMain {

    private static final int USUAL_COUNT = 1000;
    private static final int READS = 120;

    /** A collector that has just been started has its first reads interpreted: 20 are 100 s of it. */
    private static final int EARLY = 20;

    /** Long enough for shares of processor time, and for other work to cool the caches. */
    private static final long PAUSE_NANOS = 100_000_000;

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ProcessCostMain() {}

    /**
     * Measures and prints.
     *
     * @param args how many processes to start, 1000 unless said
     * @throws IOException when they cannot be started or read
     * @throws SourceAbsentException when this system has no processes to read
     */
    public static void main(String[] args) throws IOException, SourceAbsentException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : USUAL_COUNT;
        Path nowhere = Path.of("/nowhere");
        Config config = Config.load(ConfigSources.in(nowhere));
        SourceContext context = new SourceContext(new DataDirectory(nowhere), EpochClock.SYSTEM);
        try (Sleepers sleepers = Sleepers.start(count);
                Source source = new ProcessSourceType().configure(config.root()).open(context)) {
            measure(source);
        }
    }

    private static void measure(Source source) throws IOException {
        PayloadWriter writer = new PayloadWriter();
        double[] millis = new double[READS];
        long[] allocated = new long[READS];
        int bytes = 0;
        for (int i = 0; i < READS; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            long cpu = THREAD.getCurrentThreadCpuTime();
            long memory = THREAD.getCurrentThreadAllocatedBytes();
            Reading reading = source.read();
            bytes = writer.write(reading).remaining();
            millis[i] = (THREAD.getCurrentThreadCpuTime() - cpu) / 1e6;
            allocated[i] = THREAD.getCurrentThreadAllocatedBytes() - memory;
        }
        print(source, millis, allocated, bytes);
    }

    private static void print(Source source, double[] millis, long[] allocated, int bytes) throws IOException {
        Reading.Ok last = (Reading.Ok) source.read();
        double[] early = sorted(millis, 0, EARLY);
        double[] late = sorted(millis, READS - EARLY, READS);
        Arrays.sort(allocated);
        System.out.printf(
                Locale.ROOT,
                "processes %s%nCPU of the reading thread, record included:%n"
                        + "  first read    %6.2f ms%n  reads 1 to %d  %6.2f ms median%n"
                        + "  last %d reads %6.2f ms median, %.2f ms worst%n"
                        + "allocated %d KB a read, record %d bytes%n",
                last.fields().get("total").orElseThrow(),
                millis[0],
                EARLY,
                early[EARLY / 2],
                EARLY,
                late[EARLY / 2],
                late[EARLY - 1],
                allocated[READS / 2] / 1024,
                bytes);
    }

    private static double[] sorted(double[] millis, int from, int to) {
        double[] part = Arrays.copyOfRange(millis, from, to);
        Arrays.sort(part);
        return part;
    }
}
