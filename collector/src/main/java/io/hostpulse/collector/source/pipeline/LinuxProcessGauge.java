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
        long[] found = numbers(directory(pid).resolve("status"), "VmRSS:", "Threads:");
        return new Details(bytes(found[0]), told(found[1]));
    }

    private Path directory(long pid) {
        return proc.resolve(Long.toString(pid));
    }

    /** The numbers behind the keys at the beginning of lines; 0 for those that are not there. */
    private static long[] numbers(Path file, String... keys) {
        long[] found = new long[keys.length];
        try {
            TextCursor text = KernelFile.readOnce(file.toString());
            for (; !text.atEnd(); text.nextLine()) {
                for (int i = 0; i < keys.length; i++) {
                    if (text.accept(keys[i])) {
                        found[i] = text.number();
                    }
                }
            }
            return found;
        } catch (IOException notTold) {
            return new long[keys.length];
        }
    }

    private static OptionalLong bytes(long kilobytes) {
        return told(kilobytes * KB);
    }

    /** A live process has some of everything that is asked for here. */
    private static OptionalLong told(long number) {
        return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
    }

    @Override
    public Descriptors descriptors(long pid) {
        long files = 0;
        long sockets = 0;
        try (DirectoryStream<Path> links =
                Files.newDirectoryStream(directory(pid).resolve("fd"))) {
            for (Path link : links) {
                files++;
                sockets += isSocket(link) ? 1 : 0;
            }
            return new Descriptors(OptionalLong.of(files), OptionalLong.of(sockets));
        } catch (IOException | DirectoryIteratorException notTold) {
            return Descriptors.NONE;
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
        return bytes(numbers(proc.resolve("meminfo"), "MemTotal:")[0]);
    }
}
