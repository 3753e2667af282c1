package io.hostpulse.history;

import java.util.List;

/**
 * What the programs of one name did.
 *
 * @param width how long a bucket is, in nanoseconds: whole minutes
 * @param runs each start of the program is one; the one that was seen last first
 * @param isWhole whether no older run was left out because there are too many
 */
public record ProcessHistory(long width, List<ProcessRun> runs, boolean isWhole) {

    /** Copies the list. */
    public ProcessHistory {
        runs = List.copyOf(runs);
    }
}
