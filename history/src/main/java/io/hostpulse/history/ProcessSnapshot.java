package io.hostpulse.history;

import java.util.List;

/**
 * The largest programs at one moment.
 *
 * @param time when, epoch nanoseconds
 * @param processes the programs, those with most processor time first
 */
public record ProcessSnapshot(long time, List<ProcessSample> processes) {

    /** Copies the list. */
    public ProcessSnapshot {
        processes = List.copyOf(processes);
    }
}
