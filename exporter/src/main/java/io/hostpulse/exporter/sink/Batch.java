package io.hostpulse.exporter.sink;

import io.hostpulse.common.export.ExportRecord;
import java.util.List;

/**
 * Records to be written together: those of one stream in the order of their sequences, and of several streams by their times.
 *
 * @param records the records, at least one
 */
public record Batch(List<ExportRecord> records) {

    /**
     * Copies the records.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Batch {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a batch has a record at least");
        }
    }
}
