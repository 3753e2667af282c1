package io.hostpulse.broker;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.AlerterViewFields;
import io.hostpulse.common.control.AlerterViewFile;
import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** Writes what the alerter would write: its journal, its view, and answers to orders. */
final class FakeAlerter implements AutoCloseable {

    private static final StreamName ALERTS = new StreamName("alerts");
    private static final long SECOND = 1_000_000_000;

    private final DataDirectory data;
    private final SnapshotAppender journal;
    private final PayloadWriter writer = new PayloadWriter();

    FakeAlerter(Path root) throws IOException {
        data = new DataDirectory(root);
        data.create();
        journal = SnapshotAppender.open(
                new QueueDirectory(data.queues()).of(ALERTS),
                new StreamDescriptor(ALERTS, Duration.ZERO, "alerter"),
                EpochClock.SYSTEM::nanos);
    }

    static long now() {
        return EpochClock.SYSTEM.nanos();
    }

    static Alert alert(String id, AlertState state, long since) {
        boolean isOver = state == AlertState.RESOLVED;
        return new Alert(
                id,
                new AlertKey("memory", ""),
                "memory",
                "percentage",
                AlertLevel.WARNING,
                state,
                new Measured(OptionalDouble.of(85.5), OptionalDouble.of(80), OptionalDouble.of(86)),
                "High memory usage: 85.5% (threshold: 80.0%)",
                since,
                since + SECOND,
                isOver ? OptionalLong.of(since + SECOND) : OptionalLong.empty(),
                false,
                state == AlertState.ACKNOWLEDGED ? Optional.of(new Note(since, "ada", "mine")) : Optional.empty(),
                List.of(),
                Map.of());
    }

    /** Writes that an alert changed. */
    synchronized long changed(String event, Alert alert) {
        Fields.Builder entry =
                Fields.builder().put("entry", "changed").put("event", event).put("reason", "");
        AlertFields.of(alert).values().forEach(entry::put);
        Fields.Builder context =
                Fields.builder().put("processes", List.<Value>of()).put("recent", List.<Value>of());
        return write(entry.put("context", context.build()).build());
    }

    /** Writes that a notification arrived. */
    synchronized void delivered(String handler, String alert) {
        write(Fields.builder()
                .put("entry", "done")
                .put(
                        "receipt",
                        Fields.builder()
                                .put("handler", handler)
                                .put("key", "k1")
                                .put("alerts", List.of(new Value.Text(alert)))
                                .put("fate", "delivered")
                                .put("timestamp", Rfc3339.format(now()))
                                .put("tries", 1)
                                .put("took_ns", 5)
                                .put("answer", "200")
                                .build())
                .build());
    }

    private long write(Fields entry) {
        return journal.append(RecordKind.OK, now(), writer.write(entry));
    }

    /** Writes the view; {@code lists} replaces some of what is empty in it. */
    void shows(long at, Fields lists) throws IOException {
        Fields.Builder view =
                Fields.builder().put("timestamp", Rfc3339.format(at)).put("pid", 1);
        lists.values().forEach(view::put);
        AlerterView parsed = AlerterViewFields.parse(view.build());
        AlerterViewFile.in(data).write(parsed);
    }

    /** Waits for one order and answers it: the text that comes back is the refusal, and {@code =…} is a result. */
    Fields answerNext(Function<Fields, String> decide) {
        Path control = new QueueDirectory(data.queues()).of(ControlStreams.of("broker"));
        Orders orders = new Orders();
        Await.until("an order", () -> {
            if (StreamDescriptor.isIn(control)) {
                readAll(control, orders);
            }
            return orders.sequence > answered;
        });
        answered = orders.sequence;
        answer(orders.sequence, orders.newest, decide.apply(orders.newest));
        return orders.newest;
    }

    private static void readAll(Path stream, Orders orders) {
        try (SnapshotTail tail = SnapshotTail.after(stream, Position.START)) {
            while (tail.poll(orders)) {
                // the newest counts
            }
        }
    }

    private long answered;

    private synchronized void answer(long sequence, Fields order, String decision) {
        boolean isDone = decision.isEmpty() || decision.startsWith("=");
        Fields.Builder told = Fields.builder().put("stream", "control-broker").put("sequence", sequence);
        order.values().forEach(told::put);
        write(Fields.builder()
                .put("entry", "ordered")
                .put("order", told.build())
                .put("refusal", isDone ? "" : decision)
                .put("result", isDone && !decision.isEmpty() ? decision.substring(1) : "")
                .build());
    }

    @Override
    public void close() {
        journal.close();
    }

    /** The newest order of the control stream. */
    private static final class Orders implements TailListener {

        private Fields newest;
        private long sequence;

        @Override
        public void onRecord(RecordView record) {
            newest = new PayloadReader().read(record.payloadCopy());
            sequence = record.sequence();
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
}
