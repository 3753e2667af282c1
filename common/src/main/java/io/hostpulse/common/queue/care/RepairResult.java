package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.Gap;
import java.util.List;

/**
 * What a repair has done.
 *
 * @param before the queue as it was found
 * @param steps what was done, one sentence each
 * @param saved how many records were taken over from damaged files
 * @param lost the records that are gone and were not known to be
 * @param after the queue as it was left
 */
public record RepairResult(QueueReport before, List<String> steps, long saved, List<Gap> lost, QueueReport after) {

    /** Keeps copies. */
    public RepairResult {
        steps = List.copyOf(steps);
        lost = List.copyOf(lost);
    }
}
