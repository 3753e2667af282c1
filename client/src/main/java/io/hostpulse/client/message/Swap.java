package io.hostpulse.client.message;

/**
 * Swap space. Sizes are bytes.
 *
 * @param total size
 * @param used in use
 * @param free not in use
 * @param percentage used of total, 0 to 100; missing when no swap is configured
 * @param fields these and all others
 */
public record Swap(
        Measured<Long> total, Measured<Long> used, Measured<Long> free, Measured<Double> percentage, Fields fields) {

    static Swap of(Fields fields) {
        return new Swap(
                fields.whole("total"), fields.whole("used"), fields.whole("free"), fields.number("percentage"), fields);
    }
}
