package io.hostpulse.collector.source.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A tree like /sys with cards in it.
 *
 * @param root stands for /sys
 */
record FakeSysfs(Path root) {

    PciBus bus() {
        return new PciBus(root.resolve("bus/pci/devices"));
    }

    /** A device that a driver has, in the state "active". */
    Path device(String address, String vendor, String driver) throws IOException {
        Path device = Files.createDirectories(root.resolve("bus/pci/devices").resolve(address));
        Path drivers = Files.createDirectories(root.resolve("bus/pci/drivers").resolve(driver));
        if (!Files.exists(device.resolve("driver"))) {
            Files.createSymbolicLink(device.resolve("driver"), drivers);
        }
        write(device, "vendor", vendor);
        write(device, "class", "0x030000");
        write(device, "power/runtime_status", "active");
        return device;
    }

    Path nvidia(String address) throws IOException {
        return device(address, "0x10de", "nvidia");
    }

    /** The folder of a card with a link to its device. */
    Path card(int number, Path device) throws IOException {
        Path card = Files.createDirectories(root.resolve("class/drm/card" + number));
        Files.createSymbolicLink(card.resolve("device"), device);
        return card;
    }

    void sleeps(String address, boolean asleep) throws IOException {
        write(bus().devices().resolve(address), "power/runtime_status", asleep ? "suspended" : "active");
    }

    static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }
}
