package io.hostpulse.exporter.prometheus;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the alerter's journal from its beginning and knows which alerts are on. Used by one thread, but for {@link #active}. */
final class AlertFollower implements TailListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertFollower.class);

    private final Path directory;
    private final PayloadReader reader = new PayloadReader();
    private final Map<String, Alert> on = new LinkedHashMap<>();
    private Optional<SnapshotTail> tail = Optional.empty();
    private String trouble = "";
    private volatile List<Alert> shown = List.of();

    AlertFollower(Path directory) {
        this.directory = directory;
    }

    /** Those that are on, as of the last {@link #follow}. Any thread. */
    Collection<Alert> active() {
        return shown;
    }

    /** Takes everything new. */
    void follow() {
        try {
            if (tail.isEmpty() && StreamDescriptor.isIn(directory)) {
                on.clear();
                tail = Optional.of(SnapshotTail.after(directory, Position.START));
            }
            tail.ifPresent(this::takeAll);
            trouble = "";
        } catch (QueueException e) {
            troubled(e.getMessage());
            close(); // it begins anew with the whole journal, so nothing is forgotten
        }
    }

    private void takeAll(SnapshotTail open) {
        boolean any = false;
        do {
            while (open.poll(this)) {
                any = true;
            }
        } while (open.inspect(this));
        if (any || shown.size() != on.size()) {
            shown = List.copyOf(on.values());
        }
    }

    private void troubled(String reason) {
        if (!trouble.equals(reason)) {
            trouble = reason;
            LOG.warn("alerts cannot be read, trying again: {}", reason);
        }
    }

    @Override
    public void onRecord(RecordView record) {
        try {
            Fields entry = reader.read(record.payloadCopy());
            if (entry.get("entry").equals(Optional.of(new Value.Text("changed")))) {
                take(AlertFields.parse(entry));
            }
        } catch (RecordFormatException e) {
            LOG.warn("entry {} of the alerts is passed over: {}", record.sequence(), e.getMessage());
        }
    }

    private void take(Alert alert) {
        if (alert.isActive()) {
            on.put(alert.id(), alert);
        } else {
            on.remove(alert.id());
        }
    }

    @Override
    public void onGap(Gap gap) {
        LOG.warn(
                "entries {} to {} of the alerts are missing: an alert may be shown that is over",
                gap.first(),
                gap.last());
    }

    @Override
    public void onDamage(Damage damage) {
        LOG.warn("the alerts are damaged: {}", damage);
    }

    @Override
    public void close() {
        tail.ifPresent(SnapshotTail::close);
        tail = Optional.empty();
    }
}
