package io.hostpulse.broker.feed;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.TailListener;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alerts that are on, folded from the alerter's journal, as they stand in messages. Used by the feed's thread. */
final class ActiveAlerts implements TailListener {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveAlerts.class);

    private final PayloadReader reader = new PayloadReader();
    private final PayloadWriter writer = new PayloadWriter();
    private final Map<String, byte[]> active = new LinkedHashMap<>();
    private final AlertChanges changes;
    private List<byte[]> json = List.of();
    private boolean isOutdated;

    ActiveAlerts(AlertChanges changes) {
        this.changes = changes;
    }

    /** Each as a JSON object, in the order in which they began; the same list until one changes. */
    List<byte[]> json() {
        if (isOutdated) {
            json = List.copyOf(active.values());
            isOutdated = false;
        }
        return json;
    }

    @Override
    public void onRecord(RecordView record) {
        try {
            Fields entry = reader.read(record.payloadCopy());
            Optional<Alert> changed = changed(entry);
            changed.ifPresent(this::take);
            changed.ifPresent(alert -> changes.changed(record.sequence(), record.sampleTime(), entry, alert));
        } catch (RecordFormatException e) {
            LOG.warn("entry {} of the alerts is passed over: {}", record.sequence(), e.getMessage());
        }
    }

    private static Optional<Alert> changed(Fields entry) {
        boolean isChange = entry.get("entry").equals(Optional.of(new Value.Text("changed")));
        return isChange ? Optional.of(AlertFields.parse(entry)) : Optional.empty();
    }

    private void take(Alert alert) {
        if (alert.isActive()) {
            ByteBuffer json = writer.write(AlertFields.of(alert));
            byte[] bytes = new byte[json.remaining()];
            json.get(bytes);
            active.put(alert.id(), bytes);
        } else {
            active.remove(alert.id());
        }
        isOutdated = true;
    }

    @Override
    public void onGap(Gap gap) {
        LOG.warn(
                "entries {} to {} of the alerts are missing: an alert may be shown that is over",
                gap.first(),
                gap.last());
        changes.missing(gap);
    }

    @Override
    public void onDamage(Damage damage) {
        LOG.warn("the alerts are damaged: {}", damage);
    }
}
