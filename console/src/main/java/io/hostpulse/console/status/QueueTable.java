package io.hostpulse.console.status;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.status.StreamStatus;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows what the queues hold.
 *
 * @param data the data directory
 * @param style how tones are shown
 */
public record QueueTable(DataDirectory data, Style style) {

    /**
     * Puts the lines together.
     *
     * @param status what was found
     * @return one line a stream
     */
    public String render(Status status) {
        if (status.streams().isEmpty()) {
            return "no streams in " + data.queues() + "\n";
        }
        Table table = new Table()
                .left("STREAM")
                .right("FILES")
                .right("ON DISK")
                .right("RECORDS")
                .left("OLDEST")
                .left("NEWEST")
                .left("WRITER")
                .left("CONSUMERS");
        status.streams().forEach(stream -> addRow(table, stream));
        return table.render(style);
    }

    private void addRow(Table table, StreamStatus stream) {
        Optional<OldestRecord> oldest = stream.problem().isPresent() ? Optional.empty() : oldest(stream);
        table.row(
                Cell.of(stream.name()),
                Cell.of(stream.disk().files()),
                Cell.of(Units.bytes(stream.disk().bytes())),
                Cell.of(oldest.map(first -> Long.toString(stream.lastSequence() - first.sequence() + 1))),
                Cell.of(oldest.map(first -> Rfc3339.format(first.sampleTime()))),
                Cell.of(stream.recent().map(recent -> Rfc3339.format(recent.newestTime()))),
                StreamTable.writer(stream),
                stream.problem()
                        .map(problem -> new Cell("unreadable: " + problem, Tone.BAD))
                        .orElseGet(() -> consumers(stream)));
    }

    private Optional<OldestRecord> oldest(StreamStatus stream) {
        return OldestRecord.of(
                new QueueDirectory(data.queues()).of(stream.descriptor().name()));
    }

    private static Cell consumers(StreamStatus stream) {
        String text = stream.consumers().stream()
                .map(consumer -> consumer.name() + " at " + consumer.sequence() + " (" + consumer.lag() + " behind)")
                .collect(Collectors.joining(", "));
        return Cell.of(Optional.of(text).filter(some -> !some.isEmpty()));
    }
}
