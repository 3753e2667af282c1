package io.hostpulse.collector.source.process;

import java.io.IOException;

/**
 * The folders of the processes in /proc. Between two calls any process may end: what then cannot be read is told apart from what
 * may not be read.
 */
interface ProcFiles {

    /** Lists the numbers of the processes there are, smallest first. */
    int[] pids() throws IOException;

    /**
     * Reads the beginning of a file with one call, which gives all of it if it fits.
     *
     * @return how many bytes there are in the buffer now
     * @throws java.nio.file.NoSuchFileException when the process has ended
     * @throws java.nio.file.AccessDeniedException when it is there and does not let itself be read
     */
    int read(int pid, String file, byte[] buffer) throws IOException;

    /** Counts what is in a folder; fails as {@link #read} does. */
    int count(int pid, String folder) throws IOException;
}
