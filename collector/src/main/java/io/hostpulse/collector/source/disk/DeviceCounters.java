package io.hostpulse.collector.source.disk;

/**
 * One disk at one moment, counted since boot.
 *
 * @param name as the system names it, such as {@code sda}
 * @param whole whether it is a disk of its own, and neither a part of another one nor made of others
 * @param reads finished reads
 * @param writes finished writes
 * @param readBytes bytes read
 * @param writtenBytes bytes written
 * @param busyMillis time in which at least one request was in work
 * @param waitMillis that time, multiplied with the requests in work
 * @param details what only Linux counts
 */
record DeviceCounters(
        String name,
        boolean whole,
        long reads,
        long writes,
        long readBytes,
        long writtenBytes,
        long busyMillis,
        long waitMillis,
        Details details) {

    /** Without what only Linux counts. */
    DeviceCounters(
            String name,
            boolean whole,
            long reads,
            long writes,
            long readBytes,
            long writtenBytes,
            long busyMillis,
            long waitMillis) {
        this(name, whole, reads, writes, readBytes, writtenBytes, busyMillis, waitMillis, Details.UNKNOWN);
    }

    /**
     * What only Linux counts; -1 for what is not known.
     *
     * @param readsMerged reads that became a part of another
     * @param writesMerged writes that became a part of another
     * @param readMillis how long all reads took in sum
     * @param writeMillis how long all writes took in sum
     */
    record Details(long readsMerged, long writesMerged, long readMillis, long writeMillis) {
        static final Details UNKNOWN = new Details(-1, -1, -1, -1);
    }

    boolean wentBackwardsSince(DeviceCounters earlier) {
        return reads < earlier.reads
                || writes < earlier.writes
                || readBytes < earlier.readBytes
                || writtenBytes < earlier.writtenBytes;
    }
}
