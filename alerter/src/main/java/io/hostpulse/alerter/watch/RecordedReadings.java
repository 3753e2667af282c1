package io.hostpulse.alerter.watch;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Reason;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Reading;

/** Turns records back into what was read. One that cannot be understood is a failed attempt to read. Thread-safe. */
public final class RecordedReadings {

    private final PayloadReader payloads = new PayloadReader();

    /** Prepares. */
    public RecordedReadings() {}

    /**
     * Reads a record.
     *
     * @param record the record, whole
     * @return what it says
     */
    public Reading of(RecordView record) {
        byte[] payload = record.payloadCopy();
        try {
            return switch (record.kind()) {
                case OK -> new Reading.Ok(payloads.read(payload));
                case UNAVAILABLE -> new Reading.Unavailable(Reason.in(payload));
                case FAILED -> new Reading.Failed(Reason.in(payload));
            };
        } catch (RecordFormatException e) {
            return new Reading.Failed(e.getMessage());
        }
    }
}
