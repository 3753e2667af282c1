package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.route.RoutingEvent;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lets the router take a step, writes down what it decides, and hands it out. */
@FunctionalInterface
public interface Routing {

    /**
     * Takes a step.
     *
     * @param now the present time, epoch nanoseconds
     * @param events what happened; may be nothing, when only a setting changed
     * @param asCaused adds to the journal's entry whose doing it is
     */
    void step(long now, List<RoutingEvent> events, UnaryOperator<Entry> asCaused);
}
