package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.Optional;

/**
 * Shows to people what is on. That nothing is on is only said when somebody watches.
 *
 * @param style how tones are shown
 * @param width how many columns a line has
 * @param most how many alerts are shown
 */
public record AlertsText(Style style, int width, int most) {

    /**
     * Puts the lines together.
     *
     * @param overview what was found
     * @return a summary, and one line an alert
     */
    public String render(Overview overview) {
        List<Alert> pending = overview.pending();
        StringBuilder text = new StringBuilder(summary(overview));
        if (!overview.on().isEmpty() || !pending.isEmpty()) {
            text.append('\n').append(table(overview, pending));
        }
        long hidden = Math.max(0, overview.on().size() + (long) pending.size() - most);
        if (hidden > 0) {
            text.append("… and " + hidden + " more: -n 100000 or --json shows them\n");
        }
        return text.toString();
    }

    private String summary(Overview overview) {
        Watch watch = overview.watch();
        if (watch.isCurrent()) {
            return now(overview) + "\n";
        }
        String then = "How things are now is not known: " + watch.complaint().orElse("");
        return style.paint(then, Tone.BAD) + "\n" + before(overview);
    }

    private String now(Overview overview) {
        AlerterView view = overview.watch().view().orElseThrow();
        String pending = pending(view);
        String age = " (" + Units.span(overview.watch().age().orElse(0L)) + " ago)";
        if (overview.on().isEmpty()) {
            return style.paint("Nothing is on", Tone.GOOD) + pending + ": " + rules(view) + age;
        }
        String count =
                overview.on().size() == 1 ? "1 alert is on: " : overview.on().size() + " alerts are on: ";
        Tone tone = LevelTone.of(overview.on().get(0).level());
        return style.paint(count + overview.counts(), tone) + pending + age;
    }

    private static String pending(AlerterView view) {
        long count = view.pending().size() + view.leftOut().pending();
        return count == 0 ? "" : "; " + count + " pending";
    }

    private static String rules(AlerterView view) {
        long count = view.rules().size() + view.leftOut().rules();
        long idle = view.rules().stream().filter(rule -> rule.series() == 0).count();
        long wrong = view.rules().stream()
                .filter(rule -> rule.series() > 0 && !rule.problem().isEmpty())
                .count();
        String remarks = remark(idle, "without anything to watch yet") + remark(wrong, "with a problem");
        return (count == 1 ? "1 rule watches" : count + " rules watch")
                + (remarks.isEmpty() ? "" : remarks + ": see 'hostpulse alerts thresholds'");
    }

    private static String remark(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }

    private static String before(Overview overview) {
        Optional<String> age = overview.watch().age().map(Units::span);
        if (overview.on().isEmpty()) {
            return age.map(ago -> ago + " ago, when the alerter said so last, nothing was on.\n")
                    .orElse("");
        }
        return age.map(ago -> ago + " ago, when the alerter said so last, this was on: ")
                        .orElse("In its journal this is on: ")
                + overview.counts() + "\n";
    }

    private String table(Overview overview, List<Alert> pending) {
        Table table = new Table()
                .left("LEVEL")
                .right("AGE")
                .left("RULE")
                .left("WHERE")
                .right("VALUE")
                .right("THRESHOLD")
                .left("STATE")
                .left("ID")
                .left("MESSAGE");
        long now = overview.watch().now();
        overview.on().stream().limit(most).forEach(alert -> addRow(table, alert, state(overview, alert), now));
        long room = Math.max(0, most - overview.on().size());
        pending.stream().limit(room).forEach(alert -> addRow(table, alert, AlertCells.state(alert), now));
        return table.render(style, width);
    }

    private static String state(Overview overview, Alert alert) {
        return AlertCells.state(alert)
                + overview.silence(alert).map(id -> ", silenced by " + id).orElse("");
    }

    private static void addRow(Table table, Alert alert, String state, long now) {
        boolean pending = alert.state() == AlertState.PENDING;
        Tone tone = pending ? Tone.FAINT : Tone.PLAIN;
        table.row(
                new Cell(alert.level().name(), pending ? tone : LevelTone.of(alert.level())),
                new Cell(Units.span(alert.duration(now)), tone),
                new Cell(AlertCells.rule(alert), tone),
                new Cell(AlertCells.where(alert).orElse("-"), tone),
                new Cell(AlertCells.value(alert).orElse("-"), tone),
                new Cell(AlertCells.threshold(alert).orElse("-"), tone),
                new Cell(state, alert.flapping() ? Tone.WARN : tone),
                // A pending one gets its id when it fires.
                new Cell(pending ? "-" : alert.id(), tone),
                new Cell(alert.message(), tone));
    }
}
