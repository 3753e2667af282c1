package io.hostpulse.alerter;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What stands in the stream {@code alerts}, as any reader finds it. */
final class Entries implements TailListener {

    private final List<Fields> all = new ArrayList<>();
    private final List<byte[]> payloads = new ArrayList<>();

    static Entries of(DataDirectory data) {
        Entries entries = new Entries();
        try (SnapshotTail tail = SnapshotTail.after(data.queues().resolve("alerts"), Position.START)) {
            while (tail.poll(entries)) {
                // until the end
            }
        }
        return entries;
    }

    /** Begins a stream with these entries. */
    static void write(DataDirectory data, List<byte[]> payloads) {
        StreamDescriptor alerts = new StreamDescriptor(new StreamName("alerts"), Duration.ZERO, "alerter");
        try (SnapshotAppender copy =
                SnapshotAppender.open(data.queues().resolve("alerts"), alerts, EpochClock.SYSTEM::nanos)) {
            payloads.forEach(one -> copy.append(RecordKind.OK, EpochClock.SYSTEM.nanos(), ByteBuffer.wrap(one)));
        }
    }

    List<byte[]> payloads() {
        return payloads;
    }

    List<Fields> of(String kind) {
        return all.stream().filter(one -> text(one, "entry").equals(kind)).toList();
    }

    List<String> events() {
        return of("changed").stream().map(one -> text(one, "event")).toList();
    }

    static String text(Fields fields, String name) {
        return ((Value.Text) fields.get(name).orElseThrow()).value();
    }

    static Fields object(Fields fields, String name) {
        return (Fields) fields.get(name).orElseThrow();
    }

    static List<Fields> objects(Fields fields, String name) {
        return ((Value.Sequence) fields.get(name).orElseThrow())
                .values().stream().map(Fields.class::cast).toList();
    }

    @Override
    public void onRecord(RecordView record) {
        payloads.add(record.payloadCopy());
        all.add(new PayloadReader().read(record.payloadCopy()));
    }

    @Override
    public void onGap(Gap gap) {
        throw new AssertionError(gap);
    }

    @Override
    public void onDamage(Damage damage) {
        throw new AssertionError(damage);
    }
}
