package io.hostpulse.common.status;

/**
 * The line in {@code /proc/PID/stat}, as far as it is needed.
 *
 * @param state one letter; Z for a process that has ended and was not collected yet
 * @param cpuTicks time on a processor, of all its threads
 * @param startTicks when it started, since the machine did
 */
record ProcStat(char state, long cpuTicks, long startTicks) {

    /** What the kernel tells user space, whatever its own tick is. */
    private static final long TICKS_PER_SECOND = 100;

    private static final long NANOS_PER_TICK = 1_000_000_000L / TICKS_PER_SECOND;

    private static final int USER_AT = 11;
    private static final int SYSTEM_AT = 12;
    private static final int START_AT = 19;

    static ProcStat parse(String line) {
        // The name before it is in parentheses, and may hold blanks and parentheses itself.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long cpuTicks = Long.parseLong(fields[USER_AT]) + Long.parseLong(fields[SYSTEM_AT]);
        return new ProcStat(fields[0].charAt(0), cpuTicks, Long.parseLong(fields[START_AT]));
    }

    boolean isAlive() {
        return state != 'Z' && state != 'X';
    }

    long cpuNanos() {
        return cpuTicks * NANOS_PER_TICK;
    }

    long ageNanos(double uptimeSeconds) {
        return Math.max(0, (long) (uptimeSeconds * 1e9) - startTicks * NANOS_PER_TICK);
    }
}
