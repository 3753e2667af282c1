package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.alerter.silence.TextPattern;
import io.hostpulse.common.alert.Alert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the alerts that follow from others. One that is held back holds back others in turn, but every chain begins with one that
 * nothing holds back: alerts that would only hold back each other are all told.
 */
final class Inhibitions {

    private final List<Inhibition> all;

    Inhibitions(List<Inhibition> configured, Map<String, List<String>> dependsOn) {
        List<Inhibition> both = new ArrayList<>(configured);
        dependsOn.forEach((rule, causes) -> both.add(dependency(rule, causes)));
        this.all = List.copyOf(both);
    }

    // Names of rules are meant exactly: one that holds a '*' is no pattern here.
    private static Inhibition dependency(String rule, List<String> causes) {
        return new Inhibition(
                "depends_on",
                AlertMatcher.ofRules(causes.stream()
                        .map(name -> TextPattern.parse("=" + name))
                        .toList()),
                AlertMatcher.ofRules(List.of(TextPattern.parse("=" + rule))),
                List.of());
    }

    /** Returns the ids of those that are held back, among alerts that are on. */
    Set<String> heldBack(Collection<Alert> on) {
        if (all.isEmpty() || on.isEmpty()) {
            return Set.of();
        }
        Map<String, Set<String>> targets = targets(on);
        Set<String> held = new HashSet<>();
        Deque<String> causes = new ArrayDeque<>(roots(on, targets));
        while (!causes.isEmpty()) {
            for (String target : targets.getOrDefault(causes.poll(), Set.of())) {
                if (held.add(target)) {
                    causes.add(target);
                }
            }
        }
        return held;
    }

    private static List<String> roots(Collection<Alert> on, Map<String, Set<String>> targets) {
        Set<String> targeted = new HashSet<>();
        targets.values().forEach(targeted::addAll);
        return on.stream().map(Alert::id).filter(id -> !targeted.contains(id)).toList();
    }

    /** The targets by their sources. */
    private Map<String, Set<String>> targets(Collection<Alert> on) {
        Map<String, Set<String>> targets = new HashMap<>();
        for (Inhibition inhibition : all) {
            Map<List<String>, List<Alert>> sources = sources(inhibition, on);
            for (Alert target : sources.isEmpty() ? List.<Alert>of() : on) {
                if (inhibition.target().matches(target)) {
                    sources.getOrDefault(inhibition.common(target), List.of()).stream()
                            .filter(source -> !source.key().equals(target.key()))
                            .forEach(source -> targets.computeIfAbsent(source.id(), id -> new HashSet<>())
                                    .add(target.id()));
                }
            }
        }
        return targets;
    }

    private static Map<List<String>, List<Alert>> sources(Inhibition inhibition, Collection<Alert> on) {
        Map<List<String>, List<Alert>> sources = new HashMap<>();
        on.stream().filter(inhibition.source()::matches).forEach(alert -> sources.computeIfAbsent(
                        inhibition.common(alert), common -> new ArrayList<>())
                .add(alert));
        return sources;
    }
}
