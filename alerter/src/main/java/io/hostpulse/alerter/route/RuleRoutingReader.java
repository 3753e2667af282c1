package io.hostpulse.alerter.route;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.text.Nearest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what rules say about their notifications: {@code cooldown} and {@code depends_on}. */
final class RuleRoutingReader {

    private static final Duration MOST = Duration.ofDays(1);

    private final ConfigNode rules;
    private final List<String> names;
    private final Map<String, Duration> cooldowns = new LinkedHashMap<>();
    private final Map<String, List<String>> dependsOn = new LinkedHashMap<>();

    /** Reads for these rules, and for no others. */
    RuleRoutingReader(ConfigNode rules, List<String> names) {
        this.rules = rules;
        this.names = names;
    }

    RuleRouting read() {
        names.forEach(this::read);
        DependencyCycles.find(dependsOn).ifPresent(this::refuse);
        return new RuleRouting(cooldowns, dependsOn);
    }

    private void read(String rule) {
        ConfigNode node = rules.section(rule);
        if (node.optionalText("cooldown").isPresent()) {
            cooldowns.put(rule, node.duration("cooldown", Duration.ZERO, Duration.ZERO, MOST));
        }
        List<String> causes = node.texts("depends_on", List.of());
        causes.stream()
                .filter(cause -> !names.contains(cause))
                .forEach(cause -> node.problem("depends_on", unknown(cause)));
        if (!causes.isEmpty()) {
            dependsOn.put(rule, causes);
        }
    }

    private String unknown(String cause) {
        String hint = Nearest.hint(cause, names);
        return "there is no rule '" + cause + "'" + (hint.isEmpty() ? "; there are " + String.join(", ", names) : hint);
    }

    private void refuse(List<String> cycle) {
        rules.section(cycle.get(0))
                .problem(
                        "depends_on",
                        "the rules depend on each other in a circle, so that nobody would be told of any: "
                                + String.join(" → ", cycle));
    }
}
