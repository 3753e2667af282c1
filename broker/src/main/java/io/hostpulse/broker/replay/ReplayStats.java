package io.hostpulse.broker.replay;

import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;

/** What was replayed, shown in the broker's mark file. Written by the replaying thread. */
public final class ReplayStats {

    private final Counter turns;
    private final Counter bytes;

    /**
     * Adds the counters to a mark file.
     *
     * @param mark the broker's mark file
     */
    public ReplayStats(ProcessMark mark) {
        turns = mark.counter("replay_turns_total");
        bytes = mark.counter("replay_bytes_total");
    }

    void sent(int count) {
        turns.add(1);
        bytes.add(count);
    }
}
