package io.hostpulse.history;

import io.hostpulse.common.lock.KernelLock;
import io.hostpulse.common.lock.LockHeldException;
import io.hostpulse.history.HistoryException.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that this process alone writes.
 *
 * @param files where it lies
 * @param database the open database
 * @param lock says so to others
 * @param setAside where a damaged one is now whose place this one took
 */
record WritableStore(HistoryFiles files, Database database, KernelLock lock, Optional<Path> setAside)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WritableStore.class);

    /**
     * Opens it, and begins one where there is none. A damaged one is renamed first.
     *
     * @throws HistoryException when that cannot be done
     */
    static WritableStore open(HistoryFiles files, long now) {
        try {
            files.create();
            NativeLibrary.unpack(files.library());
            KernelLock lock = KernelLock.acquire(files.lock(), "writes the history");
            try {
                return open(files, lock, now);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (LockHeldException e) {
            throw new HistoryException(
                    Failure.REFUSED, "history " + files.database() + " has a writer already: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new HistoryException(
                    Failure.DISK_ERROR, "history " + files.database() + " cannot be opened: " + e, e);
        }
    }

    private static WritableStore open(HistoryFiles files, KernelLock lock, long now) throws IOException {
        try {
            return new WritableStore(files, database(files), lock, Optional.empty());
        } catch (HistoryException e) {
            if (e.failure() != Failure.DAMAGED) {
                throw e;
            }
            Path aside = files.setAside(now);
            LOG.error("the history was damaged and is now {}; a new one begins: {}", aside, e.getMessage());
            return new WritableStore(files, database(files), lock, Optional.of(aside));
        }
    }

    private static Database database(HistoryFiles files) throws IOException {
        boolean wasLeftOpen = files.wasLeftOpen();
        Database database = Database.open(files.database(), false);
        try {
            if (Schema.isNew(database)) {
                Schema.create(database);
            }
            Schema.check(database);
            Schema.upgrade(database);
            tune(database);
            if (Files.exists(files.suspicion())) {
                verify(database, "integrity_check(1)");
                Files.delete(files.suspicion());
            } else if (wasLeftOpen) {
                verify(database, "quick_check(1)");
            }
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void tune(Database database) {
        database.execute(
                // Readers never wait for the writer, nor it for them.
                "pragma journal_mode = wal",
                // Survives the death of any process; a power cut may cost the last transactions, never the database.
                "pragma synchronous = normal",
                "pragma journal_size_limit = 16777216");
    }

    /** A kill does no harm, but what killed the writer may have: so the tree is walked once, a second a GB. */
    private static void verify(Database database, String check) {
        String verdict =
                database.first("pragma " + check, row -> row.getString(1)).orElse("no answer");
        if (!verdict.equals("ok")) {
            throw new HistoryException(Failure.DAMAGED, "history " + database.file() + ": " + verdict);
        }
    }

    /** Remembers damage for the next time it is opened: what the writer met need not be what opening it meets. */
    void suspect(HistoryException damage) {
        try {
            if (!Files.exists(files.suspicion())) {
                Files.createFile(files.suspicion());
            }
        } catch (IOException e) {
            damage.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try (KernelLock held = lock) {
            database.close();
        } catch (IOException e) {
            throw new HistoryException(Failure.DISK_ERROR, "the history's lock cannot be let go: " + e, e);
        }
    }
}
