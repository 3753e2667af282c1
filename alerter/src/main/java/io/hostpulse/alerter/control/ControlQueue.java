package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.Order;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.control.ControlOrderFields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One control stream. Its cursor moves behind each order once that is answered. */
final class ControlQueue implements TailListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlQueue.class);

    /** Names are shown in tables. */
    private static final int LONGEST_NAME = 256;

    private final StreamName stream;
    private final CursorFile cursor;
    private final SnapshotTail tail;
    private final ObjLongConsumer<Order> orders;
    private final PayloadReader payloads = new PayloadReader();
    private Optional<Order> next = Optional.empty();
    private String trouble = "";

    ControlQueue(StreamName stream, Path directory, CursorFile cursor, ObjLongConsumer<Order> orders) {
        this.stream = stream;
        this.cursor = cursor;
        this.tail = SnapshotTail.after(directory, cursor.position());
        this.orders = orders;
    }

    /** Hands over the next order; tells whether there may be another one. What goes wrong with the order itself is thrown. */
    boolean poll(long now) {
        boolean found = next.isPresent() || read();
        next.ifPresent(order -> orders.accept(order, now));
        next = Optional.empty();
        if (tail.delivered().sequence() > cursor.position().sequence()) {
            cursor.moveTo(tail.delivered());
        }
        return found;
    }

    private boolean read() {
        try {
            return tail.poll(this);
        } catch (QueueException e) {
            troubled(e);
            return false;
        }
    }

    /** Looks after the files, which may come upon an order, too: {@link #poll} hands it over. */
    void inspect() {
        try {
            tail.inspect(this);
        } catch (QueueException e) {
            troubled(e);
        }
    }

    private void troubled(QueueException e) {
        if (!trouble.equals(e.getMessage())) {
            trouble = e.getMessage();
            LOG.warn("stream {} cannot be read, trying again: {}", stream, trouble);
        }
    }

    @Override
    public void onRecord(RecordView record) {
        try {
            next = Optional.of(order(record));
        } catch (RecordFormatException e) {
            LOG.warn("record {} of {} is passed over: {}", record.sequence(), stream, e.getMessage());
        }
    }

    private Order order(RecordView record) {
        byte[] payload = record.payloadCopy();
        if (payload.length > ControlOrder.MAX_LENGTH) {
            throw new RecordFormatException("no order has " + payload.length + " bytes");
        }
        ControlOrder asked = ControlOrderFields.parse(payloads.read(payload));
        return new Order(
                stream.value(),
                record.sequence(),
                asked.at(),
                asked.by().isBlank() ? "somebody" : shortened(asked.by()),
                shortened(asked.action()),
                asked.arguments());
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    @Override
    public void onGap(Gap gap) {
        LOG.warn("stream {}: orders {} to {} are missing and will not be carried out", stream, gap.first(), gap.last());
    }

    @Override
    public void onDamage(Damage damage) {
        LOG.warn("stream {}: damage in {}", stream, damage);
    }

    @Override
    public void close() {
        tail.close();
    }
}
