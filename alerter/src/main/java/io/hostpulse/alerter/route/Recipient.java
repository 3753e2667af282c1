package io.hostpulse.alerter.route;

import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.alerter.silence.TextPattern;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a handler wants to be told.
 *
 * @param name the handler
 * @param enabled whether it wants anything
 * @param minLevel the least bad level
 * @param components patterns for components; empty means all
 * @param labels patterns for labels, each of which must fit; empty means all
 * @param hours when it may be told; absent means always
 * @param sendResolved whether it wants to know what is over
 */
public record Recipient(
        String name,
        boolean enabled,
        AlertLevel minLevel,
        List<TextPattern> components,
        Map<String, TextPattern> labels,
        Optional<Schedule> hours,
        boolean sendResolved) {

    /** Copies the collections. */
    public Recipient {
        components = List.copyOf(components);
        labels = Map.copyOf(labels);
    }

    /**
     * Switches it.
     *
     * @param wanted whether it wants anything
     * @return the same handler, switched
     */
    public Recipient enabled(boolean wanted) {
        return new Recipient(name, wanted, minLevel, components, labels, hours, sendResolved);
    }

    /** Why it does not want this alert at any time, if so. */
    Optional<Reason> refuses(Alert alert, AlertLevel level) {
        if (!enabled) {
            return Optional.of(Reason.DISABLED);
        }
        if (!wantsComponent(alert.component())) {
            return Optional.of(Reason.COMPONENT);
        }
        if (!wantsLabels(alert.labels())) {
            return Optional.of(Reason.LABELS);
        }
        return level.compareTo(minLevel) < 0 ? Optional.of(Reason.LEVEL) : Optional.empty();
    }

    boolean isReachable(long time) {
        return hours.map(schedule -> schedule.includes(time)).orElse(true);
    }

    private boolean wantsComponent(String component) {
        return components.isEmpty() || components.stream().anyMatch(pattern -> pattern.matches(component));
    }

    private boolean wantsLabels(Map<String, String> found) {
        return labels.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().matches(found.getOrDefault(wanted.getKey(), "")));
    }
}
