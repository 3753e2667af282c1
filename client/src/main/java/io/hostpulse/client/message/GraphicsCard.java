package io.hostpulse.client.message;

/**
 * One graphics card. Sizes are bytes, percentages 0 to 100.
 *
 * @param id a running number
 * @param name model
 * @param vendor its maker
 * @param driverVersion version of its driver
 * @param state {@code active}, {@code asleep} or {@code lost}
 * @param memoryTotal its own memory
 * @param memoryUsed in use by programs
 * @param memoryFree not in use
 * @param usagePercent time in which it computed or drew anything
 * @param temperature of the chip, in degrees Celsius
 * @param powerDraw power it takes, in watts
 * @param powerLimit power it may take, in watts
 * @param fields these and all others
 */
public record GraphicsCard(
        Measured<Long> id,
        Measured<String> name,
        Measured<String> vendor,
        Measured<String> driverVersion,
        Measured<String> state,
        Measured<Long> memoryTotal,
        Measured<Long> memoryUsed,
        Measured<Long> memoryFree,
        Measured<Double> usagePercent,
        Measured<Double> temperature,
        Measured<Double> powerDraw,
        Measured<Double> powerLimit,
        Fields fields) {

    static GraphicsCard of(Fields fields) {
        return new GraphicsCard(
                fields.whole("id"),
                fields.text("name"),
                fields.text("vendor"),
                fields.text("driver_version"),
                fields.text("state"),
                fields.whole("memory_total"),
                fields.whole("memory_used"),
                fields.whole("memory_free"),
                fields.number("gpu_usage_percent"),
                fields.number("temperature"),
                fields.number("power_draw"),
                fields.number("power_limit"),
                fields);
    }
}
