package io.hostpulse.alerter;

import io.hostpulse.alerter.context.ContextReader;
import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.route.RoutingEvent;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.common.alert.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what changed in the rules' eyes, together with what else was going on. Belongs to the alerting thread. */
final class TransitionLog {

    private static final Logger LOG = LoggerFactory.getLogger(TransitionLog.class);

    private final RuleEngine engine;
    private final List<Transition> transitions;
    private final ContextReader contexts;
    private final Journal journal;

    /**
     * Writes nothing yet.
     *
     * @param transitions where the engine puts what changed
     */
    TransitionLog(RuleEngine engine, List<Transition> transitions, ContextReader contexts, Journal journal) {
        this.engine = engine;
        this.transitions = transitions;
        this.contexts = contexts;
        this.journal = journal;
    }

    boolean isEmpty() {
        return transitions.isEmpty();
    }

    /** Writes what changed since the last time, and gives it for routing. */
    List<RoutingEvent> write(long now) {
        Map<String, AlertContext> known = contexts.of(begun(), engine.rules());
        List<RoutingEvent> events = new ArrayList<>();
        for (Transition transition : transitions) {
            entryOf(transition, known).ifPresent(entry -> {
                journal.write(now, entry);
                LOG.info("{}: {}", entry.event(), entry.alert().message());
                events.add(new RoutingEvent.AlertChanged(entry.alert()));
            });
        }
        transitions.clear();
        return events;
    }

    /** What began or became worse is worth looking around for. */
    private List<Alert> begun() {
        return transitions.stream()
                .filter(TransitionLog::isWorse)
                .map(Transition::alert)
                .toList();
    }

    private static boolean isWorse(Transition transition) {
        return transition instanceof Transition.Fired
                || transition instanceof Transition.LevelChanged level
                        && level.alert().level().compareTo(level.before()) > 0;
    }

    /** What is pending is told nobody, and the journal is for what was. */
    private static Optional<Entry.Changed> entryOf(Transition transition, Map<String, AlertContext> known) {
        AlertContext context = isWorse(transition)
                ? known.getOrDefault(transition.alert().id(), AlertContext.NONE)
                : AlertContext.NONE;
        return event(transition)
                .map(event -> new Entry.Changed(event, transition.alert(), reason(transition), context));
    }

    private static Optional<String> event(Transition transition) {
        if (transition instanceof Transition.Fired) {
            return Optional.of("fired");
        } else if (transition instanceof Transition.LevelChanged) {
            return Optional.of("level");
        } else if (transition instanceof Transition.FlappingBegan) {
            return Optional.of("flapping");
        } else if (transition instanceof Transition.FlappingEnded) {
            return Optional.of("calm");
        }
        return transition instanceof Transition.Resolved ? Optional.of("resolved") : Optional.empty();
    }

    private static String reason(Transition transition) {
        if (transition instanceof Transition.LevelChanged level) {
            return "it was " + level.before();
        }
        return transition instanceof Transition.Resolved resolved
                ? resolved.why().text()
                : "";
    }
}
