package io.hostpulse.alerter.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds rules that depend on themselves through others: nobody would be told of any of them. */
public final class DependencyCycles {

    private final Map<String, List<String>> dependsOn;
    private final Set<String> clear = new LinkedHashSet<>();

    private DependencyCycles(Map<String, List<String>> dependsOn) {
        this.dependsOn = new TreeMap<>(dependsOn);
    }

    /**
     * Looks for a cycle.
     *
     * @param dependsOn the rules on which a rule depends, by its name
     * @return the rules of a cycle, the first of them again at the end; the same answer for the same question
     */
    public static Optional<List<String>> find(Map<String, List<String>> dependsOn) {
        DependencyCycles cycles = new DependencyCycles(dependsOn);
        return dependsOn.keySet().stream()
                .sorted()
                .flatMap(rule -> cycles.from(rule, new ArrayList<>()).stream())
                .findFirst();
    }

    private Optional<List<String>> from(String rule, List<String> path) {
        if (clear.contains(rule)) {
            return Optional.empty();
        }
        int before = path.indexOf(rule);
        path.add(rule);
        if (before >= 0) {
            return Optional.of(List.copyOf(path.subList(before, path.size())));
        }
        for (String next : dependsOn.getOrDefault(rule, List.of())) {
            Optional<List<String>> cycle = from(next, path);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        path.remove(path.size() - 1);
        clear.add(rule);
        return Optional.empty();
    }
}
