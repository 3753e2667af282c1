package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.process.mask.SecretMask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A /proc in a temporary folder, in the form captured from Linux 6.18, with a clock that is stepped. */
final class ProcTree {

    static final long TICKS_PER_SECOND = 100;
    static final KernelUnits UNITS = new KernelUnits(4096, TICKS_PER_SECOND);
    static final CommandLine COMMAND_LINE = new CommandLine(true, new SecretMask(List.of()));

    private final Path proc;
    private long nanos = 1_000_000_000L;
    private double uptime = 1000;

    ProcTree(Path proc) throws IOException {
        this.proc = proc;
        write("stat", "cpu  1 2 3 4\nbtime 1795226338\n");
        write("meminfo", "MemTotal:        1000000 kB\nMemFree:         1 kB\n");
        Files.createDirectories(proc.resolve("sys"));
        write("passwd", "root:x:0:0:root:/root:/bin/sh\nwww-data:x:33:33::/:/bin/sh\n");
        passSeconds(0);
    }

    void passSeconds(double seconds) throws IOException {
        nanos += Math.round(seconds * 1e9);
        uptime += seconds;
        write("uptime", String.format(Locale.ROOT, "%.2f 500.00\n", uptime));
    }

    /** One process, to be written with what it has. */
    final class Line {
        private final int pid;
        private byte[] comm = {'a'};
        private char state = 'S';
        private int parent = 1;
        private long flags = 4_194_304;
        private long ticks;
        private int threads = 1;
        private long start = 500;
        private long pages = 10;

        private Line(int pid) {
            this.pid = pid;
        }

        Line named(String name) {
            return named(name.getBytes(StandardCharsets.UTF_8));
        }

        Line named(byte... name) {
            comm = name.clone();
            return this;
        }

        Line state(char letter) {
            state = letter;
            return this;
        }

        Line parent(int number) {
            parent = number;
            return this;
        }

        Line kernelThread() {
            flags = 0x0020_8040;
            return this;
        }

        Line ticks(long used) {
            ticks = used;
            return this;
        }

        Line threads(int count) {
            threads = count;
            return this;
        }

        Line startedAt(long tick) {
            start = tick;
            return this;
        }

        Line pages(long resident) {
            pages = resident;
            return this;
        }

        byte[] bytes() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.write((pid + " (").getBytes(StandardCharsets.US_ASCII));
            line.write(comm);
            line.write((") " + state + ' ' + parent + " 1 1 0 -1 " + flags + " 65 0 0 0 " + ticks + " 0 0 0 20 0 "
                            + threads + " 0 " + start + " 2654208 " + pages
                            + " 18446744073709551615 94887076827136 0 0 0 0 0 0 0\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return line.toByteArray();
        }

        Line write() throws IOException {
            Path folder = Files.createDirectories(proc.resolve(Integer.toString(pid)));
            Files.write(folder.resolve("stat"), bytes());
            Files.writeString(folder.resolve("status"), "Name:\ta\nUid:\t0\t33\t33\t33\n");
            Files.writeString(folder.resolve("cmdline"), "a\0--password=secret\0");
            Files.createDirectories(folder.resolve("fd"));
            return this;
        }
    }

    Line process(int pid) {
        return new Line(pid);
    }

    void io(int pid, long read, long written) throws IOException {
        write(pid + "/io", "rchar: 1\nwchar: 2\nread_bytes: " + read + "\nwrite_bytes: " + written + "\n");
    }

    void cmdline(int pid, String arguments) throws IOException {
        write(pid + "/cmdline", arguments);
    }

    void remove(int pid) throws IOException {
        try (Stream<Path> files = Files.walk(proc.resolve(Integer.toString(pid)))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(proc.resolve(file), text);
    }

    ProcFiles files() {
        return new ProcDirectory(proc.toString());
    }

    LinuxProcesses open() {
        return open(files());
    }

    LinuxProcesses open(ProcFiles files) {
        return new LinuxProcesses(
                files, new HostFiles(proc), UNITS, new UserNames(proc.resolve("passwd")), COMMAND_LINE, () -> nanos);
    }
}
