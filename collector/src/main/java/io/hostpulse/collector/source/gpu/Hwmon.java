package io.hostpulse.collector.source.gpu;

import java.util.List;

/** Where a device's sensors are: one folder with a number that may be another after each start. */
final class Hwmon {

    private Hwmon() {}

    /** The first folder of sensors; one that does not exist when there is none, so that each value says so. */
    static SysfsFolder of(SysfsFolder device) {
        List<SysfsFolder> found = device.in("hwmon").children("hwmon*");
        return found.isEmpty() ? device.in("hwmon") : found.get(0);
    }
}
