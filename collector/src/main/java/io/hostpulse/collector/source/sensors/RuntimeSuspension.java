package io.hostpulse.collector.source.sensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Devices that the kernel has put to sleep: reading a sensor of a graphics card or a disk would wake it. On other buses, I²C
 * for one, chips sleep between any two reads, and waking them costs nothing; those are read.
 */
final class RuntimeSuspension implements Rest {

    private static final Set<String> BUSES = Set.of("pci", "scsi", "nvme", "usb");

    private final Path device;

    RuntimeSuspension(Path device) {
        this.device = device;
    }

    /** An NVMe controller is a device of its own below the one of the bus. */
    @Override
    public Optional<String> reason() {
        return isSuspended(device) || isSuspended(device.resolve("device"))
                ? Optional.of("the device is asleep (runtime suspended) and is not woken")
                : Optional.empty();
    }

    private static boolean isSuspended(Path folder) {
        return SysfsFile.textIfAny(folder.resolve("power/runtime_status"))
                        .filter(status -> status.startsWith("suspend"))
                        .isPresent()
                && isOnBus(folder);
    }

    private static boolean isOnBus(Path folder) {
        try {
            Path subsystem = folder.resolve("subsystem");
            return Files.exists(subsystem)
                    && BUSES.contains(subsystem.toRealPath().getFileName().toString());
        } catch (IOException e) {
            return false;
        }
    }
}
