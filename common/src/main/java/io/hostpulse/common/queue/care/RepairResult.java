package io.hostpulse.common.queue.care;

import java.util.List;

/**
 * What a repair has done.
 *
 * @param before the queue as it was found
 * @param steps what was done, one sentence each
 * @param after the queue as it was left
 */
public record RepairResult(QueueReport before, List<String> steps, QueueReport after) {

    /** Keeps a copy. */
    public RepairResult {
        steps = List.copyOf(steps);
    }
}
