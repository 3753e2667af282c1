package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.HandlerMemory;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.outbox.HandlerStats;
import io.hostpulse.alerter.rule.Limit;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.RuleSet;
import io.hostpulse.alerter.rule.RuleStatus;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.SilenceFields;
import io.hostpulse.alerter.silence.Silences;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.DeadLetterView;
import io.hostpulse.common.control.HandlerView;
import io.hostpulse.common.control.LeftOut;
import io.hostpulse.common.control.RuleView;
import io.hostpulse.common.control.SilenceView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Puts together how the alerter is doing. It only reads.
 *
 * @param pid this process
 * @param engine the rules and what they are at
 * @param rules what is in force, and what is configured
 * @param silences all silences
 * @param handlers all handlers
 * @param memory what was given up
 * @param reload how the configuration was read last
 */
record ViewComposer(
        long pid,
        RuleEngine engine,
        RulesInForce rules,
        Supplier<Silences> silences,
        Handlers handlers,
        Memory memory,
        ConfigurationReload reload) {

    /** More fits into no table, and a rule over a wildcard may have thousands of pending alerts. */
    private static final int MOST_RULES = 10_000;

    private static final int MOST_PENDING = 1000;
    private static final int MOST_DEAD = 200;

    private static final Comparator<Alert> OLDEST_FIRST =
            Comparator.comparingLong(Alert::since).thenComparing(Alert::id);

    AlerterView compose(long now) {
        AlerterView everything = new AlerterView(
                now,
                pid,
                engine.status().stream().map(this::rule).toList(),
                pending(),
                silences(now),
                handlers.stats().stream().map(this::handler).toList(),
                deadLetters(),
                reload.last(),
                LeftOut.NOTHING);
        return everything.limited(MOST_RULES, MOST_PENDING, MOST_DEAD);
    }

    private RuleView rule(RuleStatus status) {
        return new RuleView(
                status.rule(),
                status.metric(),
                status.condition(),
                status.unit(),
                limits(engine.rules(), status.rule()),
                limits(rules.configured(), status.rule()),
                state(status),
                status.firing(),
                status.pending(),
                status.things(),
                status.note());
    }

    // What has seen nothing is not well: it is unknown.
    private static String state(RuleStatus status) {
        if (status.firing() > 0) {
            return "firing";
        }
        if (status.pending() > 0) {
            return "pending";
        }
        return status.things() == 0 ? "unknown" : "ok";
    }

    private static Fields limits(RuleSet rules, String rule) {
        Fields.Builder fields = Fields.builder();
        for (Map.Entry<AlertLevel, Limit> one : rules.limits(rule).entrySet()) {
            fields.put(one.getKey().name(), value(one.getValue()));
        }
        return fields.build();
    }

    private static Value value(Limit limit) {
        if (limit instanceof Limit.Number number) {
            return new Value.Real(number.value());
        }
        if (limit instanceof Limit.Range range) {
            return new Value.Sequence(List.of(new Value.Real(range.low()), new Value.Real(range.high())));
        }
        return new Value.Text(((Limit.Word) limit).text());
    }

    private List<Alert> pending() {
        return engine.alerts().stream()
                .filter(alert -> alert.state() == AlertState.PENDING)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private List<SilenceView> silences(long now) {
        Silences known = silences.get();
        return known.all().stream()
                .map(silence -> new SilenceView(
                        SilenceFields.of(silence),
                        state(silence, now),
                        known.isConfigured(silence.id()),
                        held(silence, now)))
                .toList();
    }

    private List<String> held(Silence silence, long now) {
        if (!silence.isOn(now)) {
            return List.of();
        }
        return engine.alerts().stream()
                .filter(alert -> alert.state() != AlertState.PENDING && silence.holds(alert, now))
                .sorted(OLDEST_FIRST)
                .limit(SilenceView.MOST_HELD)
                .map(Alert::id)
                .toList();
    }

    private static String state(Silence silence, long now) {
        if (silence.isOver(now)) {
            return "expired";
        }
        if (silence.isOn(now)) {
            return "active";
        }
        return silence.from().isPresent() && now < silence.from().getAsLong() ? "pending" : "waiting";
    }

    private HandlerView handler(HandlerStats stats) {
        return new HandlerView(
                stats.name(),
                stats.type(),
                handlers.isEnabled(stats.name()),
                stats.queued(),
                stats.handled(),
                stats.failed(),
                memory.handler(stats.name()).dead().size(),
                stats.lastDelivered(),
                stats.lastError(),
                stats.lastErrorAt());
    }

    private List<DeadLetterView> deadLetters() {
        return handlers.names().stream()
                .flatMap(name -> memory.handler(name).dead().stream())
                .sorted(Comparator.comparingLong(
                                (HandlerMemory.Dead dead) -> dead.receipt().at())
                        .reversed())
                .map(ViewComposer::deadLetter)
                .toList();
    }

    private static DeadLetterView deadLetter(HandlerMemory.Dead dead) {
        return new DeadLetterView(
                dead.receipt().handler(),
                dead.receipt().key(),
                dead.receipt().at(),
                dead.receipt().alerts(),
                dead.notification().alerts().get(0).message(),
                dead.receipt().answer(),
                dead.receipt().tries());
    }
}
