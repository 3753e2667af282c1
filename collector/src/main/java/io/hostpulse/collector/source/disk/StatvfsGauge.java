package io.hostpulse.collector.source.disk;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.util.Map;

/**
 * Asks with statvfs(3): one system call for space and inodes, of which Java's own file stores tell only the space. It calls the
 * function by hand because a mapped structure loads a hundred classes and takes 2 MB more.
 */
final class StatvfsGauge implements SpaceGauge {

    /** More than any libc needs for its struct statvfs; the fields are of the width of a long. */
    private static final int STRUCT_BYTES = 256;

    private static final int FRAGMENT_SIZE = 1;
    private static final int BLOCKS = 2;
    private static final int BLOCKS_FREE = 3;
    private static final int BLOCKS_AVAILABLE = 4;
    private static final int FILES = 5;
    private static final int FILES_FREE = 6;

    /** What may go wrong with a mount, by errno.h of Linux. */
    private static final Map<Integer, String> ERRORS = Map.of(
            2, "no such file or directory",
            5, "input/output error",
            13, "permission denied",
            20, "not a directory",
            107, "the program behind this filesystem is gone",
            112, "the server of this filesystem is down",
            116, "stale file handle");

    /** Looked up once, when opened: loading JNA takes a part of a second, which must not count against a deadline. */
    private final Function statvfs = NativeLibrary.getProcess().getFunction("statvfs");

    @Override
    public Space ask(String path) throws IOException {
        try (Memory answer = new Memory(STRUCT_BYTES)) {
            if (statvfs.invokeInt(new Object[] {path, answer}) != 0) {
                int error = Native.getLastError();
                throw new IOException(path + ": " + ERRORS.getOrDefault(error, "statvfs fails with error " + error));
            }
            return space(answer);
        }
    }

    private static Space space(Memory answer) {
        long block = field(answer, FRAGMENT_SIZE);
        long blocks = field(answer, BLOCKS);
        return new Space(
                blocks * block,
                (blocks - field(answer, BLOCKS_FREE)) * block,
                field(answer, BLOCKS_AVAILABLE) * block,
                field(answer, FILES),
                field(answer, FILES_FREE));
    }

    private static long field(Memory answer, int index) {
        return answer.getNativeLong((long) index * Native.LONG_SIZE).longValue();
    }
}
