package io.hostpulse.console.alerts;

import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.SilenceView;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import io.hostpulse.console.payload.RecordFields;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Shows silences to people.
 *
 * @param style how tones are shown
 * @param width how many columns a line has
 * @param zone whose clock is shown
 * @param all also those that are over
 */
public record SilencesText(Style style, int width, ZoneId zone, boolean all) {

    private static final String OVER = "expired";

    /**
     * Puts the lines together.
     *
     * @param view what the alerter says
     * @param now the present time, epoch nanoseconds
     * @return one line a silence
     */
    public String render(AlerterView view, long now) {
        List<SilenceView> shown = shown(view, all);
        if (shown.isEmpty()) {
            return all ? "there are no silences\n" : "there are no silences (--all shows those that are over)\n";
        }
        Table table = new Table()
                .left("ID")
                .left("STATE")
                .left("ALERTS")
                .right("HOLDS")
                .left("WHEN")
                .left("FROM")
                .left("BY")
                .left("COMMENT");
        shown.forEach(silence -> addRow(table, silence, now));
        long more = view.leftOut().silences();
        return table.render(style, width) + (more == 0 ? "" : "… and " + more + " more\n");
    }

    /**
     * Chooses what is shown.
     *
     * @param view what the alerter says
     * @param all also those that are over
     * @return the silences
     */
    public static List<SilenceView> shown(AlerterView view, boolean all) {
        return view.silences().stream()
                .filter(silence -> all || !silence.state().equals(OVER))
                .toList();
    }

    private void addRow(Table table, SilenceView silence, long now) {
        RecordFields fields = new RecordFields(silence.silence());
        table.row(
                Cell.of(silence.id()),
                state(silence.state()),
                Cell.of(SilenceWords.alerts(fields)),
                Cell.of(
                        silence.holds().isEmpty()
                                ? "-"
                                : Integer.toString(silence.holds().size())),
                Cell.of(when(fields, now)),
                Cell.of(silence.configured() ? "configuration" : "by hand"),
                Cell.of(silence.text("author")),
                Cell.of(silence.text("comment").orElse("")));
    }

    private static Cell state(String state) {
        return switch (state) {
            case "active" -> new Cell(state, Tone.WARN);
            case OVER -> new Cell("over", Tone.FAINT);
            default -> Cell.of(state);
        };
    }

    private String when(RecordFields fields, long now) {
        LocalMoments moments = new LocalMoments(zone);
        List<String> parts = new ArrayList<>();
        OptionalLong from = fields.time("from");
        if (from.isPresent() && from.getAsLong() > now) {
            parts.add("from " + moments.text(from.getAsLong()));
        }
        fields.time("to").ifPresent(to -> parts.add("until " + moments.text(to) + left(to - now)));
        String hours = SilenceWords.hours(fields);
        if (!hours.isEmpty()) {
            parts.add(hours);
        }
        return String.join(", ", parts);
    }

    private static String left(long nanos) {
        return nanos > 0 ? " (" + Units.span(nanos) + ")" : "";
    }
}
