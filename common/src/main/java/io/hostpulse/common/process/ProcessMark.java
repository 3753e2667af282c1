package io.hostpulse.common.process;

/** Where a process, or one of several agents in it, says of itself what others can read without asking it. */
public interface ProcessMark {

    /**
     * Adds a counter that others can read.
     *
     * @param label its name in the form of a metric name such as {@code records_total}
     * @return the counter, at 0
     * @throws IllegalStateException when there is no room for another
     */
    Counter counter(String label);

    /**
     * Says what keeps the work from being done for now, so that others can tell it.
     *
     * @param condition a short text for a person; empty when all is well
     */
    void condition(String condition);
}
