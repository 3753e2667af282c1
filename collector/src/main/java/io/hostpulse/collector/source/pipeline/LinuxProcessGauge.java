package io.hostpulse.collector.source.pipeline;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.status.ProcFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Reads {@code /proc/PID}. A file that cannot be read, because the process has ended or is somebody else's, tells nothing. */
final class LinuxProcessGauge implements ProcessGauge {

    private static final long KB = 1024;
    private static final String SOCKET = "socket:";

    private final Path proc;

    LinuxProcessGauge(Path proc) {
        this.proc = proc;
    }

    @Override
    public Details details(long pid) {
        Path directory = proc.resolve(Long.toString(pid));
        OptionalLong resident = line(directory.resolve("status"), "VmRSS:");
        OptionalLong threads = line(directory.resolve("status"), "Threads:");
        long[] files = descriptors(directory.resolve("fd"));
        return new Details(
                resident.isPresent() ? OptionalLong.of(resident.getAsLong() * KB) : resident,
                threads,
                files.length == 0 ? OptionalLong.empty() : OptionalLong.of(files[0]),
                files.length == 0 ? OptionalLong.empty() : OptionalLong.of(files[1]));
    }

    private static OptionalLong line(Path file, String key) {
        try {
            TextCursor text = KernelFile.readOnce(file.toString());
            while (!text.atEnd()) {
                if (text.accept(key)) {
                    return OptionalLong.of(text.number());
                }
                text.nextLine();
            }
            return OptionalLong.empty();
        } catch (IOException notTold) {
            return OptionalLong.empty();
        }
    }

    /** How many there are and how many of them are sockets; nothing when that is not told. */
    private static long[] descriptors(Path directory) {
        long count = 0;
        long sockets = 0;
        try (DirectoryStream<Path> links = Files.newDirectoryStream(directory)) {
            for (Path link : links) {
                count++;
                sockets += isSocket(link) ? 1 : 0;
            }
            return new long[] {count, sockets};
        } catch (IOException | DirectoryIteratorException notTold) {
            return new long[0];
        }
    }

    private static boolean isSocket(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().startsWith(SOCKET);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Override
    public OptionalLong proportional(long pid) {
        return new ProcFiles(proc).proportional(pid);
    }

    @Override
    public OptionalLong machineMemory() {
        OptionalLong kilobytes = line(proc.resolve("meminfo"), "MemTotal:");
        return kilobytes.isPresent() ? OptionalLong.of(kilobytes.getAsLong() * KB) : kilobytes;
    }
}
