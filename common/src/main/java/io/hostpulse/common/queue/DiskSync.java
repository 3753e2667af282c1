package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * Makes the kernel write to the disk what was appended, at most once an interval, so that power loss costs no more than that.
 * Used by the writer's thread, which waits for the disk.
 */
final class DiskSync {

    private final RollFiles files;
    private final long interval;
    private long lastSync;
    private int lastCycle;

    /**
     * Prepares.
     *
     * @param interval zero leaves it to the kernel
     */
    DiskSync(RollFiles files, Duration interval) {
        this.files = files;
        this.interval = interval.toNanos();
    }

    void appended(long now) {
        if (interval > 0 && (now < lastSync || now - lastSync >= interval)) {
            lastSync = now;
            sync();
        }
    }

    /** Does it now, whatever the interval; used at the end. */
    void finish() {
        if (interval > 0) {
            sync();
        }
    }

    private void sync() {
        try {
            List<RollFile> all = files.list();
            for (RollFile file : all.subList(Math.max(0, all.size() - 2), all.size())) {
                if (file.cycle() >= lastCycle) {
                    sync(file);
                }
            }
        } catch (IOException e) {
            throw new DiskFailedException("queue " + files.directory() + " was not written to the disk: " + e, e);
        }
    }

    private void sync(RollFile file) throws IOException {
        try {
            force(file.path());
        } catch (NoSuchFileException removed) {
            return;
        }
        if (file.cycle() > lastCycle) {
            // A new file's name is in the directory, which is written back on its own.
            force(files.directory());
            lastCycle = file.cycle();
        }
    }

    /**
     * Mapped pages are the file's page cache on Linux, so fdatasync(2) on any descriptor of the file writes them back too: it
     * first cleans the page tables that dirtied them (filemap_write_and_wait_range and folio_clear_dirty_for_io in the kernel's
     * mm). POSIX promises as much only for msync(2), which cannot be reached through Chronicle.
     */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(false);
        }
    }
}
