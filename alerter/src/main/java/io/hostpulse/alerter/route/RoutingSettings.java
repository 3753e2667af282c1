package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.SilencesSection;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What the section {@code alerts} says about notifications; what it says about rules is read elsewhere. Immutable. */
public final class RoutingSettings {

    private static final Duration MOST = Duration.ofDays(1);

    private final Times times;
    private final List<Attribute> groupBy;
    private final List<EscalationStep> escalation;
    private final List<Inhibition> inhibitions;
    private final List<Silence> silences;

    /** After how many nanoseconds handlers are told that are told only when nobody acknowledged. */
    private final Map<String, Long> escalatesTo;

    private RoutingSettings(
            Times times,
            List<Attribute> groupBy,
            List<EscalationStep> escalation,
            List<Inhibition> inhibitions,
            List<Silence> silences) {
        this.times = times;
        this.groupBy = groupBy;
        this.escalation = escalation;
        this.inhibitions = inhibitions;
        this.silences = silences;
        this.escalatesTo = new HashMap<>();
        for (EscalationStep step : escalation) {
            step.handlers()
                    .forEach(handler -> escalatesTo.merge(handler, step.after().toNanos(), Math::min));
        }
    }

    /**
     * The lengths of time.
     *
     * @param cooldown the least time between two notifications of the same alert to one handler, unless it becomes worse
     * @param groupWindow after a notification that something is on, how long what follows in its group is collected
     * @param groupWait how long a first notification waits for others; a critical one never waits
     * @param repeat after how long an alert that nobody acknowledged is told again; zero means never
     */
    public record Times(Duration cooldown, Duration groupWindow, Duration groupWait, Duration repeat) {

        /** Five minutes, five minutes, no waiting, four hours. */
        public static final Times DEFAULTS =
                new Times(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO, Duration.ofHours(4));
    }

    /**
     * Asks for the keys that are about notifications, and for no others.
     *
     * @param alerts the section {@code alerts}
     * @return the settings
     */
    public static RoutingSettings read(ConfigNode alerts) {
        return new RoutingSettings(
                times(alerts),
                Attributes.read(alerts, "group_by", List.of("component")),
                EscalationSection.read(alerts.section("escalation")),
                InhibitSection.read(alerts.section("inhibit")),
                SilencesSection.read(alerts));
    }

    private static Times times(ConfigNode alerts) {
        Times defaults = Times.DEFAULTS;
        return new Times(
                alerts.duration("cooldown", defaults.cooldown(), Duration.ZERO, MOST),
                alerts.duration("group_window", defaults.groupWindow(), Duration.ZERO, MOST),
                alerts.duration("group_wait", defaults.groupWait(), Duration.ZERO, Duration.ofHours(1)),
                alerts.duration("repeat", defaults.repeat(), Duration.ZERO, Duration.ofDays(30)));
    }

    /**
     * Tells the lengths of time.
     *
     * @return cooldown, window, wait and repeat
     */
    public Times times() {
        return times;
    }

    /**
     * Lists the silences of the configuration, maintenance windows among them.
     *
     * @return the silences
     */
    public List<Silence> silences() {
        return silences;
    }

    /**
     * Names the handlers that escalation speaks of, so that somebody can check that they exist.
     *
     * @return their names, by the step that names them first
     */
    public List<String> escalationHandlers() {
        return escalation.stream()
                .flatMap(step -> step.handlers().stream())
                .distinct()
                .toList();
    }

    List<Inhibition> inhibitions() {
        return inhibitions;
    }

    List<Attribute> groupBy() {
        return groupBy;
    }

    List<EscalationStep> escalation() {
        return escalation;
    }

    /** Names the group to which an alert belongs. */
    String group(Alert alert) {
        return groupBy.stream()
                .map(attribute -> attribute + "=" + attribute.of(alert))
                .collect(Collectors.joining(","));
    }

    long groupWait(AlertLevel level) {
        return level == AlertLevel.CRITICAL ? 0 : times.groupWait().toNanos();
    }

    /** After how many nanoseconds a handler is told, if it is told only when nobody acknowledged. */
    OptionalLong escalatesTo(String handler) {
        Long after = escalatesTo.get(handler);
        return after == null ? OptionalLong.empty() : OptionalLong.of(after);
    }

    Optional<Duration> escalationDelay(String handler) {
        OptionalLong after = escalatesTo(handler);
        return after.isPresent() ? Optional.of(Duration.ofNanos(after.getAsLong())) : Optional.empty();
    }
}
