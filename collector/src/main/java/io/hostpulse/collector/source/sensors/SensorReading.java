package io.hostpulse.collector.source.sensors;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What one sensor said.
 *
 * @param kind what it measures
 * @param place where it is
 * @param value what it measured
 * @param limits the limits that it has, by field
 * @param flags the alarms and faults that it reports, by field
 */
record SensorReading(SensorKind kind, Place place, Value value, Map<String, Value> limits, Map<String, Value> flags) {

    /**
     * Where a sensor is.
     *
     * @param chip the name of its chip; several chips may have the same
     * @param device which of them: the path of the device below /sys/devices, which stays the same over restarts
     * @param label what it measures on this chip
     */
    record Place(String chip, String device, String label) {

        /** What the option {@code exclude} is compared with. */
        String path() {
            return chip + "/" + label;
        }
    }

    /** The same sensor when it does not answer. */
    SensorReading unknown(String reason) {
        return new SensorReading(kind, place, new Value.Missing(reason), limits, Map.of());
    }

    Optional<Double> number() {
        return value instanceof Value.Real real ? Optional.of(real.value()) : Optional.empty();
    }

    Fields fields() {
        Fields.Builder fields = Fields.builder()
                .put("chip", place.chip())
                .put("device", place.device())
                .put("label", place.label())
                .put(kind.field(), value);
        limits.forEach(fields::put);
        flags.forEach(fields::put);
        return fields.build();
    }
}
