package io.hostpulse.console.tail;

import io.hostpulse.common.codec.Reason;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.TailListener;
import io.hostpulse.common.text.Line;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Tone;
import io.hostpulse.console.payload.CompactText;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes one line a record, cut to the width of the terminal. */
final class HumanLines implements TailListener {

    private final CompactText payload = new CompactText();
    private final DateTimeFormatter time;
    private final PrintWriter out;
    private final Trouble trouble;
    private final Style style;
    private final int width;

    HumanLines(PrintWriter out, Trouble trouble, Style style, int width, ZoneId zone) {
        this.out = out;
        this.trouble = trouble;
        this.style = style;
        this.width = width;
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(zone);
    }

    @Override
    public void onRecord(RecordView record) {
        String when = time.format(Instant.ofEpochSecond(0, record.sampleTime()));
        String text = Line.cut(when + "  #" + record.sequence() + "  " + what(record), width);
        out.println(style.paint(text, tone(record)));
    }

    private String what(RecordView record) {
        return switch (record.kind()) {
            case OK -> "ok  " + payload.of(record.payloadCopy());
            case UNAVAILABLE -> "--  unavailable: " + reason(record);
            case FAILED -> "!!  failed: " + reason(record);
        };
    }

    private static String reason(RecordView record) {
        return Printable.of(Reason.in(record.payloadCopy()));
    }

    private static Tone tone(RecordView record) {
        return switch (record.kind()) {
            case OK -> Tone.PLAIN;
            case UNAVAILABLE -> Tone.WARN;
            case FAILED -> Tone.BAD;
        };
    }

    @Override
    public void onGap(Gap gap) {
        trouble.gap(gap);
    }

    @Override
    public void onDamage(Damage damage) {
        trouble.damage(damage);
    }
}
