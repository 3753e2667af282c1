package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Pieces;
import io.hostpulse.common.period.ExportFormat;
import io.hostpulse.common.period.ExportText;
import io.hostpulse.common.period.MergedPeriods;
import io.hostpulse.common.period.TableColumns;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes an export. A table's records are looked at twice, first for its columns. Used by one thread at a time. */
final class ExportPieces implements Pieces {

    private static final byte[] NOTHING = {};

    /** What one turn makes at least: some milliseconds of work, and what a socket takes at once. */
    private static final int LEAST = 64 * 1024;

    /** What one turn looks at for columns: some milliseconds. */
    private static final int LOOKED_AT = 200;

    private final Runnable closed;
    private MergedPeriods records;
    private Optional<TableColumns> columns;
    private ExportText text;

    /**
     * Begins.
     *
     * @param records what is handed out; closed with this
     * @param format what it is to look like
     * @param closed is told when this is closed
     */
    ExportPieces(MergedPeriods records, ExportFormat format, Runnable closed) {
        this.closed = closed;
        this.records = records;
        this.columns = format == ExportFormat.csv ? Optional.of(new TableColumns(records)) : Optional.empty();
        this.text = format == ExportFormat.json ? ExportText.json(records) : ExportText.ndjson(records);
    }

    @Override
    public Optional<byte[]> next() {
        if (columns.isPresent()) {
            lookForColumns(columns.get());
            return Optional.of(NOTHING);
        }
        StringBuilder piece = new StringBuilder(2 * LEAST);
        Optional<String> next = text.next();
        while (next.isPresent()) {
            piece.append(next.get());
            next = piece.length() < LEAST ? text.next() : Optional.empty();
        }
        return piece.isEmpty() ? Optional.empty() : Optional.of(piece.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void lookForColumns(TableColumns looking) {
        if (!looking.look(LOOKED_AT)) {
            // What is missing was told the first time.
            MergedPeriods again = records.again(trouble -> {});
            records.close();
            records = again;
            text = ExportText.csv(records, looking.found());
            columns = Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } finally {
            closed.run();
        }
    }
}
