package io.hostpulse.client.message;

/**
 * One filesystem. Sizes are bytes.
 *
 * @param path where it is mounted
 * @param device what is mounted there
 * @param type its type
 * @param total size
 * @param used in use
 * @param free free for everyone
 * @param percentage used of used and free, 0 to 100
 * @param isReadOnly whether nothing can be written through this mount
 * @param fields these and all others
 */
public record Mount(
        Measured<String> path,
        Measured<String> device,
        Measured<String> type,
        Measured<Long> total,
        Measured<Long> used,
        Measured<Long> free,
        Measured<Double> percentage,
        Measured<Boolean> isReadOnly,
        Fields fields) {

    static Mount of(Fields fields) {
        return new Mount(
                fields.text("path"),
                fields.text("device"),
                fields.text("type"),
                fields.whole("total"),
                fields.whole("used"),
                fields.whole("free"),
                fields.number("percentage"),
                fields.flag("read_only"),
                fields);
    }
}
