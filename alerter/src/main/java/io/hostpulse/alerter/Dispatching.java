package io.hostpulse.alerter;

import io.hostpulse.alerter.control.Routing;
import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.route.Decision;
import io.hostpulse.alerter.route.Router;
import io.hostpulse.alerter.route.RoutingEvent;
import java.util.List;
import java.util.function.UnaryOperator;

/** Asks the router, writes down what it decides, and only then hands it to the handlers. Belongs to the alerting thread. */
final class Dispatching implements Routing {

    private final Setup setup;
    private final Journal journal;
    private final Deliveries deliveries;
    private Router asked;
    private long next = Long.MAX_VALUE;

    Dispatching(Setup setup, Journal journal, Deliveries deliveries) {
        this.setup = setup;
        this.journal = journal;
        this.deliveries = deliveries;
        this.asked = setup.router();
    }

    /** When the router wants to be asked though nothing happened; a new one at once. */
    long next(long now) {
        return asked == setup.router() ? next : now;
    }

    void route(long now, List<RoutingEvent> events) {
        step(now, events, UnaryOperator.identity());
    }

    @Override
    public void step(long now, List<RoutingEvent> events, UnaryOperator<Entry> asCaused) {
        asked = setup.router();
        Decision decision = asked.step(now, events);
        if (!decision.remembered().isEmpty() || !decision.dispatches().isEmpty()) {
            Entry routed = new Entry.Routed(decision.remembered(), decision.dispatches());
            journal.write(now, asCaused.apply(routed));
        }
        decision.dispatches()
                .forEach(one -> deliveries.hand(one.handler(), journal.memory().inFull(one.notification())));
        next = decision.again().orElse(Long.MAX_VALUE);
    }
}
