package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.text.Globs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything in /sys that measures. A chip is named by its folder without links: another one is never taken for it. */
final class LinuxSensors implements SensorHardware {

    private final Path sys;
    private final Globs excluded;
    private final Map<String, HwmonChip> chips = new ConcurrentHashMap<>();

    LinuxSensors(Path sys, Globs excluded) {
        this.sys = sys;
        this.excluded = excluded;
    }

    @Override
    public List<String> list() {
        List<Path> hwmon =
                entries("class/hwmon").stream().filter(HwmonChip::hasSensors).toList();
        List<Path> all = new ArrayList<>(hwmon);
        Set<String> names = names(hwmon);
        entries("class/thermal").stream()
                .filter(zone -> zone.getFileName().toString().startsWith("thermal_zone"))
                .filter(zone -> !new ThermalZone(zone).isCoveredBy(names))
                .forEach(all::add);
        all.addAll(entries("class/power_supply"));
        List<String> listed = all.stream().map(Path::toString).toList();
        chips.keySet().retainAll(listed);
        return listed;
    }

    /** The kernel keeps these names in memory; reading them asks no chip. */
    private static Set<String> names(List<Path> hwmon) {
        Set<String> names = new HashSet<>();
        hwmon.forEach(folder -> SysfsFile.textIfAny(folder.resolve("name")).ifPresent(names::add));
        return names;
    }

    private List<Path> entries(String folder) {
        File[] entries = sys.resolve(folder).toFile().listFiles();
        List<Path> paths = new ArrayList<>();
        for (File entry : entries == null ? new File[0] : sorted(entries)) {
            try {
                paths.add(entry.toPath().toRealPath());
            } catch (IOException e) {
                // It has gone since it was listed: there is nothing left to read.
                continue;
            }
        }
        return paths;
    }

    /** hwmon10 after hwmon9. */
    private static File[] sorted(File[] entries) {
        Arrays.sort(entries, (a, b) -> {
            int length = Integer.compare(a.getName().length(), b.getName().length());
            return length != 0 ? length : a.getName().compareTo(b.getName());
        });
        return entries;
    }

    @Override
    public Findings read(String name) throws IOException {
        Path folder = Path.of(name);
        String entry = folder.getFileName().toString();
        if (entry.startsWith("hwmon")) {
            return Findings.sensors(chip(folder).read());
        }
        return entry.startsWith("thermal_zone")
                ? Findings.sensors(new ThermalZone(folder).read(excluded))
                : new PowerSupply(folder).read(excluded);
    }

    private HwmonChip chip(Path folder) throws IOException {
        HwmonChip known = chips.get(folder.toString());
        if (known == null) {
            known = HwmonChip.open(folder, sys.resolve("devices"), excluded);
            chips.put(folder.toString(), known);
        }
        return known;
    }

    @Override
    public String places() {
        return sys.resolve("class") + "/{hwmon,thermal,power_supply}";
    }
}
