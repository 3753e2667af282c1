package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.notify.TimeText;
import io.hostpulse.alerter.replay.Difference.Kind;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.Quantity;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.Locale;

/**
 * Shows an outcome to people.
 *
 * @param outcome what came of a replay
 * @param clock shows times
 * @param style how
 */
record OutcomeText(Outcome outcome, TimeText clock, Style style) {

    String text() {
        return head() + alerts() + notifications() + differences() + unknown() + summary();
    }

    private String head() {
        Period period = outcome.period();
        return "From " + clock.at(period.from()) + " to " + clock.at(period.to()) + " (" + Units.span(period.length())
                + "), after a warm-up of " + Units.span(period.from() - outcome.warmUpFrom()) + ": " + outcome.records()
                + " records\n";
    }

    private String alerts() {
        if (outcome.alerts().isEmpty()) {
            return title("Alerts that would have been raised: none");
        }
        Table table = new Table()
                .left("WHEN")
                .left("RULE")
                .left("DIMENSION")
                .left("LEVEL")
                .right("DURATION")
                .right("PEAK")
                .left("ENDED");
        outcome.alerts().forEach(one -> add(table, one));
        return title("Alerts that would have been raised") + table.render(style);
    }

    private void add(Table table, Occurrence one) {
        table.row(
                Cell.of(clock.at(one.begin())),
                Cell.of(one.key().rule()),
                Cell.of(dimension(one)),
                level(one.worst()),
                Cell.of(Units.span(one.alert().duration(outcome.period().to()))),
                Cell.of(peak(one)),
                Cell.of(ended(one)));
    }

    private static String peak(Occurrence one) {
        return one.alert().measured().peak().isPresent()
                ? Quantity.of(one.alert(), one.alert().measured().peak().getAsDouble())
                : "-";
    }

    private static String ended(Occurrence one) {
        String flapping = one.alert().flapping() ? ", flapping" : "";
        return (one.ended().isEmpty() ? "still on" : one.ended()) + flapping;
    }

    private static String dimension(Occurrence one) {
        return one.key().dimension().isEmpty() ? "-" : one.key().dimension();
    }

    private static Cell level(AlertLevel level) {
        return new Cell(
                level.name(),
                switch (level) {
                    case CRITICAL -> Tone.BAD;
                    case WARNING -> Tone.WARN;
                    case INFO -> Tone.PLAIN;
                });
    }

    private String notifications() {
        if (outcome.sendings().isEmpty()) {
            return title("Notifications that would have been sent: none");
        }
        Table table = new Table().left("WHEN").left("HANDLER").left("KIND").left("ALERTS");
        for (Sending one : outcome.sendings()) {
            table.row(
                    Cell.of(clock.at(one.at())),
                    Cell.of(one.handler()),
                    Cell.of(one.kind().name().toLowerCase(Locale.ROOT)),
                    Cell.of(String.join(", ", one.alerts())));
        }
        return title("Notifications that would have been sent") + table.render(style);
    }

    private String differences() {
        List<Difference> differing = outcome.differences().stream()
                .filter(one -> one.kind() != Kind.SAME)
                .toList();
        if (differing.isEmpty()) {
            return title("Compared with what happened: no difference");
        }
        Table table = new Table()
                .left("WHEN")
                .left("RULE")
                .left("DIMENSION")
                .left("LEVEL")
                .left("DIFFERENCE");
        for (Difference one : differing) {
            table.row(
                    Cell.of(clock.at(one.shown().begin())),
                    Cell.of(one.shown().key().rule()),
                    Cell.of(dimension(one.shown())),
                    level(one.shown().worst()),
                    difference(one));
        }
        return title("Compared with what happened") + table.render(style);
    }

    private static Cell difference(Difference one) {
        return switch (one.kind()) {
            case SAME -> Cell.of("");
            case OTHER -> new Cell(one.what(), Tone.WARN);
            case ONLY_REPLAYED -> new Cell("only in the replay", Tone.WARN);
            case ONLY_REAL -> new Cell("only in reality", Tone.WARN);
        };
    }

    private String unknown() {
        if (outcome.unknown().isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder(title("What the data could not tell"));
        outcome.unknown()
                .forEach(line -> lines.append("- ").append(Printable.of(line)).append('\n'));
        return lines.toString();
    }

    private String summary() {
        long leftOut = outcome.alertsLeftOut() + outcome.sendingsLeftOut();
        return "\n" + outcome.count(Kind.SAME) + " the same, " + outcome.count(Kind.OTHER) + " different, "
                + outcome.count(Kind.ONLY_REPLAYED) + " only in the replay, " + outcome.count(Kind.ONLY_REAL)
                + " only in reality; " + (outcome.sendings().size() + outcome.sendingsLeftOut())
                + " notifications, really " + outcome.reallySent()
                + (leftOut > 0 ? "; " + leftOut + " alerts and notifications beyond the first 10000 are left out" : "")
                + "\n";
    }

    private String title(String text) {
        return "\n" + style.paint(text, Tone.HEAD) + "\n";
    }
}
