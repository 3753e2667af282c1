package io.hostpulse.collector.source.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process filesystem of our own; the machine is up for 10,000 s and has 16 GB. */
record FakeProc(Path root) {

    private static final String STAT = "%d (java) S 1 77 77 0 -1 4194304 9800 0 12 0 %d 0 0 0 20 0 21 0 %d"
            + " 3221225472 12345 18446744073709551615 1 1 0 0 0 0 0 4096 17642 0 0 0 17 1 0 0 0 0 0\n";

    FakeProc create() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("uptime"), "10000.00 19000.00\n");
        Files.writeString(root.resolve("meminfo"), "MemTotal:       16777216 kB\nMemFree:        4096 kB\n");
        return this;
    }

    /** A process of that age in seconds, with that time on a processor in hundredths, and that memory in kilobytes. */
    FakeProc process(long pid, long age, long cpuTicks, long residentKb) throws IOException {
        Path directory = Files.createDirectories(root.resolve(Long.toString(pid)));
        Files.writeString(directory.resolve("stat"), STAT.formatted(pid, cpuTicks, (10_000 - age) * 100));
        Files.writeString(directory.resolve("cmdline"), "java\0io.hostpulse.broker.BrokerMain");
        Files.writeString(
                directory.resolve("status"),
                "Name:\tjava\nVmHWM:\t  99999 kB\nVmRSS:\t  " + residentKb + " kB\nThreads:\t21\n");
        Files.writeString(directory.resolve("smaps_rollup"), "Rss: 1 kB\nPss:             " + residentKb / 2 + " kB\n");
        return this;
    }

    FakeProc open(long pid, int descriptor, String what) throws IOException {
        Path directory = Files.createDirectories(root.resolve(pid + "/fd"));
        Files.createSymbolicLink(directory.resolve(Integer.toString(descriptor)), Path.of(what));
        return this;
    }

    FakeProc end(long pid) throws IOException {
        Files.delete(root.resolve(pid + "/cmdline"));
        return this;
    }
}
