package io.hostpulse.console.tail;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.io.PrintWriter;

/** Writes a part of a stream as JSON lines, the same ones as {@code tail --json}. Used once. */
public final class StreamExport implements TailListener {

    /** Between two looks whether anybody still reads the output, and two reports of progress. */
    private static final int BATCH = 4096;

    private final ExportRequest request;
    private final PrintWriter out;
    private final JsonLines lines;
    private long end;
    private long first;
    private long latest;
    private long records;
    private long missing;

    /**
     * Prepares an export.
     *
     * @param request what is to be exported
     * @param output where the records go
     */
    public StreamExport(ExportRequest request, Output output) {
        this.request = request;
        this.out = output.out();
        this.lines = new JsonLines(
                request.stream(), out, new Trouble(request.stream().value(), output.err(), output.errStyle()));
    }

    /**
     * Writes up to what is the end now, or until nobody reads it any more.
     *
     * @param progress learns how far it has come
     * @return what was written
     */
    public ExportResult run(ExportProgress progress) {
        end = endOfRequest();
        try (SnapshotTail tail = open()) {
            while (latest + 1 < end && !out.checkError() && writeBatch(tail)) {
                progress.written(records, share());
            }
        }
        out.flush();
        return new ExportResult(records, missing);
    }

    private SnapshotTail open() {
        return request.from()
                .map(from -> SnapshotTail.fromTime(request.directory(), from))
                .orElseGet(() -> SnapshotTail.after(request.directory(), Position.START));
    }

    /** The first record that is not wanted any more. */
    private long endOfRequest() {
        long newest =
                NextSequence.of(SnapshotTail.fromLast(request.directory(), 1)).orElse(0);
        return request.to()
                .map(to -> NextSequence.of(SnapshotTail.fromTime(request.directory(), to))
                        .orElse(newest + 1))
                .orElse(newest + 1);
    }

    private boolean writeBatch(SnapshotTail tail) {
        for (int i = 0; i < BATCH && latest + 1 < end; i++) {
            if (!tail.poll(this)) {
                return false;
            }
        }
        return true;
    }

    private double share() {
        return (double) (latest - first + 1) / Math.max(1, end - first);
    }

    @Override
    public void onRecord(RecordView record) {
        latest = record.sequence();
        if (latest < end) {
            first = first == 0 ? latest : first;
            records++;
            lines.onRecord(record);
        }
    }

    @Override
    public void onGap(Gap gap) {
        // A gap may reach over the end of what is wanted.
        Gap wanted = new Gap(gap.first(), Math.min(gap.last(), end - 1));
        if (wanted.count() > 0) {
            missing += wanted.count();
            lines.onGap(wanted);
        }
    }

    @Override
    public void onDamage(Damage damage) {
        lines.onDamage(damage);
    }
}
