package io.hostpulse.client.message;

import java.util.List;

/**
 * Temperatures and fans.
 *
 * @param temperatureMax the highest of all temperatures, in degrees Celsius
 * @param temperatures each temperature
 * @param fans each fan
 * @param fields these and all others
 */
public record Sensors(
        Measured<Double> temperatureMax,
        Measured<List<Thermometer>> temperatures,
        Measured<List<Fan>> fans,
        Fields fields) {

    static Sensors of(Fields fields) {
        return new Sensors(
                fields.number("temperature_max"),
                fields.objects("temperatures", Thermometer::of),
                fields.objects("fans", Fan::of),
                fields);
    }
}
