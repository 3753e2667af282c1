package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Order;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.QueueException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out orders, each once, and answers each. Effect first, in one entry that says whose doing it is, then the answer: after a
 * crash between the two only the answer is missing, and is given.
 */
final class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Journal journal;
    private final Map<ControlAction, Action> actions;

    Orders(Journal journal, Map<ControlAction, Action> actions) {
        this.journal = journal;
        this.actions = Map.copyOf(actions);
    }

    /** Does what an order says, unless that was done before. */
    void carryOut(Order order, long now) {
        if (order.sequence() <= journal.memory().ordered(order.stream())) {
            return;
        }
        Optional<String> before = journal.memory().performed(order.stream(), order.sequence());
        if (before.isPresent()) {
            answer(order, now, "", before.get());
        } else {
            attempt(order, now);
        }
    }

    private void attempt(Order order, long now) {
        try {
            Done done = action(order).carryOut(new Errand(order, now, journal));
            answer(order, now, "", done.result());
            done.afterwards().run();
        } catch (RefusedException | RecordFormatException refused) {
            answer(order, now, refused.getMessage(), "");
        } catch (ProcessFailure | QueueException fatal) {
            throw fatal;
        } catch (RuntimeException defect) {
            // The same order would end the alerter again after every restart.
            LOG.error("a defect in carrying out an order; please report it with this line", defect);
            answer(order, now, "the alerter failed at it, see its log: " + defect, "");
        }
    }

    private Action action(Order order) throws RefusedException {
        return ControlAction.labelled(order.action())
                .map(actions::get)
                .orElseThrow(() -> Errand.unknown("action", order.action(), ControlAction.labels()));
    }

    private void answer(Order order, long now, String refusal, String result) {
        journal.write(now, new Entry.Ordered(order, refusal, result));
        if (refusal.isEmpty()) {
            LOG.info("{} by {} ({} {}) is done", order.action(), order.by(), order.stream(), order.sequence());
        } else {
            LOG.info("{} by {} is refused: {}", order.action(), order.by(), refusal);
        }
    }
}
