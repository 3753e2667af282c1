package io.hostpulse.collector.source.disk;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks through Java's file stores, which do not tell inodes. For systems other than Linux. */
final class FileStoreGauge implements SpaceGauge {

    @Override
    public Space ask(String path) throws IOException {
        FileStore store = Files.getFileStore(Path.of(path));
        long total = store.getTotalSpace();
        return new Space(total, total - store.getUnallocatedSpace(), store.getUsableSpace(), 0, 0);
    }
}
