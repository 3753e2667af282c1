package io.hostpulse.client.message;

/**
 * One temperature.
 *
 * @param chip who measures it
 * @param label what is measured
 * @param temperature in degrees Celsius
 * @param max upper limit, in degrees Celsius
 * @param critical limit at which damage is near, in degrees Celsius
 * @param fields these and all others
 */
public record Thermometer(
        Measured<String> chip,
        Measured<String> label,
        Measured<Double> temperature,
        Measured<Double> max,
        Measured<Double> critical,
        Fields fields) {

    static Thermometer of(Fields fields) {
        return new Thermometer(
                fields.text("chip"),
                fields.text("label"),
                fields.number("temperature"),
                fields.number("max"),
                fields.number("critical"),
                fields);
    }
}
