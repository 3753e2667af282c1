package io.hostpulse.alerter.silence;

import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.config.ConfigNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads which alerts are meant: {@code rule}, {@code component}, {@code metric}, {@code dimension}, {@code level}, {@code labels}. */
public final class MatcherSection {

    private MatcherSection() {}

    /**
     * Asks for all keys of a matcher.
     *
     * @param node the section that has the keys and no others
     * @return what they choose; everything when nothing is written
     */
    public static AlertMatcher read(ConfigNode node) {
        Map<AlertMatcher.Field, List<TextPattern>> fields = new EnumMap<>(AlertMatcher.Field.class);
        for (AlertMatcher.Field field : AlertMatcher.Field.values()) {
            fields.put(field, patterns(node, field.label()));
        }
        checkLevels(node, fields.get(AlertMatcher.Field.LEVEL));
        return new AlertMatcher(fields, labels(node.section("labels")));
    }

    // There are three levels: a pattern for none of them was misspelt and would never match.
    private static void checkLevels(ConfigNode node, List<TextPattern> patterns) {
        List<String> levels = Arrays.stream(AlertLevel.values())
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .toList();
        patterns.stream()
                .filter(pattern -> levels.stream().noneMatch(pattern::matches))
                .forEach(pattern -> node.problem(
                        AlertMatcher.Field.LEVEL.label(),
                        "'" + pattern + "' is not one of " + String.join(", ", levels)));
    }

    private static Map<String, List<TextPattern>> labels(ConfigNode node) {
        Map<String, List<TextPattern>> labels = new TreeMap<>();
        node.keys().forEach(label -> labels.put(label, patterns(node, label)));
        return labels;
    }

    /**
     * Asks for a list of patterns.
     *
     * @param node a section
     * @param key a key in it
     * @return the patterns; none when the key is absent, or when one is wrong, which is reported
     */
    public static List<TextPattern> patterns(ConfigNode node, String key) {
        try {
            return TextPattern.parseAll(node.texts(key, List.of()));
        } catch (IllegalArgumentException wrong) {
            node.problem(key, wrong.getMessage());
            return List.of();
        }
    }
}
