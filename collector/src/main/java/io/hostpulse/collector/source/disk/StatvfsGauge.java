package io.hostpulse.collector.source.disk;

import com.sun.jna.Native;
import com.sun.jna.platform.linux.LibC;
import java.io.IOException;
import java.util.Map;

/** Asks with statvfs(3): one system call for space and inodes; Java's own file stores do not tell the inodes. */
final class StatvfsGauge implements SpaceGauge {

    /** What may go wrong with a mount, by errno.h of Linux. */
    private static final Map<Integer, String> ERRORS = Map.of(
            2, "no such file or directory",
            5, "input/output error",
            13, "permission denied",
            20, "not a directory",
            107, "the program behind this filesystem is gone",
            112, "the server of this filesystem is down",
            116, "stale file handle");

    /** Loaded here, once: it takes a good part of a second, which must not count against a filesystem's deadline. */
    private final LibC libc = LibC.INSTANCE;

    @Override
    public Space ask(String path) throws IOException {
        LibC.Statvfs answer = new LibC.Statvfs();
        if (libc.statvfs(path, answer) != 0) {
            int error = Native.getLastError();
            throw new IOException(path + ": " + ERRORS.getOrDefault(error, "statvfs fails with error " + error));
        }
        return space(answer);
    }

    private static Space space(LibC.Statvfs answer) {
        long block = answer.f_frsize.longValue();
        long blocks = answer.f_blocks.longValue();
        return new Space(
                blocks * block,
                (blocks - answer.f_bfree.longValue()) * block,
                answer.f_bavail.longValue() * block,
                answer.f_files.longValue(),
                answer.f_ffree.longValue());
    }
}
