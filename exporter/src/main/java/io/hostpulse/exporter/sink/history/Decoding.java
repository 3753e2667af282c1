package io.hostpulse.exporter.sink.history;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Reason;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.history.HistoryRecord;
import java.nio.charset.StandardCharsets;

/** Makes records of the history of records of the queues. Thread-safe. */
final class Decoding {

    private final PayloadReader reader = new PayloadReader();

    /**
     * Decodes a record.
     *
     * @throws io.hostpulse.common.codec.RecordFormatException when its payload is no JSON object
     */
    HistoryRecord decode(ExportRecord record) {
        return new HistoryRecord(
                record.stream(), record.sequence(), new Snapshot(record.sampleTime(), reading(record)));
    }

    private Reading reading(ExportRecord record) {
        byte[] payload = record.payload().getBytes(StandardCharsets.UTF_8);
        return switch (record.kind()) {
            case OK -> new Reading.Ok(reader.read(payload));
            case UNAVAILABLE -> new Reading.Unavailable(Reason.in(payload));
            case FAILED -> new Reading.Failed(Reason.in(payload));
        };
    }
}
