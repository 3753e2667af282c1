package io.hostpulse.collector.source.sensors;

import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Optional;

/** The highest temperature of all, for those who want one number to watch. */
final class Hottest {

    private Hottest() {}

    static Value of(List<SensorReading> sensors) {
        return sensors.stream()
                .filter(sensor -> sensor.kind() == SensorKind.TEMPERATURE)
                .map(SensorReading::number)
                .flatMap(Optional::stream)
                .max(Double::compare)
                .<Value>map(Value.Real::new)
                .orElse(new Value.Missing("no temperature is known"));
    }
}
