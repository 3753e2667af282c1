package io.hostpulse.console.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernel's view of our processes.
 *
 * @param root where the process filesystem is mounted
 */
record ProcFiles(Path root) {

    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");
    private static final Pattern RSS = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final long KB = 1024;

    /** Looks at a process of ours; one that has ended, or whose pid was given to another program, has no usage. */
    Optional<Usage> usage(long pid) {
        return isOurs(pid)
                ? text(pid + "/stat")
                        .map(ProcStat::parse)
                        .filter(ProcStat::isAlive)
                        .map(stat -> usage(pid, stat))
                : Optional.empty();
    }

    // Start times would tell a reused pid as well, but not once the clock was set.
    private boolean isOurs(long pid) {
        return pid > 0
                && text(pid + "/cmdline")
                        .filter(line -> line.contains("hostpulse"))
                        .isPresent();
    }

    private Usage usage(long pid, ProcStat stat) {
        long age = stat.ageNanos(uptimeSeconds());
        return new Usage(age, stat.cpuNanos(), pss(pid).or(() -> rss(pid)));
    }

    private double uptimeSeconds() {
        return text("uptime")
                .map(line -> Double.parseDouble(line.split(" ")[0]))
                .orElse(0.0);
    }

    private Optional<Usage.Memory> pss(long pid) {
        return text(pid + "/smaps_rollup").flatMap(text -> memory("pss", PSS.matcher(text)));
    }

    private Optional<Usage.Memory> rss(long pid) {
        return text(pid + "/status").flatMap(text -> memory("rss", RSS.matcher(text)));
    }

    private static Optional<Usage.Memory> memory(String kind, Matcher line) {
        return line.find() ? Optional.of(new Usage.Memory(kind, Long.parseLong(line.group(1)) * KB)) : Optional.empty();
    }

    String hostName() {
        return text("sys/kernel/hostname").map(String::strip).orElse("this machine");
    }

    // A process may end between two looks, and parts of others' are not readable: both are answers, not errors.
    private Optional<String> text(String file) {
        try {
            return Optional.of(new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.UTF_8));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
