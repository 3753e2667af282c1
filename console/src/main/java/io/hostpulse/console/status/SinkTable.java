package io.hostpulse.console.status;

import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.export.SinkView.State;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows one line a sink of the exporter.
 *
 * @param sinks the sinks
 * @param now the present time, epoch nanoseconds
 */
record SinkTable(List<SinkView> sinks, long now) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PERCENT = 100;

    String render(Style style) {
        Table table = new Table()
                .left("SINK")
                .left("STATE")
                .right("WRITTEN")
                .right("PER S")
                .right("WAITING")
                .right("BEHIND")
                .right("REFUSED")
                .right("SIZE")
                .left("NOTE");
        sinks.forEach(sink -> addRow(table, sink));
        return table.render(style);
    }

    private void addRow(Table table, SinkView sink) {
        table.row(
                Cell.of(sink.name()),
                state(sink),
                Cell.of(sink.written()),
                Cell.of(Units.decimal(sink.rate())),
                Cell.of(sink.backlog()),
                Cell.of(Units.span((long) (sink.behind() * NANOS_PER_SECOND))),
                new Cell(Long.toString(sink.refused()), sink.refused() == 0 ? Tone.PLAIN : Tone.WARN),
                Cell.of(size(sink)),
                Cell.of(note(sink)));
    }

    private static Cell state(SinkView sink) {
        String share = sink.state() == State.CATCHING_UP ? " " + Units.percent(sink.caughtUp() * PERCENT) : "";
        return new Cell(sink.state().label() + share, tone(sink.state()));
    }

    private static Tone tone(State state) {
        return switch (state) {
            case RUNNING -> Tone.GOOD;
            case CATCHING_UP -> Tone.WARN;
            case RETRYING -> Tone.BAD;
        };
    }

    private static Optional<String> size(SinkView sink) {
        return sink.size().isPresent() ? Optional.of(Units.bytes(sink.size().getAsLong())) : Optional.empty();
    }

    private Optional<String> note(SinkView sink) {
        List<String> parts = new ArrayList<>();
        if (sink.missing() > 0) {
            parts.add(sink.missing() + " missing");
        }
        // What went wrong long ago and was mended is in the log.
        if (!sink.error().isEmpty() && (sink.state() == State.RETRYING || sink.refused() > 0)) {
            parts.add(sink.error());
        }
        if (sink.state() == State.RETRYING && sink.nextAttempt() > now) {
            parts.add("tries again in " + Units.span(sink.nextAttempt() - now));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }
}
