package io.hostpulse.console.history;

import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Sparkline;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.history.SeriesHistory;
import io.hostpulse.history.block.Bucket;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Shows to people what the fields of a stream did: a line each.
 *
 * @param style how tones are shown
 * @param width how many columns a line has
 * @param zone whose clock is shown
 */
public record SeriesTable(Style style, int width, ZoneId zone) {

    /** From here on digits after the point say nothing. */
    private static final double LARGE = 1000;

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    /**
     * Puts the lines together.
     *
     * @param answers what was found
     * @return text that ends with a line feed
     */
    public String render(SeriesAnswers answers) {
        DateTimeFormatter form =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(zone);
        String head = answers.stream() + " from " + form.format(Instant.ofEpochSecond(0, answers.from())) + " to "
                + form.format(Instant.ofEpochSecond(0, answers.to()));
        if (answers.series().isEmpty()) {
            return head + ": no field has numbers\n";
        }
        Table table = new Table()
                .left("FIELD")
                .right("MIN")
                .right("MEAN")
                .right("MAX")
                .right("LAST")
                .right("VALUES")
                .right("GAPS")
                .left("OVER TIME");
        answers.series().forEach(one -> addRow(table, one));
        String more = answers.leftOut() == 0
                ? ""
                : "… and " + answers.leftOut() + " more fields: name those that you want to see\n";
        return style.paint(head, Tone.HEAD) + "\n\n" + table.render(style, width) + more;
    }

    private static void addRow(Table table, SeriesHistory one) {
        Cell field = Cell.of(one.series().path());
        if (one.buckets().isEmpty()) {
            Cell unknown = Cell.of(Optional.empty());
            table.row(field, unknown, unknown, unknown, unknown, unknown, unknown, new Cell(nothing(one), Tone.WARN));
            return;
        }
        Bucket all = SeriesSum.of(one.buckets());
        int breaks = one.breaks().size();
        table.row(
                field,
                number(all.min()),
                number(all.mean()),
                number(all.max()),
                number(all.last()),
                Cell.of(all.count()),
                new Cell(Integer.toString(breaks), breaks == 0 ? Tone.PLAIN : Tone.WARN),
                Cell.of(line(one.buckets())));
    }

    /** The most of each part of the time, so that a peak is seen. */
    private static String line(List<Bucket> buckets) {
        return Sparkline.of(buckets.stream()
                .map(bucket -> new Sparkline.Point(bucket.start(), bucket.max()))
                .toList());
    }

    private static String nothing(SeriesHistory one) {
        return one.gaps().isEmpty()
                ? "no value in this time"
                : "no value: " + one.gaps().get(one.gaps().size() - 1).reason();
    }

    private static Cell number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal shown = Math.abs(value) >= 1
                ? exact.setScale(Math.abs(value) >= LARGE ? 0 : 2, RoundingMode.HALF_EVEN)
                : exact.round(THREE_DIGITS);
        return Cell.of(shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString());
    }
}
