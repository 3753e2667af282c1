package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.model.Fields;
import io.hostpulse.console.payload.RecordFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One alert from its beginning to its end, or until now, with everything that happened to it. Used by one thread. */
final class Occurrence {

    /** An alert may come and go, and be told, for months. */
    private static final int MOST_KEPT = 100;

    private final Newest<Step> steps = new Newest<>(MOST_KEPT);
    private final Newest<Delivery> deliveries = new Newest<>(MOST_KEPT);
    private final Map<String, Delivery> told = new LinkedHashMap<>();
    private Alert alert;
    private AlertLevel worst;
    private RecordFields context = new RecordFields(Fields.NONE);
    private String ending = "";
    private Optional<Demand> endedBy = Optional.empty();

    Occurrence(Change first) {
        this.alert = first.alert();
        this.worst = alert.level();
    }

    void take(Change change) {
        alert = change.alert();
        worst = alert.level().compareTo(worst) > 0 ? alert.level() : worst;
        steps.add(Step.of(change));
        if (!change.context().fields().values().isEmpty() && change.event().equals("fired")) {
            context = change.context();
        }
        if (alert.state() == AlertState.RESOLVED) {
            ending = change.reason();
        }
    }

    void take(Delivery delivery) {
        deliveries.add(delivery);
        if (!delivery.isPointless()) {
            told.merge(delivery.handler(), delivery, (before, now) -> before.arrived() ? before : now);
        }
    }

    void take(Demand demand) {
        if (demand.action().equals("resolve")) {
            endedBy = Optional.of(demand);
        }
    }

    Alert alert() {
        return alert;
    }

    /** The worst level that it had. */
    AlertLevel worst() {
        return worst;
    }

    Newest<Step> steps() {
        return steps;
    }

    Newest<Delivery> deliveries() {
        return deliveries;
    }

    /** By handler, what arrived there, or if nothing did, what became of the newest. */
    Map<String, Delivery> told() {
        return told;
    }

    /** What was going on when it began. */
    RecordFields context() {
        return context;
    }

    /** How it ended, for people; empty while it is on. */
    String ending() {
        if (alert.state() != AlertState.RESOLVED) {
            return "";
        }
        String how = ending.isEmpty() ? "resolved" : ending;
        return endedBy.map(demand -> how + by(how, demand)).orElse(how);
    }

    private static String by(String how, Demand demand) {
        String who = " by " + demand.by();
        return (how.endsWith(who) ? "" : who) + (demand.text().isEmpty() ? "" : ": " + demand.text());
    }
}
