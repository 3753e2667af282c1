package io.hostpulse.collector.source.sensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which device is behind an entry of /sys/class. Its path tells devices of the same name apart, and outlives restarts. */
final class DevicePath {

    private DevicePath() {}

    /** The device of a class folder; the folder itself when it has none, as software devices do not. */
    static Path of(Path folder) throws IOException {
        Path device = folder.resolve("device");
        return Files.exists(device) ? device.toRealPath() : folder.toRealPath();
    }

    static String below(Path devices, Path device) throws IOException {
        Path root = Files.exists(devices) ? devices.toRealPath() : devices;
        return device.startsWith(root) ? root.relativize(device).toString() : device.toString();
    }
}
