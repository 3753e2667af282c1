package io.hostpulse.history;

import java.util.Locale;

/** Keeps why there is no data: one row for as long as the same holds. */
final class GapTable {

    /** A reason is a sentence; whoever puts more into one gets this much of it kept. */
    private static final int LONGEST_REASON = 500;

    /** Reasons that are never the same, as with times in them, get a row this often. */
    private static final long NEW_ROW = 60_000_000_000L;

    /** Why there is no data. */
    enum Kind {
        /** The source could not be read, and that was nobody's fault. */
        UNAVAILABLE,
        /** Reading failed. */
        FAILED,
        /** Records are not in the stream any more. */
        LOST,
        /** What was recorded cannot be read any more. */
        DAMAGED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Database database;

    GapTable(Database database) {
        this.database = database;
    }

    /** Adds one record without data, to the row of the record before it if that says the same. */
    void add(Streams.Row stream, long sequence, long time, Kind kind, String reason) {
        String kept = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        int extended = database.update(
                "update gap set last_sequence = ?, start = min(start, ?), end = max(end, ?)"
                        + " where id = (select max(id) from gap where stream = ?)"
                        + " and last_sequence = ? and kind = ? and (reason = ? or start > ?)",
                sequence,
                time,
                time,
                stream.id(),
                sequence - 1,
                kind.label(),
                kept,
                time - NEW_ROW);
        if (extended == 0) {
            insert(stream, sequence, sequence, time, time, kind, kept);
        }
    }

    /** Notes that records are missing before this one. */
    void lost(Streams.Row stream, long next, long time) {
        long first = stream.lastSequence() + 1;
        String reason = (next - first) + " records are missing in the stream";
        insert(stream, first, next - 1, Math.min(stream.lastTime(), time), time, Kind.LOST, reason);
    }

    /** Notes that a commit of a span cannot be read any more; its records are not known. */
    void damaged(Streams.Row stream, long span, String reason) {
        insert(stream, 0, -1, Span.start(span), Span.start(span + 1), Kind.DAMAGED, reason);
    }

    private void insert(Streams.Row stream, long first, long last, long start, long end, Kind kind, String reason) {
        database.update(
                "insert into gap (stream, first_sequence, last_sequence, start, end, kind, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                stream.id(),
                first,
                last,
                start,
                end,
                kind.label(),
                reason);
    }
}
