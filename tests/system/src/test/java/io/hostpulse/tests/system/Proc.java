package io.hostpulse.tests.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The kernel's own numbers, read in the simplest way, to compare with. */
final class Proc {

    private static final long KB = 1024;

    private Proc() {}

    /** Sizes in bytes by name. */
    static Map<String, Long> meminfo() {
        return lines("/proc/meminfo").stream()
                .map(line -> line.split("\\s+", -1))
                .filter(words -> words.length == 3)
                .collect(Collectors.toMap(words -> words[0].replace(":", ""), words -> Long.parseLong(words[1]) * KB));
    }

    /** Bytes that a process has in RAM. */
    static double resident(long pid) {
        return lines("/proc/" + pid + "/status").stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KB)
                .findFirst()
                .orElseThrow();
    }

    static long cores() {
        return lines("/proc/stat").stream()
                .filter(line -> line.matches("cpu\\d+ .*"))
                .count();
    }

    static double load() {
        return Double.parseDouble(lines("/proc/loadavg").get(0).split(" ", -1)[0]);
    }

    static double uptime() {
        return Double.parseDouble(lines("/proc/uptime").get(0).split(" ", -1)[0]);
    }

    static String hostname() {
        return lines("/proc/sys/kernel/hostname").get(0);
    }

    static List<String> interfaces() {
        return lines("/proc/net/dev").stream()
                .skip(2)
                .map(line -> line.substring(0, line.indexOf(':')).strip())
                .toList();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
