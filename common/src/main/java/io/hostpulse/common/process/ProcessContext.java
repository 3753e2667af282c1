package io.hostpulse.common.process;

/**
 * What a process is given when it is put together.
 *
 * @param name its name
 * @param data where it may write
 * @param clock its time
 * @param mark where it shows its counters
 * @param stop ends it as SIGTERM would; may be called by any thread
 */
public record ProcessContext(String name, DataDirectory data, EpochClock clock, ProcessMark mark, Runnable stop) {

    /**
     * Makes the context of one of several agents in this process.
     *
     * @param part where that agent shows its counters
     * @return the same process with another mark
     */
    public ProcessContext with(ProcessMark part) {
        return new ProcessContext(name, data, clock, part, stop);
    }
}
