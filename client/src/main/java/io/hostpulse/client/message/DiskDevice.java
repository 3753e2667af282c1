package io.hostpulse.client.message;

/**
 * One disk.
 *
 * @param name its name
 * @param readsPerSec finished reads
 * @param writesPerSec finished writes
 * @param readBytesPerSec bytes read
 * @param writeBytesPerSec bytes written
 * @param busyPercent time in which a request was in work, 0 to 100
 * @param fields these and all others
 */
public record DiskDevice(
        Measured<String> name,
        Measured<Double> readsPerSec,
        Measured<Double> writesPerSec,
        Measured<Double> readBytesPerSec,
        Measured<Double> writeBytesPerSec,
        Measured<Double> busyPercent,
        Fields fields) {

    static DiskDevice of(Fields fields) {
        return new DiskDevice(
                fields.text("name"),
                fields.number("reads_per_sec"),
                fields.number("writes_per_sec"),
                fields.number("read_bytes_per_sec"),
                fields.number("write_bytes_per_sec"),
                fields.number("busy_percent"),
                fields);
    }
}
