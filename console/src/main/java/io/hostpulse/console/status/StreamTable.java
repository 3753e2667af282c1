package io.hostpulse.console.status;

import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.status.StreamStatus;
import io.hostpulse.common.status.StreamStatus.Recent;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows one line a stream.
 *
 * @param streams the streams
 * @param now the present time, epoch nanoseconds
 * @param shownElsewhere consumers whose lag has a line of its own; only what they lost is shown here
 */
record StreamTable(List<StreamStatus> streams, long now, Set<String> shownElsewhere) {

    String render(Style style) {
        Table table = new Table()
                .left("STREAM")
                .right("LAST")
                .right("AGE")
                .right("PER S")
                .right("ON DISK")
                .left("WRITER")
                .left("LAG")
                .left("DATA");
        streams.forEach(stream -> addRow(table, stream));
        return table.render(style);
    }

    private void addRow(Table table, StreamStatus stream) {
        table.row(
                Cell.of(stream.name()),
                Cell.of(stream.recent().map(recent -> Long.toString(recent.lastSequence()))),
                age(stream),
                Cell.of(stream.recent().flatMap(Recent::perSecond).map(Units::decimal)),
                Cell.of(Units.bytes(stream.disk().bytes())),
                writer(stream),
                lag(stream),
                data(stream));
    }

    private Cell age(StreamStatus stream) {
        String text = stream.age(now).map(Units::span).orElse("-");
        return new Cell(text, stream.isFresh(now) ? Tone.GOOD : Tone.BAD);
    }

    /** Whoever has written a stream of measurements should still be there; orders are written by who comes and goes. */
    static Cell writer(StreamStatus stream) {
        String name = stream.descriptor().writer();
        boolean comesAndGoes = ControlStreams.isControl(stream.descriptor().name());
        return stream.writerAlive() || comesAndGoes ? Cell.of(name) : new Cell(name + " (gone)", Tone.WARN);
    }

    private Cell lag(StreamStatus stream) {
        String text = stream.consumers().stream()
                .filter(consumer -> consumer.lost() > 0 || !shownElsewhere.contains(consumer.name()))
                .map(StreamTable::lag)
                .collect(Collectors.joining(", "));
        return Cell.of(Optional.of(text).filter(some -> !some.isEmpty()));
    }

    private static String lag(StreamStatus.Consumer consumer) {
        String lost = consumer.lost() == 0 ? "" : " (lost " + consumer.lost() + ")";
        return consumer.name() + " " + consumer.lag() + lost;
    }

    private static Cell data(StreamStatus stream) {
        if (stream.problem().isPresent()) {
            return new Cell("unreadable: " + stream.problem().get(), Tone.BAD);
        }
        boolean isAwaited = !stream.descriptor().interval().isZero();
        return stream.recent()
                .map(StreamTable::data)
                .orElseGet(() -> new Cell("no record yet", isAwaited ? Tone.WARN : Tone.PLAIN));
    }

    private static Cell data(Recent recent) {
        if (recent.isStopped()) {
            return new Cell(recent.reason().orElseThrow(), Tone.WARN);
        }
        String reason = recent.reason().map(text -> ": " + text).orElse("");
        return switch (recent.kind()) {
            case OK -> new Cell("yes", Tone.GOOD);
            case UNAVAILABLE -> new Cell(word(recent) + reason, Tone.WARN);
            case FAILED -> new Cell(word(recent) + reason, Tone.BAD);
        };
    }

    private static String word(Recent recent) {
        return recent.kind().name().toLowerCase(Locale.ROOT);
    }
}
