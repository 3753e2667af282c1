package io.hostpulse.broker.control;

import io.hostpulse.broker.auth.Author;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.control.OrderAnswer;
import io.hostpulse.common.control.OrderDesk;
import io.hostpulse.common.control.OrderTicket;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.StreamDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places orders in the stream {@code control-broker} and looks for their answers, at the desk. The stream is opened with the first
 * order: most brokers never get one. {@link #place} may be called by any thread.
 */
public final class OrderClerk implements Orders, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderClerk.class);

    private static final String WRITER = "broker";

    /** An alerter that is alive answers within a quarter of a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long LOOK_MILLIS = 10;

    private static final int MOST_OPEN = 200;

    private final Desk desk;
    private final EpochClock clock;
    private final Supplier<OrderDesk> opener;
    private final BooleanSupplier isAlerterKnown;
    private final long patience;
    private final AtomicInteger orders = new AtomicInteger();
    private final List<Open> open = new ArrayList<>();
    private Optional<OrderDesk> stream = Optional.empty();

    /**
     * Takes orders for a data directory.
     *
     * @param desk where the work is done
     * @param data where streams are
     * @param clock the time
     */
    public OrderClerk(Desk desk, DataDirectory data, EpochClock clock) {
        this(desk, clock, () -> OrderDesk.open(data, WRITER, clock), () -> hasRun(data, clock), PATIENCE);
    }

    OrderClerk(
            Desk desk,
            EpochClock clock,
            Supplier<OrderDesk> opener,
            BooleanSupplier isAlerterKnown,
            Duration patience) {
        this.desk = desk;
        this.clock = clock;
        this.opener = opener;
        this.isAlerterKnown = isAlerterKnown;
        this.patience = patience.toNanos();
    }

    // One that is only stopped carries out what it finds when it starts; where there never was one, the order would lie
    // there
    // until somebody has forgotten it.
    private static boolean hasRun(DataDirectory data, EpochClock clock) {
        return AlerterNews.read(data, clock).view().isPresent()
                || StreamDescriptor.isIn(AlertArchive.in(data).journal());
    }

    @Override
    public CompletionStage<OrderOutcome> place(Author by, ControlAction action, Fields arguments) {
        if (orders.incrementAndGet() > MOST_OPEN) {
            orders.decrementAndGet();
            throw new BusyException("more orders wait for the alerter than may: try again");
        }
        CompletableFuture<OrderOutcome> outcome = new CompletableFuture<>();
        outcome.whenComplete((done, failure) -> orders.decrementAndGet());
        ControlOrder order = ControlOrder.of(clock.nanos(), by.name(), action, arguments);
        try {
            desk.ask(() -> placeNow(order, outcome)).exceptionally(failure -> {
                outcome.completeExceptionally(failure);
                return false;
            });
        } catch (BusyException e) {
            outcome.completeExceptionally(e);
            throw e;
        }
        return outcome;
    }

    private boolean placeNow(ControlOrder order, CompletableFuture<OrderOutcome> outcome) {
        if (!isAlerterKnown.getAsBoolean()) {
            outcome.complete(new OrderOutcome.Unplaced("the alerter has never run here"));
            return false;
        }
        try {
            OrderTicket ticket = stream().place(order);
            LOG.info("order {}: {} by {}", ticket.sequence(), order.action(), order.by());
            open.add(new Open(ticket, System.nanoTime() + patience, outcome));
            if (open.size() == 1) {
                desk.later(this::look, LOOK_MILLIS);
            }
        } catch (QueueException e) {
            LOG.warn("order {} by {} was not placed: {}", order.action(), order.by(), e.getMessage());
            outcome.complete(new OrderOutcome.Unplaced(e.getMessage()));
            forget();
        }
        return true;
    }

    private OrderDesk stream() {
        if (stream.isEmpty()) {
            stream = Optional.of(opener.get());
        }
        return stream.get();
    }

    private void look() {
        try {
            for (Iterator<Open> all = open.iterator(); all.hasNext(); ) {
                Open one = all.next();
                Optional<OrderAnswer> answer = stream().answer(one.ticket());
                answer.ifPresent(one::answered);
                if (answer.isEmpty() && System.nanoTime() - one.deadline() > 0) {
                    stream().giveUp(one.ticket());
                    one.outcome()
                            .complete(new OrderOutcome.Unanswered(one.ticket().sequence()));
                }
                if (one.outcome().isDone()) {
                    all.remove();
                }
            }
        } catch (RuntimeException | InternalError e) {
            // The error is that of a mapped file that was cut off. Whatever it is, nobody may wait for ever.
            LOG.warn("answers cannot be read: {}", e.toString());
            open.forEach(one -> one.outcome()
                    .complete(new OrderOutcome.Unanswered(one.ticket().sequence())));
            open.clear();
            forget();
        }
        if (!open.isEmpty()) {
            desk.later(this::look, LOOK_MILLIS);
        }
    }

    /** The next order begins anew: whatever was wrong may be over by then. */
    private void forget() {
        if (open.isEmpty()) {
            stream.ifPresent(OrderDesk::close);
            stream = Optional.empty();
        }
    }

    /** Called when the desk has ended. */
    @Override
    public void close() {
        open.forEach(one ->
                one.outcome().complete(new OrderOutcome.Unanswered(one.ticket().sequence())));
        open.clear();
        forget();
    }

    /** An order that waits for its answer. */
    private record Open(OrderTicket ticket, long deadline, CompletableFuture<OrderOutcome> outcome) {

        void answered(OrderAnswer answer) {
            outcome.complete(
                    answer.isDone()
                            ? new OrderOutcome.Done(ticket.sequence(), answer.result())
                            : new OrderOutcome.Refused(ticket.sequence(), answer.refusal()));
        }
    }
}
