package io.hostpulse.history;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.EpochClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Writes the history; there is one at a time. Records are gathered and committed together with the position of their stream,
 * so that each is in the history once, whenever its process dies. What a commit wrote survives {@code kill -9}; a power cut may
 * cost the last commits, positions included, and never the database.
 *
 * <p>Used by one thread.
 */
public final class HistoryWriter implements AutoCloseable {

    /** How many records wait for a commit at most; at 8 streams twice a second that is ten minutes. */
    public static final int MAX_PENDING = 10_000;

    /** A stream that has been silent for so long is put in order without waiting for its next record. */
    private static final long SILENCE = 900_000_000_000L;

    private final WritableStore store;
    private final Optional<Object> identity;
    private final Database database;
    private final HistorySettings settings;
    private final EpochClock clock;
    private final Streams streams;
    private final Sealer sealer;
    private final Rollup rollup;
    private final HistoryRetention retention;
    private final Map<StreamName, Streams.Row> committed = new HashMap<>();
    private final Map<StreamName, StreamRecorder> recorders = new HashMap<>();
    private final Map<StreamName, List<HistoryRecord>> pending = new LinkedHashMap<>();
    private final Map<StreamName, Long> active = new HashMap<>();
    private int pendingCount;
    private boolean isUncertain;

    HistoryWriter(WritableStore store, HistorySettings settings, EpochClock clock) {
        this.store = store;
        this.identity = store.files().identity();
        this.database = store.database();
        this.settings = settings;
        this.clock = clock;
        this.streams = new Streams(database);
        this.sealer = new Sealer(database);
        this.rollup = new Rollup(database);
        this.retention = new HistoryRetention(database, settings);
        streams.all().forEach(row -> committed.put(row.name(), row));
        retention.forgetSeries(newest(clock.nanos()));
    }

