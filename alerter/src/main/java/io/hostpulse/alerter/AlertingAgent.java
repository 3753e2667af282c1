package io.hostpulse.alerter;

import io.hostpulse.alerter.control.ControlDesk;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.route.RoutingEvent;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.process.Agent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The alerter's main loop: samples into rules, changes into the journal, decisions into the journal, then to the handlers, and only
 * then are the cursors moved. Whatever is interrupted is done again after a restart, with the same names, so nobody is told twice.
 * Belongs to one thread; handlers have their own.
 */
final class AlertingAgent implements Agent {

    /** What depends on time alone is looked at this often. */
    private static final long TICK = 1_000_000_000;

    /** Receipts come from other threads, and nobody wakes this one for them. */
    private static final long RECEIPT_INTERVAL = 200_000_000;

    /** Windows and durations of the built-in rules are shorter, and reading it back takes a second or two. */
    private static final Duration HISTORY = Duration.ofMinutes(10);

    private final WatchedStreams streams;
    private final RuleEngine engine;
    private final TransitionLog transitions;
    private final Dispatching dispatching;
    private final Deliveries deliveries;
    private final Reloading reloading;
    private final ControlDesk control;
    private final Journal journal;
    private boolean awake;
    private long nextTick;

    AlertingAgent(
            WatchedStreams streams,
            RuleEngine engine,
            TransitionLog transitions,
            Dispatching dispatching,
            Deliveries deliveries,
            Reloading reloading,
            ControlDesk control,
            Journal journal) {
        this.streams = streams;
        this.engine = engine;
        this.transitions = transitions;
        this.dispatching = dispatching;
        this.deliveries = deliveries;
        this.reloading = reloading;
        this.control = control;
        this.journal = journal;
    }

    @Override
    public long doWork(long now) {
        if (!awake) {
            wakeUp(now);
        }
        deliveries.settle();
        streams.poll(now);
        if (now >= nextTick || nextTick - now > 2 * TICK) {
            nextTick = now + TICK;
            engine.tick(now);
            reloading.look();
        }
        if (!transitions.isEmpty() || now >= dispatching.next(now)) {
            dispatching.route(now, transitions.write(now));
        }
        streams.commit();
        if (control.work(now)) {
            return now;
        }
        long next = Math.min(Math.min(streams.nextPoll(now), nextTick), dispatching.next(now));
        return Math.min(next, now + RECEIPT_INTERVAL);
    }

    /** Goes on where the journal stands. A crash may have come between a change and what was decided about it. */
    private void wakeUp(long now) {
        engine.restore(journal.memory().active());
        engine.restore(journal.memory().dismissed());
        streams.recall(HISTORY);
        engine.awaken(now);
        awake = true;
        Stream<Alert> known = Stream.concat(journal.memory().resolved().stream(), journal.memory().active().stream());
        List<RoutingEvent> events = new ArrayList<>();
        known.forEach(alert -> events.add(new RoutingEvent.AlertChanged(alert)));
        events.addAll(transitions.write(now));
        dispatching.route(now, events);
    }

    /** The handlers have finished what they were at. */
    @Override
    public void drain() {
        deliveries.writeReceipts();
    }

    @Override
    public boolean isReady() {
        return awake;
    }

    @Override
    public void close() {
        control.close();
        streams.close();
        journal.close();
    }
}
