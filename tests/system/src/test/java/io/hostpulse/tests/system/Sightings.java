package io.hostpulse.tests.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for what a run must not leave: files in the places where programs leave them, and sockets to other machines.
 */
final class Sightings {

    private static final List<Path> PUBLIC_PLACES = List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"));

    private final Path home;
    private final Set<Path> before;

    private Sightings(Path home, Set<Path> before) {
        this.home = home;
        this.before = before;
    }

    static Sightings before(Path home) throws IOException {
        return new Sightings(home, publicFiles());
    }

    /** Files that came since, but for those of this test; other programs' files have other names than these. */
    Set<Path> newFiles() throws IOException {
        Set<Path> found = new TreeSet<>();
        for (Path file : publicFiles()) {
            String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
            boolean ours = name.matches(".*(hsperf|jna|chronicle|netty|oshi|affinity|jffi|hs_err).*");
            if (ours && !before.contains(file) && !home.startsWith(file)) {
                found.add(file);
            }
        }
        found.addAll(below(home.resolve("home")));
        found.addAll(below(home.resolve("tmp")));
        return found;
    }

    private static Set<Path> publicFiles() throws IOException {
        Set<Path> files = new HashSet<>();
        for (Path place : PUBLIC_PLACES) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> children = Files.list(place)) {
                    children.forEach(files::add);
                }
            }
        }
        return files;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }

    /** Sockets of these processes whose either end is not on the loopback interface. */
    static List<String> socketsToElsewhere(List<Long> pids) throws IOException {
        List<String> found = new ArrayList<>();
        for (long pid : pids) {
            Set<String> own = socketInodes(pid);
            for (String table : List.of("tcp", "tcp6", "udp", "udp6", "raw", "raw6")) {
                for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "net", table))) {
                    String[] words = line.strip().split("\\s+", -1);
                    if (own.contains(words[9]) && !(isLocal(words[1]) && isLocal(words[2]))) {
                        found.add(pid + " " + table + " " + line.strip());
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> socketInodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : descriptors.toList()) {
                String target = Files.isSymbolicLink(descriptor)
                        ? Files.readSymbolicLink(descriptor).toString()
                        : "";
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    /** 127.x.x.x, ::1, 127.x.x.x inside IPv6, or the remote end of a socket that listens. */
    private static boolean isLocal(String address) {
        String[] hostAndPort = address.split(":", -1);
        boolean listening = hostAndPort[0].matches("0+") && hostAndPort[1].equals("0000");
        return listening || hostAndPort[0].endsWith("7F") || hostAndPort[0].equals("00000000000000000000000001000000");
    }
}
