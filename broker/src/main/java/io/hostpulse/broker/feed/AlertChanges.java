package io.hostpulse.broker.feed;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.queue.Gap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What changes about alerts, as messages for clients, each change once: also when the journal is read again from its beginning, and
 * when another journal has taken its place. Used by the feed's thread.
 */
final class AlertChanges {

    private final PayloadWriter writer = new PayloadWriter();
    private final List<byte[]> untold = new ArrayList<>();
    private long toldUntil;
    private long lastSequence;

    /** What was before is no news. */
    AlertChanges(long now) {
        this.toldUntil = now;
    }

    /** How many messages wait to be taken. */
    int size() {
        return untold.size();
    }

    void changed(long sequence, long at, Fields entry, Alert alert) {
        if (at <= toldUntil && sequence <= lastSequence || isHistory(at)) {
            return;
        }
        lastSequence = sequence;
        toldUntil = Math.max(toldUntil, at);
        Fields.Builder message = Fields.builder().put("type", "alert").put("timestamp", Rfc3339.format(at));
        entry.get("event").ifPresent(event -> message.put("event", event));
        entry.get("reason").ifPresent(reason -> message.put("reason", reason));
        tell(message.put("sequence", sequence)
                .put("alert", AlertFields.of(alert))
                .build());
    }

    // Nothing was told yet, and this was written before anybody could listen.
    private boolean isHistory(long at) {
        return lastSequence == 0 && at < toldUntil;
    }

    void missing(Gap gap) {
        if (gap.last() > lastSequence && lastSequence > 0) {
            tell(Fields.builder()
                    .put("type", "gap")
                    .put("timestamp", Rfc3339.format(toldUntil))
                    .put("stream", "alerts")
                    .put("first", gap.first())
                    .put("last", gap.last())
                    .put("count", gap.count())
                    .put("reason", "the entries are damaged or were removed before they were read")
                    .build());
        }
    }

    private void tell(Fields message) {
        ByteBuffer json = writer.write(message);
        byte[] bytes = new byte[json.remaining()];
        json.get(bytes);
        untold.add(bytes);
    }

    List<byte[]> take() {
        if (untold.isEmpty()) {
            return List.of();
        }
        List<byte[]> taken = List.copyOf(untold);
        untold.clear();
        return taken;
    }
}
