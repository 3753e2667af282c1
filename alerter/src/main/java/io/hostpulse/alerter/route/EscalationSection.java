package io.hostpulse.alerter.route;

import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.List;

/** Reads {@code escalation}: named steps, each with {@code after} and {@code handlers}. */
final class EscalationSection {

    private static final Duration DEFAULT = Duration.ofMinutes(30);

    private EscalationSection() {}

    static List<EscalationStep> read(ConfigNode escalation) {
        return escalation.keys().stream()
                .map(name -> step(escalation.section(name), name))
                .toList();
    }

    private static EscalationStep step(ConfigNode node, String name) {
        Duration after = node.duration("after", DEFAULT, Duration.ofSeconds(1), Duration.ofDays(7));
        List<String> handlers = node.texts("handlers", List.of());
        if (handlers.isEmpty()) {
            node.problem("handlers", "says who is told; write at least one handler's name");
        }
        return new EscalationStep(name, after, handlers);
    }
}
