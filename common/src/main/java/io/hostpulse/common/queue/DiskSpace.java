package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks a filesystem for its space. */
interface DiskSpace {

    /** What this process may still take, in bytes. */
    long free() throws IOException;

    /** The whole filesystem, in bytes. */
    long total() throws IOException;

    /** Finding the filesystem reads the mount table, asking it is one system call: so it is found once. */
    static DiskSpace of(Path directory) throws IOException {
        FileStore store = Files.getFileStore(directory);
        return new DiskSpace() {
            @Override
            public long free() throws IOException {
                return store.getUsableSpace();
            }

            @Override
            public long total() throws IOException {
                return store.getTotalSpace();
            }
        };
    }
}
