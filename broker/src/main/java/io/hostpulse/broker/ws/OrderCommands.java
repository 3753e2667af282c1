package io.hostpulse.broker.ws;

import io.hostpulse.broker.control.BusyException;
import io.hostpulse.broker.control.InvalidOrderException;
import io.hostpulse.broker.control.OrderForm;
import io.hostpulse.broker.control.OrderOutcome;
import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.common.process.EpochClock;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** What a client may order, and what it is answered. Belongs to its event loop's thread. */
final class OrderCommands {

    private static final Map<String, OrderForm> FORMS = new TreeMap<>(Map.of(
            "acknowledge", OrderForm.ACKNOWLEDGE,
            "resolve", OrderForm.RESOLVE,
            "note", OrderForm.NOTE,
            "silence", OrderForm.SILENCE,
            "unsilence", OrderForm.UNSILENCE,
            "set_threshold", OrderForm.SET_THRESHOLD));

    /** One client waits for no more answers than this. */
    private static final int MOST_WAITING = 16;

    private final Orders orders;
    private final Caller caller;
    private final BooleanSupplier isStanding;
    private final Replies replies;
    private final EpochClock clock;
    private int waiting;

    OrderCommands(Orders orders, Caller caller, BooleanSupplier isStanding, Replies replies, EpochClock clock) {
        this.orders = orders;
        this.caller = caller;
        this.isStanding = isStanding;
        this.replies = replies;
        this.clock = clock;
    }

    static boolean isOrder(String type) {
        return FORMS.containsKey(type);
    }

    static String names() {
        return String.join(", ", FORMS.keySet());
    }

    /** Places an order. What is given makes the answer, on the loop's thread; another thread may complete it. */
    CompletionStage<Answer> place(Command command) {
        if (!caller.mayOrder() || !isStanding.getAsBoolean()) {
            orders.denied(caller.author(), FORMS.get(command.type()).action());
            return refused(command, "FORBIDDEN", caller.refusal().detail());
        }
        if (waiting >= MOST_WAITING) {
            return refused(command, "BUSY", "wait for the answers to your orders");
        }
        OrderForm form = FORMS.get(command.type());
        try {
            CompletionStage<OrderOutcome> outcome =
                    orders.place(caller.author(), form.action(), form.arguments(command.arguments(), clock.nanos()));
            waiting++;
            return outcome.handle((done, failure) -> () -> {
                waiting--;
                return failure == null ? answer(command, done) : failed(command);
            });
        } catch (InvalidOrderException e) {
            return refused(command, "INVALID_ARGUMENT", e.getMessage());
        } catch (BusyException e) {
            return refused(command, "BUSY", e.getMessage());
        }
    }

    private CompletionStage<Answer> refused(Command command, String code, String message) {
        return CompletableFuture.completedStage(() -> replies.error(code, message, command.id()));
    }

    private TextWebSocketFrame answer(Command command, OrderOutcome outcome) {
        if (outcome instanceof OrderOutcome.Done done) {
            return replies.done(command.type(), done, command.id());
        }
        if (outcome instanceof OrderOutcome.Refused refused) {
            return replies.error("REFUSED", refused.refusal(), command.id());
        }
        String why = outcome instanceof OrderOutcome.Unplaced unplaced
                ? "the order was not placed: " + unplaced.reason()
                : "the alerter has not answered; it carries the order out when it can";
        return replies.error("NO_ALERTER", why, command.id());
    }

    private TextWebSocketFrame failed(Command command) {
        return replies.error("NO_ALERTER", "the order could not be placed; the broker's log says why", command.id());
    }

    /** Makes the answer when it is time. */
    interface Answer {
        TextWebSocketFrame make();
    }
}
