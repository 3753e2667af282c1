package io.hostpulse.client.message;

/**
 * The main memory. Sizes are bytes.
 *
 * @param total memory that the kernel manages
 * @param available what programs can still get without swapping
 * @param used total without available
 * @param percentage used of total, 0 to 100
 * @param free used by nothing, not even a cache
 * @param buffers buffers of block devices
 * @param cached page cache and reclaimable slabs
 * @param swap swap space
 * @param fields these and all others
 */
public record Memory(
        Measured<Long> total,
        Measured<Long> available,
        Measured<Long> used,
        Measured<Double> percentage,
        Measured<Long> free,
        Measured<Long> buffers,
        Measured<Long> cached,
        Measured<Swap> swap,
        Fields fields) {

    static Memory of(Fields fields) {
        return new Memory(
                fields.whole("total"),
                fields.whole("available"),
                fields.whole("used"),
                fields.number("percentage"),
                fields.whole("free"),
                fields.whole("buffers"),
                fields.whole("cached"),
                fields.object("swap").map(Swap::of),
                fields);
    }
}
