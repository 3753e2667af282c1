package io.hostpulse.collector.source.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The kernel keeps 15 bytes of a name. What was cut off stands in the command line, if that begins with the program's path: it is
 * looked for once for each process whose name is that long. Used by one thread.
 */
final class FullNames {

    /** TASK_COMM_LEN of linux/sched.h, less the 0 at its end. */
    private static final int KEPT = 15;

    /** Longer ones are no file names. */
    private static final int LONGEST = 255;

    private final ProcFiles files;
    private final byte[] buffer = new byte[4096];
    private Map<Integer, Known> known = new HashMap<>();
    private Map<Integer, Known> seen = new HashMap<>();

    FullNames(ProcFiles files) {
        this.files = files;
    }

    private record Known(ProcessStat process, String fullName) {}

    /** Forgets those that were not asked for since the last time. */
    void begin() {
        Map<Integer, Known> emptied = known;
        emptied.clear();
        known = seen;
        seen = emptied;
    }

    ProcessStat complete(ProcessStat process) {
        if (process.kernelThread() || !mayBeCut(process.name())) {
            return process;
        }
        Known found = known.get(process.pid());
        if (found == null
                || !found.process.isSameAs(process)
                || !found.process.name().equals(process.name())) {
            found = new Known(process, look(process));
        }
        seen.put(process.pid(), found);
        return process.named(found.fullName);
    }

    /** A character takes up to three bytes of a name. */
    private static boolean mayBeCut(String name) {
        return name.length() > KEPT / 3 && name.getBytes(StandardCharsets.UTF_8).length >= KEPT;
    }

    private String look(ProcessStat process) {
        try {
            int length = files.read(process.pid(), "cmdline", buffer);
            return longer(process.name(), program(length));
        } catch (IOException gone) {
            // It keeps the short name: nothing else is known of it.
            return process.name();
        }
    }

    /** The last part of the path in the first argument, up to what cannot be in the name of a program: some write titles there. */
    private String program(int length) {
        int start = 0;
        int end = 0;
        while (end < length && isInName(buffer[end])) {
            start = buffer[end] == '/' ? end + 1 : start;
            end++;
        }
        return new String(buffer, start, end - start, StandardCharsets.US_ASCII);
    }

    private static boolean isInName(byte b) {
        return (b >= '-' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '_' || b == '+';
    }

    private static String longer(String name, String program) {
        return program.startsWith(name) && program.length() <= LONGEST ? program : name;
    }
}
