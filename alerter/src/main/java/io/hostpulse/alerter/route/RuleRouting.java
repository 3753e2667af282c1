package io.hostpulse.alerter.route;

import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What rules say about their notifications.
 *
 * @param cooldowns the cooldown of rules that have one of their own, by the rule's name
 * @param dependsOn the rules that hold a rule back while they fire, by its name
 */
public record RuleRouting(Map<String, Duration> cooldowns, Map<String, List<String>> dependsOn) {

    /** No rule says anything. */
    public static final RuleRouting NONE = new RuleRouting(Map.of(), Map.of());

    /** Copies the maps. */
    public RuleRouting {
        cooldowns = Map.copyOf(cooldowns);
        dependsOn = Map.copyOf(dependsOn);
    }

    /**
     * Asks each rule for the keys that are about its notifications, and for no others.
     *
     * @param alerts the section {@code alerts}
     * @param rules the names of all rules, also of those that are switched off; another one cannot be depended on
     * @return what they say
     */
    public static RuleRouting read(ConfigNode alerts, List<String> rules) {
        return new RuleRoutingReader(alerts.section("rules"), rules).read();
    }
}
