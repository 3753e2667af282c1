package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.Silences;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * How things stand at one moment, for all handlers alike.
 *
 * @param now the moment, epoch nanoseconds
 * @param silences all there are
 * @param silenced the silence that holds an alert back, by the alert's id
 * @param inhibited the ids of alerts that follow from others
 * @param newest the newest occurrence of each alert
 * @param groups the group of each alert, by its id
 */
record Survey(
        long now,
        Silences silences,
        Map<String, Silence> silenced,
        Set<String> inhibited,
        Map<AlertKey, Tracked> newest,
        Map<String, String> groups) {

    private static final long MICROSECOND = 1000;

    // The one that is on, if there is one; below a microsecond times do not survive a restart, so they do not count
    // here.
    private static final Comparator<Tracked> OLDEST_FIRST = Comparator.comparing(Tracked::isOver)
            .reversed()
            .thenComparing(one -> Math.floorDiv(one.lastOn().since(), MICROSECOND))
            .thenComparing(one -> one.alert().id());

    static Survey of(
            Collection<Tracked> tracked,
            Silences silences,
            Inhibitions inhibitions,
            RoutingSettings settings,
            long now) {
        Map<String, Silence> silenced = new TreeMap<>();
        Map<String, String> groups = new HashMap<>();
        Map<AlertKey, Tracked> newest = new HashMap<>();
        List<Silence> holding = silences.on(now);
        for (Tracked one : tracked) {
            silencing(one, holding)
                    .ifPresent(silence -> silenced.put(one.alert().id(), silence));
            groups.put(one.alert().id(), settings.group(one.alert()));
            newest.merge(one.alert().key(), one, BinaryOperator.maxBy(OLDEST_FIRST));
        }
        List<Alert> on = tracked.stream()
                .filter(one -> !one.isOver())
                .map(Tracked::alert)
                .toList();
        return new Survey(now, silences, silenced, inhibitions.heldBack(on), newest, groups);
    }

    private static Optional<Silence> silencing(Tracked one, List<Silence> holding) {
        return holding.stream()
                .filter(silence -> silence.matcher().matches(one.alert()))
                .findFirst();
    }

    /** What it has in common with others, as it was called when the moment began. */
    String group(Tracked one) {
        return groups.get(one.alert().id());
    }

    Optional<Silence> silencing(Tracked one) {
        return Optional.ofNullable(silenced.get(one.alert().id()));
    }

    boolean isSilenced(Tracked one) {
        return silenced.containsKey(one.alert().id());
    }

    boolean isInhibited(Tracked one) {
        return inhibited.contains(one.alert().id());
    }

    /** Whether the same alert came again since. */
    boolean isRepeated(Tracked one) {
        return !one.alert().id().equals(newest.get(one.alert().key()).alert().id());
    }
}