    /**
     * Opens the history for writing, and begins one where there is none. A damaged database is renamed, never deleted, and a
     * new one begun: see {@link #setAside}.
     *
     * @param directory where it lies, usually {@code data/history}; created when it is absent
     * @param settings what is kept
     * @param clock tells what is old
     * @return the writer
     * @throws HistoryException when it cannot be opened, or another process writes it
     */
    public static HistoryWriter open(Path directory, HistorySettings settings, EpochClock clock) {
        WritableStore store = WritableStore.open(new HistoryFiles(directory), clock.nanos());
        try {
            return new HistoryWriter(store, settings, clock);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Tells where a damaged database is now.
     *
     * @return the file, if opening set one aside
     */
    public Optional<Path> setAside() {
        return store.setAside();
    }

    /**
     * Tells whether the database is still where it was opened. Somebody may have moved or removed it; what is written then is in no
     * history, and it must be opened again.
     *
     * @return whether it is
     */
    public boolean isInPlace() {
        return store.files().identity().equals(identity);
    }

    /**
     * Tells which record of a stream is the last one that is in the history for good.
     *
     * @param stream any stream
     * @return its sequence; 0 when there is none
     */
    public long position(StreamName stream) {
        Streams.Row row = committed.get(stream);
        return row == null ? 0 : row.lastSequence();
    }

    /**
     * Tells when that record was taken.
     *
     * @param stream any stream
     * @return epoch nanoseconds; 0 when the history has nothing of the stream
     */
    public long time(StreamName stream) {
        Streams.Row row = committed.get(stream);
        return row == null ? 0 : row.lastTime();
    }

    /**
     * Takes a record for the next commit. Records of a stream come in its order; one that the history has already is passed
     * over.
     *
     * @param record the record
     * @return whether it is new
     * @throws IllegalStateException when {@link #MAX_PENDING} records wait: commit first
     */
    public boolean append(HistoryRecord record) {
        if (pendingCount >= MAX_PENDING) {
            throw new IllegalStateException(pendingCount + " records wait already: commit before more are taken");
        }
        List<HistoryRecord> waiting = pending.computeIfAbsent(record.stream(), fresh -> new ArrayList<>());
        long last = waiting.isEmpty()
                ? position(record.stream())
                : waiting.get(waiting.size() - 1).sequence();
        if (record.sequence() <= last) {
            return false;
        }
        waiting.add(record);
        pendingCount++;
        return true;
    }

    /**
     * Tells how many records wait.
     *
     * @return those taken since the last commit that succeeded
     */
    public int pending() {
        return pendingCount;
    }

    /**
     * Commits what waits, and puts in order what is complete. When it fails, what waited waits on, and the same call can be
     * tried again.
     *
     * @throws HistoryException when nothing was committed, or what was committed could not be put in order
     */
    public void commit() {
        watchingForDamage(() -> {
            commitPending();
            committed.values().forEach(row -> putInOrder(row, row.span()));
            return false;
        });
    }

    private boolean watchingForDamage(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (HistoryException e) {
            if (e.failure() == HistoryException.Failure.DAMAGED) {
                store.suspect(e);
            }
            throw e;
        }
    }

    private void commitPending() {
        if (isUncertain) {
            // Whether a commit that failed on its last step happened, only the database knows.
            streams.all().forEach(row -> committed.put(row.name(), row));
            isUncertain = false;
        }
        if (pendingCount > 0) {
            try {
                database.write(this::writePending);
            } catch (RuntimeException e) {
                // They know of series that were rolled back.
                recorders.clear();
                isUncertain = true;
                throw e;
            }
            settlePending();
        }
    }

    private void writePending() {
        pending.forEach((stream, records) -> {
            if (!records.isEmpty()) {
                recorder(stream).write(records);
            }
        });
    }

    private StreamRecorder recorder(StreamName stream) {
        return recorders.computeIfAbsent(stream, name -> {
            Streams.Row row = committed.get(name);
            return new StreamRecorder(database, streams, row == null ? streams.add(name) : row, settings.maxSeries());
        });
    }

    private void settlePending() {
        long now = clock.nanos();
        pending.forEach((stream, records) -> {
            if (!records.isEmpty()) {
                committed.put(stream, recorders.get(stream).stream());
                active.put(stream, now);
            }
        });
        pending.clear();
        pendingCount = 0;
    }

    private void putInOrder(Streams.Row stream, long openSpan) {
        sealer.sealAllBut(stream, openSpan);
        rollup.rollBefore(stream, Span.hour(openSpan));
    }

    /**
     * Notes that a stream began anew, with sequences from 1: its files were removed. What waits of it is committed first.
     *
     * @param stream the stream
     * @throws HistoryException when that cannot be committed
     */
    public void beginAnew(StreamName stream) {
        commit();
        Streams.Row row = committed.get(stream);
        if (row != null) {
            Streams.Row fresh = row.at(0, row.lastTime());
            database.write(() -> streams.save(fresh));
            committed.put(stream, fresh);
            recorders.remove(stream);
        }
    }

    /**
     * Does one small step of what is due: putting streams in order that fell silent, removing what is old or too much, giving
     * pages back to the disk. To be called between commits, and again at once while it says so.
     *
     * @return whether there is more to do
     * @throws HistoryException when it cannot be done now
     */
    public boolean upkeep() {
        return watchingForDamage(this::step);
    }

    private boolean step() {
        long now = clock.nanos();
        for (Streams.Row row : committed.values()) {
            if (now - active.getOrDefault(row.name(), 0L) > SILENCE && now - row.lastTime() > SILENCE) {
                putInOrder(row, Span.of(now));
            }
        }
        return retention.step(newest(now));
    }

    // A clock that was wrong for a moment must not make everything old: age counts from the newest record at most.
    private long newest(long now) {
        long newest = committed.values().stream()
                .mapToLong(Streams.Row::lastTime)
                .max()
                .orElse(now);
        return Math.min(now, newest);
    }

    /**
     * Tells what the history takes.
     *
     * @return its size
     */
    public HistorySize size() {
        return HistorySize.of(database);
    }

    /** Ends without committing what waits. */
    @Override
    public void close() {
        store.close();
    }
}
