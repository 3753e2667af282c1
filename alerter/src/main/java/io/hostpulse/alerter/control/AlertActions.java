package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.route.RoutingEvent;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.codec.Rfc3339;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What people do about one alert: acknowledge it, end it, say something about it.
 *
 * @param engine where alerts are
 * @param transitions where the engine puts that one is over
 * @param routing tells the handlers
 */
record AlertActions(RuleEngine engine, List<Transition> transitions, Routing routing) {

    /** An alert is written whole whenever it changes. */
    private static final int MOST_NOTES = 100;

    Done acknowledge(Errand errand) throws RefusedException {
        errand.takesOnly("alert", "text");
        String text = errand.text("text");
        String id = open(errand).id();
        Alert alert = engine.acknowledge(id, errand.note(text)).orElseThrow(() -> notOn(errand, id));
        tell(errand, "acknowledged", alert, "");
        return Done.PLAINLY;
    }

    Done note(Errand errand) throws RefusedException {
        errand.takesOnly("alert", "text");
        String text = errand.text("text");
        if (text.isEmpty()) {
            throw new RefusedException("'text' is absent: a note says something");
        }
        String id = withRoom(open(errand)).id();
        Alert alert = engine.note(id, errand.note(text)).orElseThrow(() -> notOn(errand, id));
        tell(errand, "noted", alert, "");
        return Done.PLAINLY;
    }

    Done resolve(Errand errand) throws RefusedException {
        errand.takesOnly("alert", "text");
        String text = errand.text("text");
        Alert before = open(errand);
        if (!text.isEmpty()) {
            engine.note(withRoom(before).id(), errand.note(text));
        }
        if (!engine.resolve(before.id(), errand.now())) {
            throw notOn(errand, before.id());
        }
        tell(
                errand,
                "resolved",
                over(before.id()),
                "resolved by " + errand.order().by());
        return Done.PLAINLY;
    }

    private Alert over(String id) {
        Transition resolved = transitions.stream()
                .filter(one ->
                        one instanceof Transition.Resolved && one.alert().id().equals(id))
                .findFirst()
                .orElseThrow();
        transitions.remove(resolved);
        return resolved.alert();
    }

    private void tell(Errand errand, String event, Alert alert, String reason) {
        errand.effect("", new Entry.Changed(event, alert, reason, AlertContext.NONE));
        routing.step(errand.now(), List.of(new RoutingEvent.AlertChanged(alert)), UnaryOperator.identity());
    }

    private static Alert open(Errand errand) throws RefusedException {
        String id = errand.arguments().text("alert");
        return errand.journal().memory().active(id).orElseThrow(() -> notOn(errand, id));
    }

    private static RefusedException notOn(Errand errand, String id) {
        return errand.journal().memory().resolved().stream()
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .map(alert -> new RefusedException("the alert '" + id + "' is over since "
                        + Rfc3339.format(alert.resolved().orElse(alert.updated()))))
                .orElseGet(() -> Errand.unknown("alert", id, on(errand)));
    }

    private static List<String> on(Errand errand) {
        return errand.journal().memory().active().stream().map(Alert::id).toList();
    }

    private static Alert withRoom(Alert alert) throws RefusedException {
        if (alert.notes().size() >= MOST_NOTES) {
            throw new RefusedException(
                    "the alert '" + alert.id() + "' has " + MOST_NOTES + " notes, and takes no more");
        }
        return alert;
    }
}
