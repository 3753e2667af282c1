package io.hostpulse.alerter.route;

import static io.hostpulse.alerter.route.Alerts.SECOND;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.TextPattern;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.codec.Rfc3339;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Plays a story to a router: what happens at which second, and time in between as the router asks for it. The log has a line for each
 * notification, {@code second handler KIND component/rule LEVEL, …}.
 */
final class Scene {

    /** A Friday. */
    static final long START = Rfc3339.parse("2026-05-01T12:00:00Z");

    private final RoutingSettings settings;
    private final RuleRouting rules;
    private final List<Recipient> recipients;
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final List<RoutingEvent> events = new ArrayList<>();
    private final List<Notification> sent = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> unsent = new ArrayList<>();
    private final List<Remembered> journal = new ArrayList<>();
    private final long start;
    private Router router;
    private long now;
    private OptionalLong again = OptionalLong.empty();

    Scene(String alerts, RuleRouting rules, long start, Recipient... recipients) {
        this.settings = Written.settings(alerts);
        this.rules = rules;
        this.recipients = List.of(recipients);
        this.router = new Router("atlas", settings, rules, this.recipients, new RoutingMemory());
        this.start = start;
        this.now = start;
    }

    static Scene of(String alerts, Recipient... recipients) {
        return new Scene(alerts, RuleRouting.NONE, START, recipients);
    }

    static Scene plain() {
        return of("", everything("all"));
    }

    static Recipient everything(String name) {
        return new Recipient(name, true, AlertLevel.INFO, List.of(), Map.of(), Optional.empty(), true);
    }

    static Recipient from(String name, AlertLevel level) {
        return new Recipient(name, true, level, List.of(), Map.of(), Optional.empty(), true);
    }

    static Recipient components(String name, String... globs) {
        List<TextPattern> patterns = TextPattern.parseAll(List.of(globs));
        return new Recipient(name, true, AlertLevel.INFO, patterns, Map.of(), Optional.empty(), true);
    }

    static Recipient hours(String name, String hours) {
        Schedule schedule = Schedule.parse(List.of(), List.of(hours), "UTC");
        return new Recipient(name, true, AlertLevel.INFO, List.of(), Map.of(), Optional.of(schedule), true);
    }

    /** Lets time pass, stepping whenever the router asked for it; what happens at the end is one step. */
    Scene at(long second) {
        flush();
        long end = start + second * SECOND;
        while (again.isPresent() && again.getAsLong() < end) {
            now = Math.max(now, again.getAsLong());
            step();
        }
        now = end;
        return this;
    }

    Scene fire(String name, AlertLevel level) {
        return put(name, Alerts.on(name, level, now));
    }

    Scene change(String name, AlertLevel level) {
        Alert alert = alerts.get(name);
        return put(name, Alerts.with(alert, level, alert.state(), alert.flapping(), now));
    }

    Scene flap(String name, boolean flapping) {
        Alert alert = alerts.get(name);
        return put(name, Alerts.with(alert, alert.level(), alert.state(), flapping, now));
    }

    Scene acknowledge(String name) {
        Alert alert = alerts.get(name);
        return put(name, Alerts.with(alert, alert.level(), AlertState.ACKNOWLEDGED, alert.flapping(), now));
    }

    Scene resolve(String name) {
        Alert alert = alerts.get(name);
        return put(name, Alerts.with(alert, alert.level(), AlertState.RESOLVED, alert.flapping(), now));
    }

    /** The same occurrence is on again, as while it flaps. */
    Scene back(String name) {
        Alert alert = alerts.get(name);
        return put(name, Alerts.with(alert, alert.level(), AlertState.FIRING, alert.flapping(), now));
    }

    Scene silence(Silence silence) {
        return event(new RoutingEvent.SilenceSet(silence));
    }

    Scene event(RoutingEvent event) {
        events.add(event);
        return this;
    }

    private Scene put(String name, Alert alert) {
        alerts.put(name, alert);
        return event(new RoutingEvent.AlertChanged(alert));
    }

    /** Another process goes on with what this one remembered. */
    Scene restart() {
        flush();
        RoutingMemory folded = new RoutingMemory();
        journal.stream().map(RememberedFields::of).map(RememberedFields::parse).forEach(folded::apply);
        router = new Router("atlas", settings, rules, recipients, folded);
        return this;
    }

    private void flush() {
        boolean isDue = again.isPresent() && again.getAsLong() <= now;
        if (!events.isEmpty() || isDue) {
            step();
        }
    }

    private void step() {
        Decision decision = router.step(now, events);
        events.clear();
        journal.addAll(decision.remembered());
        again = decision.again();
        decision.dispatches().forEach(this::write);
        decision.unsent()
                .forEach(one -> unsent.add(
                        second() + " " + one.handler() + " " + one.reason().label()));
    }

    private void write(Decision.Dispatch dispatch) {
        Notification notification = dispatch.notification();
        sent.add(notification);
        String what = notification.alerts().stream()
                .map(alert -> alert.component() + "/" + alert.key() + " " + alert.level())
                .collect(Collectors.joining(", "));
        log.add(second() + " " + dispatch.handler() + " " + notification.kind() + " " + what);
    }

    private long second() {
        return (now - start) / SECOND;
    }

    List<String> log() {
        flush();
        return log;
    }

    List<String> unsent() {
        flush();
        return unsent;
    }

    List<Notification> sent() {
        flush();
        return sent;
    }

    List<Remembered> journal() {
        flush();
        return journal;
    }

    OptionalLong again() {
        flush();
        return again;
    }

    Router router() {
        flush();
        return router;
    }
}
