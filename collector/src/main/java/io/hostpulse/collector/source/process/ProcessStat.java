package io.hostpulse.collector.source.process;

/**
 * What is known cheaply of every process.
 *
 * @param pid its number, which another process may have had before and another will have later
 * @param parentPid its parent's number; 0 for none
 * @param name its name for people
 * @param state what it was doing
 * @param kernelThread whether it is a part of the kernel
 * @param threads how many it has
 * @param cpuNanos the processor time that it has used since its start
 * @param memory the bytes of its that are in memory
 * @param startNanos when it was started, on the scale of its {@link Census}; with the number it says which process this is
 * @param readNanos when this was read, from a clock that never goes back
 */
record ProcessStat(
        int pid,
        int parentPid,
        String name,
        ProcessState state,
        boolean kernelThread,
        int threads,
        long cpuNanos,
        long memory,
        long startNanos,
        long readNanos) {

    boolean isSameAs(ProcessStat other) {
        return pid == other.pid && startNanos == other.startNanos;
    }

    ProcessStat named(String fullName) {
        return new ProcessStat(
                pid, parentPid, fullName, state, kernelThread, threads, cpuNanos, memory, startNanos, readNanos);
    }
}
