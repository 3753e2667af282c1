package io.hostpulse.common.status;

import io.hostpulse.common.process.ResidentMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernel's view of our processes.
 *
 * @param root where the process filesystem is mounted
 */
public record ProcFiles(Path root) implements Processes {

    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");
    private static final long KB = 1024;

    /** Looks at a process of ours, its memory included: in proportion if the kernel lets us see that, else in full. */
    @Override
    public Optional<Usage> usage(long pid) {
        return times(pid)
                .map(times -> new Usage(
                        times.ageNanos(),
                        times.cpuNanos(),
                        memory("pss", proportional(pid)).or(() -> memory("rss", resident(pid)))));
    }

    private static Optional<Usage.Memory> memory(String kind, OptionalLong bytes) {
        return bytes.isPresent() ? Optional.of(new Usage.Memory(kind, bytes.getAsLong())) : Optional.empty();
    }

    /**
     * Looks at a process of ours without its memory, for which the kernel walks over all its pages.
     *
     * @param pid its process id; 0 for none
     * @return how long it lives and was on a processor; empty when it has ended or its pid belongs to another program
     */
    public Optional<Usage> times(long pid) {
        return isOurs(pid)
                ? text(pid + "/stat")
                        .map(ProcStat::parse)
                        .filter(ProcStat::isAlive)
                        .map(stat -> new Usage(stat.ageNanos(uptimeSeconds()), stat.cpuNanos(), Optional.empty()))
                : Optional.empty();
    }

    // Start times would tell a reused pid as well, but not once the clock was set.
    private boolean isOurs(long pid) {
        return pid > 0
                && text(pid + "/cmdline")
                        .filter(line -> line.contains("hostpulse"))
                        .isPresent();
    }

    private double uptimeSeconds() {
        return text("uptime")
                .map(line -> Double.parseDouble(line.split(" ")[0]))
                .orElse(0.0);
    }

    /**
     * Asks for the memory of a process in which a page that it shares with others counts in proportion. The kernel walks
     * over all its pages for it.
     *
     * @param pid its process id
     * @return bytes; empty when it has ended, is somebody else's, or the kernel does not tell
     */
    public OptionalLong proportional(long pid) {
        Optional<String> rollup = text(pid + "/smaps_rollup");
        Matcher line = PSS.matcher(rollup.orElse(""));
        return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) * KB) : OptionalLong.empty();
    }

    private OptionalLong resident(long pid) {
        return ResidentMemory.parse(text(pid + "/status").orElse(""));
    }

    /**
     * Asks for the name of this machine.
     *
     * @return its name, or "this machine" when the kernel does not tell
     */
    public String hostName() {
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
