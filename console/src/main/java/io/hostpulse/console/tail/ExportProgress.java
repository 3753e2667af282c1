package io.hostpulse.console.tail;

/** Learns how far an export has come; called on its thread, now and then. */
@FunctionalInterface
public interface ExportProgress {

    /**
     * Learns it.
     *
     * @param records how many were written
     * @param share how much of what is to be written, 0 to 1
     */
    void written(long records, double share);
}
