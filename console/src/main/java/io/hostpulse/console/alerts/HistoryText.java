package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows past alerts to people.
 *
 * @param style how tones are shown
 * @param width how many columns a line has
 * @param most how many alerts are shown
 * @param zone whose clock is shown
 * @param now the present time, epoch nanoseconds
 */
public record HistoryText(Style style, int width, int most, ZoneId zone, long now) {

    /**
     * Puts the lines together.
     *
     * @param history what was found
     * @return one line an occurrence
     */
    public String render(History history) {
        List<Occurrence> all = history.occurrences();
        if (all.isEmpty()) {
            return "no alert was on\n";
        }
        long hidden = Math.max(0, all.size() - (long) most) + history.leftOut();
        return table(all) + (hidden == 0 ? "" : "… and " + hidden + " older ones: ask for a shorter time, or -n\n");
    }

    private String table(List<Occurrence> all) {
        Table table = new Table()
                .left("BEGAN")
                .left("ENDED")
                .right("LASTED")
                .left("LEVEL")
                .left("RULE")
                .left("WHERE")
                .right("PEAK")
                .left("ID")
                .left("TOLD")
                .left("HOW IT ENDED");
        LocalMoments moments = new LocalMoments(zone);
        all.stream().limit(most).forEach(one -> addRow(table, one, moments));
        return table.render(style, width);
    }

    private void addRow(Table table, Occurrence occurrence, LocalMoments moments) {
        Alert alert = occurrence.alert();
        table.row(
                Cell.of(moments.text(alert.since())),
                Cell.of(moments.text(alert.resolved())),
                Cell.of(Units.span(alert.duration(now))),
                LevelTone.cell(occurrence.worst()),
                Cell.of(AlertCells.rule(alert)),
                Cell.of(AlertCells.where(alert)),
                Cell.of(AlertCells.peak(alert)),
                Cell.of(alert.id()),
                told(occurrence),
                alert.isActive() ? new Cell("it is still on", Tone.WARN) : Cell.of(occurrence.ending()));
    }

    private static Cell told(Occurrence occurrence) {
        Map<String, Delivery> told = occurrence.told();
        boolean failed = told.values().stream().anyMatch(delivery -> !delivery.arrived());
        String text = told.values().stream().map(HistoryText::told).collect(Collectors.joining(", "));
        return failed
                ? new Cell(text, Tone.WARN)
                : Cell.of(Optional.of(text)
                        .filter(some -> !some.isEmpty())
                        .or(() -> Optional.of(occurrence.alert().isActive() ? "nobody yet" : "nobody")));
    }

    private static String told(Delivery delivery) {
        return delivery.arrived() ? delivery.handler() : "not " + delivery.handler() + " (" + delivery.fate() + ")";
    }
}
