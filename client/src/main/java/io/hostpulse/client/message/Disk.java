package io.hostpulse.client.message;

import java.util.List;

/**
 * Filesystems and disks. Sizes are bytes; the first fields are those of the primary filesystem.
 *
 * @param total size
 * @param used in use
 * @param free free for everyone
 * @param percentage used of used and free, 0 to 100
 * @param path the primary path
 * @param readBytesPerSec bytes read from all whole disks
 * @param writeBytesPerSec bytes written
 * @param mounts every filesystem
 * @param devices every disk
 * @param fields these and all others
 */
public record Disk(
        Measured<Long> total,
        Measured<Long> used,
        Measured<Long> free,
        Measured<Double> percentage,
        Measured<String> path,
        Measured<Double> readBytesPerSec,
        Measured<Double> writeBytesPerSec,
        Measured<List<Mount>> mounts,
        Measured<List<DiskDevice>> devices,
        Fields fields) {

    static Disk of(Fields fields) {
        return new Disk(
                fields.whole("total"),
                fields.whole("used"),
                fields.whole("free"),
                fields.number("percentage"),
                fields.text("path"),
                fields.number("read_bytes_per_sec"),
                fields.number("write_bytes_per_sec"),
                fields.objects("mounts", Mount::of),
                fields.objects("devices", DiskDevice::of),
                fields);
    }
}
