package io.hostpulse.console.tail;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.TailListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Writes one JSON object a record, with the payload spliced in as it lies in the queue. */
record JsonLines(StreamName stream, PrintWriter out, Trouble trouble) implements TailListener {

    @Override
    public void onRecord(RecordView record) {
        out.print("{\"stream\":\"" + stream + "\",\"sequence\":" + record.sequence());
        out.print(",\"timestamp\":\"" + Rfc3339.format(record.sampleTime()) + "\"");
        out.print(",\"kind\":\"" + record.kind().name().toLowerCase(Locale.ROOT) + "\"");
        out.print(",\"data\":" + oneLine(record) + "}\n");
    }

    // In JSON a raw line break can only stand between two tokens, where a blank does as well.
    private static String oneLine(RecordView record) {
        return record.payloadText().replace('\n', ' ').replace('\r', ' ');
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
