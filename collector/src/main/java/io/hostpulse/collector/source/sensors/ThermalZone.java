package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A folder {@code thermal_zoneN}: a temperature by which the kernel throttles, with its trip points. */
final class ThermalZone {

    private final Path folder;

    ThermalZone(Path folder) {
        this.folder = folder;
    }

    String type() {
        return SysfsFile.textIfAny(folder.resolve("type"))
                .orElse(folder.getFileName().toString());
    }

    /** Most zones are made into a chip by the kernel, under their name; that of Intel's package has coretemp for it. */
    boolean isCoveredBy(Set<String> chips) {
        String[] own = folder.toFile().list((parent, name) -> name.startsWith("hwmon"));
        String type = type();
        return own != null && own.length > 0
                || chips.contains(type.replace('-', '_'))
                || type.equals("x86_pkg_temp") && chips.contains("coretemp");
    }

    List<SensorReading> read(Globs excluded) {
        String name = folder.getFileName().toString();
        SensorReading.Place place = new SensorReading.Place(type(), name, name);
        return excluded.matches(place.path())
                ? List.of()
                : List.of(new SensorReading(SensorKind.TEMPERATURE, place, value(), limits(), Map.of()));
    }

    private Value value() {
        try {
            return SensorKind.TEMPERATURE.scaled(SysfsFile.number(folder.resolve("temp")));
        } catch (IOException e) {
            return new Value.Missing("it cannot be read: " + e.getMessage());
        }
    }

    private Map<String, Value> limits() {
        Map<String, Value> limits = new LinkedHashMap<>();
        String[] types = folder.toFile().list((parent, name) -> name.matches("trip_point_[0-9]+_type"));
        for (String type : types == null ? new String[0] : types) {
            Path temperature = folder.resolve(type.replace("_type", "_temp"));
            switch (SysfsFile.textIfAny(folder.resolve(type)).orElse("")) {
                case "critical" -> add(limits, "critical", temperature);
                case "hot" -> add(limits, "max", temperature);
                default -> {
                    // passive and active points only slow down or cool
                }
            }
        }
        return limits;
    }

    private static void add(Map<String, Value> limits, String field, Path temperature) {
        SysfsFile.numberIfAny(temperature).ifPresent(raw -> limits.put(field, SensorKind.TEMPERATURE.scaled(raw)));
    }
}
