package io.hostpulse.common.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory that a process has in RAM, pages that it shares with others in full. */
public final class ResidentMemory {

    private static final Pattern LINE = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final long KB = 1024;

    private ResidentMemory() {}

    /**
     * Finds the amount in a process's status file.
     *
     * @param status the content of {@code /proc/PID/status}
     * @return bytes; empty when it is not told
     */
    public static OptionalLong parse(String status) {
        Matcher line = LINE.matcher(status);
        return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) * KB) : OptionalLong.empty();
    }

    /** Asks for that of this process; empty on systems without a process filesystem. */
    static OptionalLong ofThisProcess() {
        try {
            return parse(Files.readString(Path.of("/proc/self/status")));
        } catch (IOException notToldHere) {
            return OptionalLong.empty();
        }
    }
}
