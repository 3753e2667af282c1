package io.hostpulse.alerter;

import io.hostpulse.alerter.control.ControlDesk;
import io.hostpulse.alerter.control.Routing;
import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.route.Decision;
import io.hostpulse.alerter.route.Router;
import io.hostpulse.alerter.route.RoutingEvent;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.process.Agent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alerter's main loop: samples into rules, changes into the journal, decisions into the journal, then to the handlers, and only
 * then are the cursors moved. Whatever is interrupted is done again after a restart, with the same names, so nobody is told twice.
 * Belongs to one thread; handlers have their own.
 */
final class AlertingAgent implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(AlertingAgent.class);

    /** What depends on time alone is looked at this often. */
    private static final long TICK = 1_000_000_000;

    /** Receipts come from other threads, and nobody wakes this one for them. */
    private static final long RECEIPT_INTERVAL = 200_000_000;

    /** Windows and durations of the built-in rules are shorter, and reading it back takes a second or two. */
    private static final Duration HISTORY = Duration.ofMinutes(10);

    private final WatchedStreams streams;
    private final RuleEngine engine;
    private final List<Transition> transitions;
    private final Router router;
    private final Journal journal;
    private final Map<String, DeliveryAgent> handlers;
    private final Queue<Receipt> receipts;
    private final ControlDesk control;
    private boolean awake;
    private long nextTick;
    private long nextRouting = Long.MAX_VALUE;

    /**
     * Puts the loop together.
     *
     * @param transitions where the engine puts what changed
     * @param receipts where handlers put what they are done with; may be used by any thread
     * @param control opens the desk for people's orders; is given what lets the router take a step
     */
    AlertingAgent(
            WatchedStreams streams,
            RuleEngine engine,
            List<Transition> transitions,
            Router router,
            Journal journal,
            Map<String, DeliveryAgent> handlers,
            Queue<Receipt> receipts,
            Function<Routing, ControlDesk> control) {
        this.streams = streams;
        this.engine = engine;
        this.transitions = transitions;
        this.router = router;
        this.journal = journal;
        this.handlers = handlers;
        this.receipts = receipts;
        this.control = control.apply(this::route);
    }

    @Override
    public long doWork(long now) {
        if (!awake) {
            wakeUp(now);
        }
        writeReceipts();
        streams.poll(now);
        if (now >= nextTick || nextTick - now > 2 * TICK) {
            nextTick = now + TICK;
            engine.tick(now);
        }
        if (!transitions.isEmpty() || now >= nextRouting) {
            route(now, writeTransitions(now));
        }
        streams.commit();
        if (control.work(now)) {
            return now;
        }
        long next = Math.min(Math.min(streams.nextPoll(now), nextTick), nextRouting);
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
        events.addAll(writeTransitions(now));
        route(now, events);
    }

    private List<RoutingEvent> writeTransitions(long now) {
        List<RoutingEvent> events = new ArrayList<>();
        for (Transition transition : transitions) {
            eventOf(transition).ifPresent(event -> {
                journal.write(now, event);
                LOG.info("{}: {}", event.event(), event.alert().message());
                events.add(new RoutingEvent.AlertChanged(event.alert()));
            });
        }
        transitions.clear();
        return events;
    }

    /** What is pending is told nobody, and the journal is for what was. */
    private static Optional<Entry.Changed> eventOf(Transition transition) {
        if (transition instanceof Transition.Fired fired) {
            return changed("fired", fired.alert(), "");
        } else if (transition instanceof Transition.LevelChanged level) {
            return changed("level", level.alert(), "it was " + level.before());
        } else if (transition instanceof Transition.FlappingBegan flapping) {
            return changed("flapping", flapping.alert(), "");
        } else if (transition instanceof Transition.FlappingEnded calm) {
            return changed("calm", calm.alert(), "");
        } else if (transition instanceof Transition.Resolved resolved) {
            return changed("resolved", resolved.alert(), resolved.why().text());
        }
        return Optional.empty();
    }

    private static Optional<Entry.Changed> changed(String event, Alert alert, String reason) {
        return Optional.of(new Entry.Changed(event, alert, reason, AlertContext.NONE));
    }

    private void route(long now, List<RoutingEvent> events) {
        route(now, events, UnaryOperator.identity());
    }

    private void route(long now, List<RoutingEvent> events, UnaryOperator<Entry> asCaused) {
        Decision decision = router.step(now, events);
        if (!decision.remembered().isEmpty() || !decision.dispatches().isEmpty()) {
            Entry routed = new Entry.Routed(decision.remembered(), decision.dispatches());
            journal.write(now, asCaused.apply(routed));
        }
        decision.dispatches().forEach(one -> handlers.get(one.handler()).hand(one.notification()));
        nextRouting = decision.again().orElse(Long.MAX_VALUE);
    }

    private void writeReceipts() {
        for (Receipt receipt = receipts.poll(); receipt != null; receipt = receipts.poll()) {
            journal.write(receipt.at(), new Entry.Done(receipt));
        }
    }

    /** The handlers have finished what they were at. */
    @Override
    public void drain() {
        writeReceipts();
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
