package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.text.Globs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A chip in /sys/class/hwmon. Used by one thread at a time. */
final class HwmonChip {

    private static final Pattern INPUT =
            Pattern.compile("(temp|fan|in|curr)([0-9]{1,6})_input|(power)([0-9]{1,6})_(input|average)");

    private final List<HwmonSensor> sensors;
    private final Rest rest;

    private HwmonChip(List<HwmonSensor> sensors, Rest rest) {
        this.sensors = sensors;
        this.rest = rest;
    }

    /**
     * Reads the names of a chip and of its sensors.
     *
     * @param folder its folder, without links
     * @param devices the folder /sys/devices
     * @param excluded sensors that are not wanted
     * @return the chip; nothing was measured yet
     */
    static HwmonChip open(Path folder, Path devices, Globs excluded) throws IOException {
        Set<String> files = files(folder);
        String chip = SysfsFile.textIfAny(folder.resolve("name"))
                .orElse(folder.getFileName().toString());
        Path device = DevicePath.of(folder);
        String deviceName = DevicePath.below(devices, device);
        List<HwmonSensor> sensors = new ArrayList<>();
        for (Matcher input : inputs(files)) {
            String name = input.group().substring(0, input.group().indexOf('_'));
            String label = SysfsFile.textIfAny(folder.resolve(name + "_label")).orElse(name);
            SensorReading.Place place = new SensorReading.Place(chip, deviceName, label);
            if (!excluded.matches(place.path())) {
                sensors.add(new HwmonSensor(folder, name, input.group(), kind(name), place, files));
            }
        }
        return new HwmonChip(sensors, Rest.of(chip, device));
    }

    static boolean hasSensors(Path folder) {
        return !inputs(files(folder)).isEmpty();
    }

    private static Set<String> files(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? Set.of() : Set.of(names);
    }

    /** In the order of their numbers; of a power sensor that has both, what is measured now and not the average. */
    private static List<Matcher> inputs(Set<String> files) {
        return files.stream()
                .filter(file -> !file.endsWith("_average") || !files.contains(file.replace("_average", "_input")))
                .map(INPUT::matcher)
                .filter(Matcher::matches)
                .sorted(Comparator.comparing(HwmonChip::kindOf).thenComparing(HwmonChip::number))
                .toList();
    }

    private static SensorKind kindOf(Matcher input) {
        return kind(input.group());
    }

    private static int number(Matcher input) {
        return Integer.parseInt(Optional.ofNullable(input.group(2)).orElse(input.group(4)));
    }

    private static SensorKind kind(String name) {
        return Stream.of(SensorKind.values())
                .filter(kind -> name.startsWith(kind.prefix()))
                .findFirst()
                .orElseThrow();
    }

    List<SensorReading> read() {
        Optional<String> resting = rest.reason();
        return sensors.stream()
                .map(sensor -> resting.map(sensor::unread).orElseGet(sensor::read))
                .toList();
    }
}
