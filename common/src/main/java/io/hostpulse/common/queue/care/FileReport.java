package io.hostpulse.common.queue.care;

/**
 * What one roll file holds. Sequences and times are 0 when it holds no whole record.
 *
 * @param name its name
 * @param bytes its length, of which some may be room for more
 * @param records its whole records
 * @param firstSequence the first record's number
 * @param lastSequence the last record's number
 * @param firstTime when the first was sampled, epoch nanoseconds
 * @param lastTime when the last was sampled, epoch nanoseconds
 */
public record FileReport(
        String name, long bytes, long records, long firstSequence, long lastSequence, long firstTime, long lastTime) {

    /**
     * Tells whether anything can be read.
     *
     * @return whether there is no whole record
     */
    public boolean isEmpty() {
        return records == 0;
    }
}
