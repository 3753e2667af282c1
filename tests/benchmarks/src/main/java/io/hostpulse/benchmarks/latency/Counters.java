package io.hostpulse.benchmarks.latency;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.Mark;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the measured processes count in their mark files.
 *
 * @param byProcess the counters of each process
 */
record Counters(Map<String, Map<String, Long>> byProcess) {

    private static final String MARK = ".mark";

    static Counters read(DataDirectory data) throws IOException {
        Map<String, Map<String, Long>> found = new TreeMap<>();
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(data.run(), "*" + MARK)) {
            for (Path file : marks) {
                String name = file.getFileName().toString().replace(MARK, "");
                Mark.read(data, name).ifPresent(mark -> found.put(name, mark.counters()));
            }
        }
        return new Counters(found);
    }

    Counters since(Counters before) {
        Map<String, Map<String, Long>> changed = new TreeMap<>();
        byProcess.forEach((process, counters) -> {
            Map<String, Long> earlier = before.byProcess.getOrDefault(process, Map.of());
            Map<String, Long> difference = new TreeMap<>();
            counters.forEach((label, value) -> difference.put(label, value - earlier.getOrDefault(label, 0L)));
            changed.put(process, difference);
        });
        return new Counters(changed);
    }

    long of(String process, String label) {
        return byProcess.getOrDefault(process, Map.of()).getOrDefault(label, 0L);
    }

    /** The mean time one read of each source took, in nanoseconds. */
    Map<String, Double> meanReads() {
        Map<String, Double> means = new TreeMap<>();
        byProcess.forEach((process, counters) -> {
            long reads = counters.getOrDefault("reads_total", 0L);
            if (reads > 0) {
                means.put(process, (double) counters.getOrDefault("read_duration_ns_total", 0L) / reads);
            }
        });
        return means;
    }
}
