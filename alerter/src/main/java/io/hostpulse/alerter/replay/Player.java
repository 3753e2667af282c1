package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.route.Decision;
import io.hostpulse.alerter.route.Decision.Dispatch;
import io.hostpulse.alerter.route.Router;
import io.hostpulse.alerter.route.RoutingEvent;
import io.hostpulse.alerter.route.RoutingMemory;
import io.hostpulse.alerter.rule.Replay;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.RuleStatus;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The alerter's loop in the time of the data: samples into the rules, what changes into the router, of all that happened at one moment in
 * one step. Every notification counts as delivered. Not thread-safe.
 */
final class Player {

    private final RuleEngine engine;
    private final Replay replay;
    private final Router router;
    private final Occurrences occurrences;
    private final Consumer<Dispatch> sent;
    private final List<RoutingEvent> events = new ArrayList<>();
    private long now;
    private long nextRouting = Long.MAX_VALUE;

    /**
     * Prepares.
     *
     * @param occurrences learns of every change of an alert
     * @param sent learns of every notification
     */
    Player(TriedRules tried, String host, Occurrences occurrences, Consumer<Dispatch> sent) {
        this.engine = new RuleEngine(tried.rules(), host, this::changed);
        this.replay = new Replay(engine, this::ticked);
        this.router = new Router(host, tried.routing(), tried.ruleRouting(), tried.recipients(), new RoutingMemory());
        this.occurrences = occurrences;
        this.sent = sent;
    }

    /** Waits for a stream's records from now on. */
    void expect(StreamName stream, Duration interval) {
        engine.expect(stream, interval);
    }

    /** Lets time go on, second by second; a moment ends when another begins. */
    void upTo(long time) {
        if (time != now) {
            route();
            replay.upTo(time);
        }
    }

    /** Goes over a time in which nothing was recorded at all. */
    void skipTo(long time) {
        route();
        replay.skipTo(time);
    }

    /** Gives a sample of this moment. */
    void give(Sample sample) {
        engine.sample(sample.stream(), sample.time(), sample.sequence(), sample.reading());
    }

    /** Does again what a person did at this moment. */
    void does(Deed deed) {
        if (deed instanceof Deed.Silenced silenced) {
            events.add(silenced.event());
        } else if (deed instanceof Deed.Acknowledged acknowledged) {
            active(acknowledged.alert())
                    .forEach(id -> engine.acknowledge(id, acknowledged.note()).ifPresent(alert -> changed(alert, "")));
        } else if (deed instanceof Deed.Resolved resolved) {
            active(resolved.alert()).forEach(id -> engine.resolve(id, resolved.at()));
        }
    }

    private List<String> active(AlertKey key) {
        return engine.alerts().stream()
                .filter(alert -> alert.key().equals(key) && alert.isActive())
                .map(Alert::id)
                .toList();
    }

    /** Ends it: alerts stand as they are. */
    void end() {
        route();
        engine.alerts().stream().filter(Alert::isActive).forEach(alert -> occurrences.take(alert, ""));
    }

    /** What people should know of rules, in sentences. */
    List<String> notes() {
        Map<String, List<RuleStatus>> byNote = engine.status().stream()
                .filter(rule -> !rule.note().isEmpty())
                .collect(Collectors.groupingBy(RuleStatus::note, TreeMap::new, Collectors.toList()));
        return byNote.entrySet().stream()
                .map(entry -> names(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    private static String names(List<RuleStatus> rules) {
        return (rules.size() == 1 ? "rule " : "rules ")
                + rules.stream().map(RuleStatus::rule).collect(Collectors.joining(", "));
    }

    // What is pending is told nobody.
    private void changed(Transition transition) {
        if (transition instanceof Transition.Resolved resolved) {
            changed(resolved.alert(), resolved.why().text());
        } else if (!(transition instanceof Transition.PendingBegan || transition instanceof Transition.PendingEnded)) {
            changed(transition.alert(), "");
        }
    }

    private void changed(Alert alert, String reason) {
        occurrences.take(alert, reason);
        events.add(new RoutingEvent.AlertChanged(alert));
    }

    private void ticked(long time) {
        now = time;
        route();
    }

    private void route() {
        if (events.isEmpty() && now < nextRouting) {
            return;
        }
        Decision decision = router.step(now, events);
        events.clear();
        decision.dispatches().forEach(sent);
        nextRouting = decision.again().orElse(Long.MAX_VALUE);
    }
}
