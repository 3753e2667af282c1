package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Value;

/**
 * What a sensor measures, how hwmon names and scales it (Documentation/hwmon/sysfs-interface), and which values are believed:
 * a sensor that is not connected or asleep reports the ends of its range, such as -273 or 65535.
 */
enum SensorKind {
    TEMPERATURE("temp", "temperatures", "temperature", "°C", 1000, -60, 200),
    FAN("fan", "fans", "speed", "rpm", 1, 0, 50_000),
    VOLTAGE("in", "voltages", "voltage", "V", 1000, -1000, 1000),
    CURRENT("curr", "currents", "current", "A", 1000, -2000, 2000),
    POWER("power", "powers", "power", "W", 1_000_000, -100_000, 100_000);

    private final String prefix;
    private final String list;
    private final String field;
    private final String unit;
    private final double scale;
    private final double lowest;
    private final double highest;

    SensorKind(String prefix, String list, String field, String unit, double scale, double lowest, double highest) {
        this.prefix = prefix;
        this.list = list;
        this.field = field;
        this.unit = unit;
        this.scale = scale;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** What the names of its files begin with. */
    String prefix() {
        return prefix;
    }

    /** The field that lists all sensors of this kind. */
    String list() {
        return list;
    }

    /** The field of what was measured. */
    String field() {
        return field;
    }

    /** What a file of hwmon says, in the unit of the field. */
    Value scaled(long raw) {
        return believed(raw / scale);
    }

    Value believed(double number) {
        return number >= lowest && number <= highest
                ? Rounding.twoDecimals(number)
                : new Value.Missing("reported as " + number + " " + unit + ", which is not believed");
    }
}
