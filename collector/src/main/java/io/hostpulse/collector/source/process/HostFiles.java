package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.host.BootTime;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.TextCursor;
import java.io.IOException;
import java.nio.file.Path;

/** Reads what the numbers of processes relate to: when the host was started, how long ago, and how much memory it has. */
final class HostFiles implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;

    private final KernelFile uptime;
    private final KernelFile stat;
    private final KernelFile meminfo;

    HostFiles(Path proc) {
        uptime = new KernelFile(proc.resolve("uptime").toString());
        stat = new KernelFile(proc.resolve("stat").toString());
        meminfo = new KernelFile(proc.resolve("meminfo").toString());
    }

    Census.Moment read() throws IOException {
        long bootEpochSecond = BootTime.in(stat.read()).getEpochSecond();
        long memory = memoryTotal(meminfo.read());
        return new Census.Moment(bootEpochSecond, Math.round(uptime.read().decimal() * NANOS_PER_SECOND), memory);
    }

    private static long memoryTotal(TextCursor text) throws IOException {
        for (; !text.atEnd(); text.nextLine()) {
            if (text.accept("MemTotal:")) {
                return Math.multiplyExact(text.number(), 1024L);
            }
        }
        throw text.malformed("a line MemTotal");
    }

    @Override
    public void close() {
        uptime.close();
        stat.close();
        meminfo.close();
    }
}
