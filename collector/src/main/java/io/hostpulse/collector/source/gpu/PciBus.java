package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.text.KernelFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What sysfs tells of PCI devices without touching them.
 *
 * @param devices the folder of all devices, {@code /sys/bus/pci/devices}
 */
record PciBus(Path devices) {

    static final Path LINUX = Path.of("/sys/bus/pci/devices");

    private static final String NVIDIA = "0x10de";

    /** Display controllers, of whatever subclass (pci_ids.h). */
    private static final String DISPLAY_CLASS = "0x03";

    private static final Set<String> SLEEPING = Set.of("suspended", "suspending");

    /** The cards that NVIDIA's own driver has, by address; none where sysfs does not show them, as in WSL. */
    List<String> nvidiaCards() {
        Set<String> addresses = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(devices)) {
            for (Path device : all) {
                if (isNvidiaCard(device)) {
                    addresses.add(device.getFileName().toString());
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return List.copyOf(addresses);
    }

    private static boolean isNvidiaCard(Path device) {
        return line(device.resolve("vendor")).equals(NVIDIA)
                && line(device.resolve("class")).startsWith(DISPLAY_CLASS)
                && driver(device).equals("nvidia");
    }

    /** Asking a card that sleeps would wake it, for seconds and some watts. */
    boolean isAsleep(String address) {
        return isAsleep(devices.resolve(address));
    }

    static boolean isAsleep(Path device) {
        return SLEEPING.contains(line(device.resolve("power/runtime_status")));
    }

    /** The name of the driver that has a device; empty when none has. */
    static String driver(Path device) {
        try {
            return Files.readSymbolicLink(device.resolve("driver"))
                    .getFileName()
                    .toString();
        } catch (IOException none) {
            return "";
        }
    }

    static String line(Path file) {
        try {
            return KernelFile.readOnce(file.toString()).restOfLine();
        } catch (IOException absent) {
            return "";
        }
    }

    /** Brings an address into the form of sysfs: NVIDIA writes the domain with eight digits and letters in upper case. */
    static String normal(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.matches("0000[0-9a-f]{4}:.*") ? lower.substring(4) : lower;
    }
}
