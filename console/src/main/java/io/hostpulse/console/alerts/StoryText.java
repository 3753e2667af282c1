package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.alert.Quantity;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.Sparkline;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import io.hostpulse.console.payload.RecordFields;
import java.time.ZoneId;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * Shows to people everything about one alert.
 *
 * @param style how tones are shown
 * @param width how many columns a line has
 * @param zone whose clock is shown
 * @param now the present time, epoch nanoseconds
 */
public record StoryText(Style style, int width, ZoneId zone, long now) {

    /**
     * Puts the lines together.
     *
     * @param story what was found
     * @return a headline, its facts, and tables of what happened and who was told
     */
    public String render(Story story) {
        Occurrence occurrence = story.occurrence();
        return headline(occurrence)
                + facts(occurrence)
                + section("Notes", occurrence.alert().notes().isEmpty() ? "" : notes(occurrence.alert()))
                + section("Processes when it began", processes(occurrence.context()))
                + section("What happened", steps(occurrence))
                + section("Who was told", deliveries(occurrence));
    }

    private String headline(Occurrence occurrence) {
        Alert alert = occurrence.alert();
        String level = style.paint(alert.level().name(), LevelTone.of(alert.level()));
        return level + "  " + style.paint(Printable.of(alert.message()), Tone.HEAD) + "\n";
    }

    private String facts(Occurrence occurrence) {
        Alert alert = occurrence.alert();
        LocalMoments moments = new LocalMoments(zone);
        Facts facts = new Facts();
        facts.add("id", alert.id());
        facts.add("state", AlertCells.state(alert));
        facts.add("began", moments.text(alert.since()));
        alert.resolved().ifPresent(at -> facts.add("ended", moments.text(at) + ", " + occurrence.ending()));
        facts.add(alert.isActive() ? "on for" : "lasted", Units.span(alert.duration(now)));
        if (occurrence.worst() != alert.level()) {
            facts.add("worst level", occurrence.worst().name());
        }
        facts.add("rule", alert.key().rule());
        facts.add("where", alert.key().dimension());
        facts.add("metric", alert.component() + "." + alert.metric());
        AlertCells.value(alert).ifPresent(value -> facts.add("value", value));
        AlertCells.threshold(alert).ifPresent(value -> facts.add("threshold", value));
        AlertCells.peak(alert).ifPresent(value -> facts.add("peak", value));
        facts.add("minute before", minute(alert, occurrence.context()));
        alert.labels().forEach((label, text) -> facts.add("label " + label, text));
        return facts.table.render(style);
    }

    private static String minute(Alert alert, RecordFields context) {
        List<Sparkline.Point> points = context.list("recent").stream()
                .filter(point -> point.number("value").isPresent()
                        && point.time("timestamp").isPresent())
                .map(point -> new Sparkline.Point(
                        point.time("timestamp").getAsLong(),
                        point.number("value").getAsDouble()))
                .toList();
        DoubleSummaryStatistics range =
                points.stream().mapToDouble(Sparkline.Point::value).summaryStatistics();
        return points.isEmpty()
                ? ""
                : Sparkline.of(points) + "  " + Quantity.of(alert, range.getMin()) + " to "
                        + Quantity.of(alert, range.getMax());
    }

    private String section(String title, String lines) {
        return lines.isEmpty() ? "" : "\n" + style.paint(title, Tone.HEAD) + "\n" + lines;
    }

    private String notes(Alert alert) {
        LocalMoments moments = new LocalMoments(zone);
        Table table = new Table().left("TIME").left("BY").left("NOTE");
        for (Note note : alert.notes()) {
            table.row(Cell.of(moments.text(note.at())), Cell.of(note.by()), Cell.of(note.text()));
        }
        return table.render(style);
    }

    private String processes(RecordFields context) {
        List<RecordFields> processes = context.list("processes");
        Table table = new Table().right("PID").left("USER").right("USE").left("NAME");
        for (RecordFields process : processes) {
            table.row(
                    Cell.of(process.whole("pid").stream()
                            .mapToObj(Long::toString)
                            .findFirst()),
                    Cell.of(process.text("user")),
                    Cell.of(process.text("use")),
                    Cell.of(process.text("name")));
        }
        return processes.isEmpty() ? "" : table.render(style, width);
    }

    private String steps(Occurrence occurrence) {
        LocalMoments moments = new LocalMoments(zone);
        Table table = new Table()
                .left("TIME")
                .left("EVENT")
                .left("LEVEL")
                .right("VALUE")
                .left("WHY OR WHO");
        for (Step step : occurrence.steps().all()) {
            table.row(
                    Cell.of(moments.text(step.at())),
                    Cell.of(step.event()),
                    LevelTone.cell(step.level()),
                    Cell.of(AlertCells.quantity(occurrence.alert(), step.value())),
                    Cell.of(Optional.of(step.text())));
        }
        return table.render(style, width) + leftOut(occurrence.steps());
    }

    private String deliveries(Occurrence occurrence) {
        if (occurrence.deliveries().all().isEmpty()) {
            return occurrence.alert().isActive() ? "nobody yet\n" : "nobody\n";
        }
        LocalMoments moments = new LocalMoments(zone);
        Table table = new Table()
                .left("TIME")
                .left("HANDLER")
                .left("FATE")
                .right("TRIES")
                .right("TOOK")
                .left("ANSWER");
        for (Delivery delivery : occurrence.deliveries().all()) {
            table.row(
                    Cell.of(moments.text(delivery.at())),
                    Cell.of(delivery.handler()),
                    new Cell(delivery.fate(), tone(delivery)),
                    Cell.of(delivery.tries()),
                    Cell.of(Units.span(delivery.took())),
                    Cell.of(delivery.answer()));
        }
        return table.render(style, width) + leftOut(occurrence.deliveries());
    }

    private static Tone tone(Delivery delivery) {
        if (delivery.arrived()) {
            return Tone.GOOD;
        }
        return delivery.isPointless() ? Tone.FAINT : Tone.BAD;
    }

    private static String leftOut(Newest<?> some) {
        return some.leftOut() == 0 ? "" : "… and " + some.leftOut() + " before these\n";
    }

    /** Two columns of words; what is not known has no line. */
    private static final class Facts {

        private final Table table = new Table().left("").left("");

        private void add(String name, String text) {
            if (!text.isEmpty()) {
                table.row(Cell.of(name), Cell.of(text));
            }
        }
    }
}
