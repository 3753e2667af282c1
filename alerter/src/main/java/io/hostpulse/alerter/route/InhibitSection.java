package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.alerter.silence.MatcherSection;
import io.hostpulse.common.config.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code inhibit}: named pairs of {@code source} and {@code target}, and what both must have in common. */
final class InhibitSection {

    private final ConfigNode section;
    private final Map<String, List<String>> dependsOn = new TreeMap<>();

    private InhibitSection(ConfigNode section) {
        this.section = section;
    }

    static List<Inhibition> read(ConfigNode section) {
        InhibitSection reading = new InhibitSection(section);
        return section.keys().stream().map(reading::inhibition).toList();
    }

    private Inhibition inhibition(String name) {
        ConfigNode node = section.section(name);
        Inhibition inhibition = new Inhibition(
                name, matcher(node, "source"), matcher(node, "target"), Attributes.read(node, "equal", List.of()));
        if (!inhibition.source().isEmpty() && inhibition.source().equals(inhibition.target())) {
            node.problem("target", "is the same as 'source': these alerts would hold back each other");
        }
        checkCycle(name, inhibition);
        return inhibition;
    }

    private static AlertMatcher matcher(ConfigNode node, String key) {
        AlertMatcher matcher = MatcherSection.read(node.section(key));
        if (matcher.isEmpty()) {
            node.problem(key, "says which alerts; write 'rule' or another field below it");
        }
        return matcher;
    }

    // Where more than the rules decides, a cycle of rules need be none of alerts; the router tells all of those in one.
    private void checkCycle(String name, Inhibition inhibition) {
        List<String> sources = onlyRules(inhibition.source());
        for (String target : onlyRules(inhibition.target())) {
            dependsOn.computeIfAbsent(target, rule -> new ArrayList<>()).addAll(sources);
        }
        Optional<List<String>> cycle = DependencyCycles.find(dependsOn);
        cycle.ifPresent(rules -> section.problem(
                name, "closes a cycle, in which nobody would be told of anything: " + String.join(" <- ", rules)));
        cycle.ifPresent(rules -> onlyRules(inhibition.target())
                .forEach(target -> dependsOn.get(target).removeAll(sources)));
    }

    private static List<String> onlyRules(AlertMatcher matcher) {
        boolean others = matcher.fields().size() != 1 || !matcher.labels().isEmpty();
        return others
                ? List.of()
                : matcher.fields().getOrDefault(AlertMatcher.Field.RULE, List.of()).stream()
                        .map(Object::toString)
                        .toList();
    }
}
