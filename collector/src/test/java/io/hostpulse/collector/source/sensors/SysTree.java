package io.hostpulse.collector.source.sensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A temporary /sys: devices, and the links to them by class. */
final class SysTree {

    private final Path root;

    SysTree(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** The folder of a device, below /sys/devices. */
    Path device(String path) throws IOException {
        return Files.createDirectories(root.resolve("devices").resolve(path));
    }

    /** A chip that belongs to a device. */
    Path chip(String entry, String name, String device, Map<String, String> files) throws IOException {
        Path folder = device(device).resolve("hwmon").resolve(entry);
        write(folder, "name", name);
        link(folder.resolve("device"), device(device));
        return entry("hwmon", entry, folder, files);
    }

    /** A zone or a power supply, which have no device. */
    Path virtual(String category, String entry, Map<String, String> files) throws IOException {
        return entry(category, entry, device("virtual/" + category + "/" + entry), files);
    }

    private Path entry(String category, String entry, Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(folder, file.getKey(), file.getValue());
        }
        link(root.resolve("class").resolve(category).resolve(entry), folder);
        return folder;
    }

    static void link(Path link, Path target) throws IOException {
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }

    static void write(Path folder, String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content + "\n");
    }
}
