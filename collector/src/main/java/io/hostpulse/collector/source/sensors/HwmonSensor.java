package io.hostpulse.collector.source.sensors;

import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One sensor of a chip: the files {@code temp1_input}, {@code temp1_max}, {@code temp1_crit_alarm} and so on. Its limits are
 * asked once. Used by one thread at a time.
 */
final class HwmonSensor {

    /** The fields of the limits by the ends of their files' names. */
    private static final List<Map.Entry<String, String>> LIMITS = List.of(
            Map.entry("min", "min"), Map.entry("max", "max"), Map.entry("crit", "critical"), Map.entry("cap", "cap"));

    private static final List<String> ALARMS =
            List.of("alarm", "min_alarm", "max_alarm", "crit_alarm", "lcrit_alarm", "emergency_alarm", "cap_alarm");

    private final Path folder;
    private final String name;
    private final String input;
    private final SensorKind kind;
    private final SensorReading.Place place;
    private final Set<String> files;
    private Map<String, Value> limits;

    /**
     * Names the files; none is read.
     *
     * @param folder the chip's folder
     * @param name what the names of the sensor's files begin with, such as {@code temp1}
     * @param input the file of what is measured
     * @param kind what it measures
     * @param place where it is
     * @param files the files of the chip
     */
    HwmonSensor(Path folder, String name, String input, SensorKind kind, SensorReading.Place place, Set<String> files) {
        this.folder = folder;
        this.name = name;
        this.input = input;
        this.kind = kind;
        this.place = place;
        this.files = files;
    }

    SensorReading.Place place() {
        return place;
    }

    SensorReading read() {
        if (limits == null) {
            limits = limits();
        }
        return new SensorReading(kind, place, value(), limits, flags());
    }

    /** Without touching the hardware. */
    SensorReading unread(String reason) {
        return new SensorReading(kind, place, new Value.Missing(reason), limits == null ? Map.of() : limits, Map.of());
    }

    private Value value() {
        try {
            return isSet("fault")
                    ? new Value.Missing("the chip reports a fault of this sensor")
                    : kind.scaled(SysfsFile.number(folder.resolve(input)));
        } catch (IOException e) {
            return new Value.Missing("it cannot be read: " + e.getMessage());
        }
    }

    private Map<String, Value> limits() {
        Map<String, Value> found = new LinkedHashMap<>();
        for (Map.Entry<String, String> limit : LIMITS) {
            if (has(limit.getKey())) {
                found.put(limit.getValue(), limit(limit.getKey()));
            }
        }
        return found;
    }

    private Value limit(String suffix) {
        try {
            return kind.scaled(SysfsFile.number(file(suffix)));
        } catch (IOException e) {
            return new Value.Missing("it cannot be read: " + e.getMessage());
        }
    }

    private Map<String, Value> flags() {
        Map<String, Value> flags = new LinkedHashMap<>();
        if (ALARMS.stream().anyMatch(this::has)) {
            flags.put("alarm", flag(ALARMS));
        }
        if (has("fault")) {
            flags.put("fault", flag(List.of("fault")));
        }
        return flags;
    }

    private Value flag(List<String> suffixes) {
        try {
            boolean any = false;
            for (String suffix : suffixes) {
                any |= isSet(suffix);
            }
            return new Value.Flag(any);
        } catch (IOException e) {
            return new Value.Missing("it cannot be read: " + e.getMessage());
        }
    }

    private boolean isSet(String suffix) throws IOException {
        return has(suffix) && SysfsFile.number(file(suffix)) != 0;
    }

    private boolean has(String suffix) {
        return files.contains(name + "_" + suffix);
    }

    private Path file(String suffix) {
        return folder.resolve(name + "_" + suffix);
    }
}
