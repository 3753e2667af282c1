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
 */
record DeviceCounters(
        String name,
        boolean whole,
        long reads,
        long writes,
        long readBytes,
        long writtenBytes,
        long busyMillis,
        long waitMillis) {

    boolean wentBackwardsSince(DeviceCounters earlier) {
        return reads < earlier.reads
                || writes < earlier.writes
                || readBytes < earlier.readBytes
                || writtenBytes < earlier.writtenBytes;
    }
}
