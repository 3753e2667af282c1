package io.hostpulse.console.tail;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.export.JsonForm;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.TailListener;
import java.io.PrintWriter;

/** Writes one JSON object a record, with the payload spliced in as it lies in the queue. */
record JsonLines(StreamName stream, PrintWriter out, Trouble trouble) implements TailListener {

    @Override
    public void onRecord(RecordView record) {
        out.print(JsonForm.line(ExportRecord.of(stream, record, 0)) + "\n");
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
