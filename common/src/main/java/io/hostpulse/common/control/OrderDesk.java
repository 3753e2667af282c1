package io.hostpulse.common.control;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.RetentionLimits;
import io.hostpulse.common.queue.SpaceLimits;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.StreamWriter;
import io.hostpulse.common.queue.WriterLimits;
import io.hostpulse.common.queue.WriterPresentException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Where one writer places orders for the alerter and finds its answers. An order that was placed survives the death of any
 * process: an alerter that is not running carries it out when it starts. Not thread-safe.
 */
public final class OrderDesk implements AutoCloseable {

    /** How long whoever shares a stream with others usually waits for them: an order takes them far less. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

    private static final StreamName ALERTS = new StreamName("alerts");

    /** Orders are few and short, and once carried out they are in the journal. */
    private static final WriterLimits LIMITS = new WriterLimits(
            new RetentionLimits(Duration.ofDays(7), 16L << 20, Long.MAX_VALUE, Duration.ofDays(30)),
            new SpaceLimits(16L << 20, 0),
            Duration.ZERO);

    /** Whoever has not asked for an answer by then has given up. */
    private static final int MOST_PENDING = 1000;

    private static final long STEP = Duration.ofMillis(50).toNanos();

    private final StreamName stream;
    private final StreamWriter writer;
    private final Path alerts;
    private final Map<OrderTicket, Optional<OrderAnswer>> pending = new LinkedHashMap<>();
    private final PayloadWriter payloads = new PayloadWriter();
    private AnswerTail tail;

    private OrderDesk(StreamName stream, StreamWriter writer, Path alerts) {
        this.stream = stream;
        this.writer = writer;
        this.alerts = alerts;
        this.tail = new AnswerTail(alerts, this::answered);
    }

    /**
     * Opens the stream {@code control-<writer>}, without waiting for another who has it.
     *
     * @param data where streams are
     * @param writer who places orders, for example {@code broker}
     * @param clock the time
     * @return the open desk
     * @throws WriterPresentException when another one lives
     * @throws QueueException when the stream cannot be written, or {@code alerts} cannot be read
     */
    public static OrderDesk open(DataDirectory data, String writer, EpochClock clock) {
        return open(data, writer, clock, Duration.ZERO);
    }

    /**
     * Opens the stream {@code control-<writer>}, and waits for another who has it.
     *
     * @param data where streams are
     * @param writer who places orders, for example {@code console}
     * @param clock the time
     * @param patience how long to wait, for example {@link #USUAL_PATIENCE}
     * @return the open desk
     * @throws WriterPresentException when another one still lives then
     * @throws QueueException when the stream cannot be written, or {@code alerts} cannot be read
     */
    public static OrderDesk open(DataDirectory data, String writer, EpochClock clock, Duration patience) {
        return open(data, writer, clock, patience, () -> LockSupport.parkNanos(STEP));
    }

    static OrderDesk open(DataDirectory data, String writer, EpochClock clock, Duration patience, Runnable pause) {
        for (long left = patience.toNanos(); left > 0; left -= STEP) {
            try {
                return openNow(data, writer, clock);
            } catch (WriterPresentException another) {
                pause.run();
            }
        }
        return openNow(data, writer, clock);
    }

    private static OrderDesk openNow(DataDirectory data, String writer, EpochClock clock) {
        StreamName stream = ControlStreams.of(writer);
        QueueDirectory queues = new QueueDirectory(data.queues());
        StreamWriter open = StreamWriter.open(
                new StreamPlace(queues, data.cursors(), stream),
                new StreamDescriptor(stream, Duration.ZERO, writer),
                LIMITS,
                new QuietUpkeep(),
                clock::nanos);
        try {
            return new OrderDesk(stream, open, queues.of(ALERTS));
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    /**
     * Places an order. From now on it is carried out, once, whether anybody waits for the answer or not.
     *
     * @param order the order
     * @return by what its answer is found
     * @throws IllegalArgumentException when it is longer than {@link ControlOrder#MAX_LENGTH}
     * @throws QueueException when it was not placed, because the disk has no room or for another reason
     */
    public OrderTicket place(ControlOrder order) {
        ByteBuffer payload = payloads.write(ControlOrderFields.of(order));
        if (payload.remaining() > ControlOrder.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "an order has at most " + ControlOrder.MAX_LENGTH / 1024 + " KB: make its texts shorter");
        }
        beginAnew();
        if (!writer.append(RecordKind.OK, order.at(), payload)) {
            throw new QueueException("the order was not placed because the disk has no room: make room");
        }
        OrderTicket ticket = new OrderTicket(stream.value(), writer.lastSequence());
        pending.put(ticket, Optional.empty());
        if (pending.size() > MOST_PENDING) {
            pending.remove(pending.keySet().iterator().next());
        }
        return ticket;
    }

    /** What was answered while nobody waited need not be read. */
    private void beginAnew() {
        if (pending.isEmpty()) {
            tail.close();
            tail = new AnswerTail(alerts, this::answered);
        }
    }

    private void answered(OrderTicket ticket, OrderAnswer answer) {
        pending.computeIfPresent(ticket, (asked, before) -> Optional.of(answer));
    }

    /**
     * Looks for an answer, without waiting. It is given once.
     *
     * @param ticket what {@link #place} gave
     * @return the answer; nothing as long as there is none
     * @throws QueueException when the stream {@code alerts} cannot be read
     */
    public Optional<OrderAnswer> answer(OrderTicket ticket) {
        tail.poll();
        Optional<OrderAnswer> answer = pending.getOrDefault(ticket, Optional.empty());
        if (answer.isPresent()) {
            pending.remove(ticket);
        }
        return answer;
    }

    /**
     * Stops waiting for an answer.
     *
     * @param ticket what {@link #place} gave
     */
    public void giveUp(OrderTicket ticket) {
        pending.remove(ticket);
    }

    @Override
    public void close() {
        try {
            tail.close();
        } finally {
            writer.close();
        }
    }
}
