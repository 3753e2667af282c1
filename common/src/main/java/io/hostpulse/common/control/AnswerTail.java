package io.hostpulse.common.control;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the answers in the stream {@code alerts}, from the moment it was opened. Used by one thread. */
final class AnswerTail implements TailListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerTail.class);

    private final Path directory;
    private final BiConsumer<OrderTicket, OrderAnswer> answers;
    private final PayloadReader payloads = new PayloadReader();
    private Optional<SnapshotTail> tail;

    /**
     * Opens the stream behind its newest entry; one that does not exist yet has no older ones.
     *
     * @param directory the stream {@code alerts}
     * @param answers takes every answer, whoever asked
     */
    AnswerTail(Path directory, BiConsumer<OrderTicket, OrderAnswer> answers) {
        this.directory = directory;
        this.answers = answers;
        this.tail = StreamDescriptor.isIn(directory) ? Optional.of(SnapshotTail.fromEnd(directory)) : Optional.empty();
    }

    /** Takes in everything new. */
    void poll() {
        if (tail.isEmpty() && StreamDescriptor.isIn(directory)) {
            tail = Optional.of(SnapshotTail.after(directory, Position.START));
        }
        if (tail.isPresent()) {
            drain(tail.get());
            if (tail.get().inspect(this)) {
                drain(tail.get());
            }
        }
    }

    private void drain(SnapshotTail from) {
        while (from.poll(this)) {
            // until the end
        }
    }

    @Override
    public void onRecord(RecordView record) {
        try {
            answer(payloads.read(record.payloadCopy()));
        } catch (RecordFormatException e) {
            LOG.debug("entry {} of alerts is passed over: {}", record.sequence(), e.getMessage());
        }
    }

    private void answer(Fields entry) {
        Lenient read = new Lenient(entry);
        if (read.text("entry").equals("ordered") && entry.get("order").orElse(Fields.NONE) instanceof Fields order) {
            Lenient asked = new Lenient(order);
            answers.accept(
                    new OrderTicket(asked.text("stream"), asked.whole("sequence")),
                    new OrderAnswer(refusal(entry), read.text("result")));
        }
    }

    // An answer without a refusal was not understood, and must not be taken for a yes.
    private static String refusal(Fields entry) {
        return entry.get("refusal").orElse(Fields.NONE) instanceof Value.Text text
                ? text.value()
                : "the alerter's answer cannot be read: is it of another version?";
    }

    // Whoever waits for an answer in there waits in vain, and says so.
    @Override
    public void onGap(Gap gap) {
        LOG.warn("entries {} to {} of alerts are missing", gap.first(), gap.last());
    }

    @Override
    public void onDamage(Damage damage) {
        LOG.warn("the stream alerts is damaged: {}", damage);
    }

    @Override
    public void close() {
        tail.ifPresent(SnapshotTail::close);
    }
}
