package io.hostpulse.alerter.notify;

import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.alerter.schedule.ScheduleSection;
import io.hostpulse.alerter.silence.TextPattern;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all handlers have in common, whatever they send. Immutable.
 *
 * @param name its key under {@code notifications}
 * @param type the kind of handler; its key unless configured otherwise
 * @param enabled whether it sends at all
 * @param minLevel the lowest level that is sent to it
 * @param components globs of which an alert's component must match one; empty means every component
 * @param labels what an alert's labels must be, as globs; empty means any
 * @param hours when it sends; absent means always
 * @param zone whose clock its hours and its texts follow
 * @param sendResolved whether it also tells that an alert is over
 * @param deadLetterAfter after which time without success a notification is given up, 1 minute to 30 days
 */
public record HandlerSettings(
        String name,
        String type,
        boolean enabled,
        AlertLevel minLevel,
        List<String> components,
        Map<String, String> labels,
        Optional<Schedule> hours,
        ZoneId zone,
        boolean sendResolved,
        Duration deadLetterAfter) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** Copies the collections. */
    public HandlerSettings {
        components = List.copyOf(components);
        labels = Map.copyOf(labels);
    }

    /**
     * Asks for the kind of one handler.
     *
     * @param name its key under {@code notifications}
     * @param node its section
     * @return the type's name; whether there is such a type is the caller's business
     */
    public static String type(String name, ConfigNode node) {
        return node.text("type", name);
    }

    /**
     * Reads the common part of one handler.
     *
     * @param name its key under {@code notifications}
     * @param node its section; problems are reported through it
     * @return its settings
     */
    public static HandlerSettings read(String name, ConfigNode node) {
        return new HandlerSettings(
                name,
                type(name, node),
                node.flag("enabled", true),
                node.choice("min_level", AlertLevel.INFO),
                components(node),
                labels(node.section("labels")),
                ScheduleSection.read(node),
                ScheduleSection.zone(node),
                node.flag("resolved", true),
                node.duration("dead_letter_after", USUAL, SHORTEST, LONGEST));
    }

    private static List<String> components(ConfigNode node) {
        List<String> written = node.texts("components", List.of());
        List<String> usable = new ArrayList<>(written);
        if (usable.removeIf(String::isBlank)) {
            node.problem("components", "an empty name matches no component: remove it");
        }
        usable.forEach(pattern -> check(node, "components", pattern));
        return usable;
    }

    private static void check(ConfigNode node, String key, String pattern) {
        try {
            TextPattern.parse(pattern);
        } catch (IllegalArgumentException wrong) {
            node.problem(key, wrong.getMessage());
        }
    }

    private static Map<String, String> labels(ConfigNode node) {
        Map<String, String> labels = new TreeMap<>();
        for (String key : node.keys()) {
            node.optionalText(key).ifPresent(value -> {
                check(node, key, value);
                labels.put(key, value);
            });
        }
        return labels;
    }
}
