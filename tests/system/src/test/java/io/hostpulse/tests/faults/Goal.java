package io.hostpulse.tests.faults;

import java.time.Duration;

/**
 * What a kind of fault may cost. Nothing acknowledged may be lost in any of them.
 *
 * @param name what the time is about
 * @param percentile which of the measured times is held against the limit: 0.99 or 1
 * @param limit the time
 * @param duplicates how many per injection
 */
record Goal(String name, double percentile, Duration limit, int duplicates) {

    /** From the start of the process to its first record, or to the first that an exporter has in a file for good. */
    static final Goal RESTART = new Goal("restart", 0.99, Duration.ofMillis(2500), 0);

    /** The same for a reader, which may repeat the record it was killed at. */
    static final Goal READER_RESTART = new Goal("restart", 0.99, Duration.ofMillis(2500), 1);

    /** After a kill in the worst of moments. */
    static final Goal RECOVERY = new Goal("recovery", 1, Duration.ofSeconds(10), 0);

    /** From the fault to the moment at which its readers know what they will never get. */
    static final Goal DETECTION = new Goal("detection", 1, Duration.ofSeconds(5), 0);

    /**
     * From the start of an alerter to the arrival of an alert that began before it lived. What had arrived without a receipt comes
     * again, under the same key.
     */
    static final Goal ALERTER_RESTART = new Goal("restart", 0.99, Duration.ofSeconds(5), 2);

    /** From the sample to its arrival. */
    static final Goal TELLING = new Goal("telling", 0.99, Duration.ofSeconds(1), 0);

    /** From the end of an outage until all that waited has arrived; the longest pause between two tries is five minutes. */
    static final Goal CATCH_UP = new Goal("catching up", 1, Duration.ofMinutes(6), 0);
}
