package io.hostpulse.console.queues;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.care.FileReport;
import io.hostpulse.common.queue.care.PruneCandidate;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.Optional;

/** Shows which files could be removed, and why the others could not. */
public final class PruneTable {

    private final Table table = new Table()
            .left("STREAM")
            .left("FILE")
            .left("FROM")
            .left("TO")
            .right("RECORDS")
            .right("SIZE")
            .left("NOT READ BY")
            .left("COULD GO");

    /** Starts a table without lines. */
    public PruneTable() {}

    /**
     * Adds one line a file.
     *
     * @param stream whose files they are
     * @param candidates the files
     */
    public void add(StreamName stream, List<PruneCandidate> candidates) {
        candidates.forEach(candidate -> add(stream, candidate));
    }

    private void add(StreamName stream, PruneCandidate candidate) {
        FileReport report = candidate.report();
        Optional<FileReport> some = Optional.of(report).filter(file -> !file.isEmpty());
        table.row(
                Cell.of(stream.value()),
                Cell.of(report.name()),
                Cell.of(some.map(file -> Rfc3339.format(file.firstTime()))),
                Cell.of(some.map(file -> Rfc3339.format(file.lastTime()))),
                Cell.of(report.records()),
                Cell.of(Units.bytes(report.bytes())),
                Cell.of(Optional.of(String.join(", ", candidate.waiting())).filter(text -> !text.isEmpty())),
                answer(candidate));
    }

    private static Cell answer(PruneCandidate candidate) {
        return candidate.mayGo()
                ? new Cell("yes", Tone.GOOD)
                : Cell.of(candidate.obstacle().map(why -> "no: " + why).orElse("no"));
    }

    /**
     * Puts the lines together.
     *
     * @param style how tones are shown
     * @return the table
     */
    public String render(Style style) {
        return table.render(style);
    }
}
