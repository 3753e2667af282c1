package io.hostpulse.collector.source.sensors;

import io.hostpulse.common.model.Fields;
import java.util.List;

/**
 * What one chip, thermal zone or power supply said.
 *
 * @param sensors its sensors
 * @param batteries at most one battery
 * @param supplies at most one source of power
 */
record Findings(List<SensorReading> sensors, List<Fields> batteries, List<Fields> supplies) {

    /** Nothing at all. */
    static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    Findings {
        sensors = List.copyOf(sensors);
        batteries = List.copyOf(batteries);
        supplies = List.copyOf(supplies);
    }

    static Findings sensors(List<SensorReading> sensors) {
        return new Findings(sensors, List.of(), List.of());
    }

    static Findings battery(Fields battery) {
        return new Findings(List.of(), List.of(battery), List.of());
    }

    static Findings supply(Fields supply) {
        return new Findings(List.of(), List.of(), List.of(supply));
    }
}
