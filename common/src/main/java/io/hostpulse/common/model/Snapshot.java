package io.hostpulse.common.model;

import java.util.Objects;

/**
 * What one stream had to say at one moment. It gets its sequence number when it is appended.
 *
 * @param sampleTime when it was taken, in nanoseconds since 1970-01-01T00:00:00Z; positive
 * @param reading what came of the attempt
 */
public record Snapshot(long sampleTime, Reading reading) {

    /**
     * Refuses a time before 1970.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    public Snapshot {
        Objects.requireNonNull(reading);
        if (sampleTime <= 0) {
            throw new IllegalArgumentException("sample time " + sampleTime + " ns is not after 1970");
        }
    }
}
