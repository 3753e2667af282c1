package io.hostpulse.history;

import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.model.StreamName;

/**
 * One record of a stream, decoded.
 *
 * @param stream its stream
 * @param sequence its number there, from 1
 * @param snapshot when it was taken and what it says
 */
public record HistoryRecord(StreamName stream, long sequence, Snapshot snapshot) {

    /**
     * Refuses numbers that no record has.
     *
     * @throws IllegalArgumentException when the sequence is not positive
     */
    public HistoryRecord {
        if (sequence <= 0) {
            throw new IllegalArgumentException("record " + sequence + " of " + stream + ": numbers begin with 1");
        }
    }
}
