package io.hostpulse.alerter.silence;

import io.hostpulse.common.alert.Alert;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Chooses alerts. Every field that is named must fit, and it fits when one of its patterns does; a label that an alert does not
 * have is an empty text. Immutable.
 *
 * @param fields the patterns by field; a field without patterns fits always
 * @param labels the patterns by label
 */
public record AlertMatcher(Map<Field, List<TextPattern>> fields, Map<String, List<TextPattern>> labels) {

    /** Chooses everything. */
    public static final AlertMatcher ALL = new AlertMatcher(Map.of(), Map.of());

    /** What can be looked at besides labels. */
    public enum Field {
        /** The rule's name. */
        RULE(alert -> alert.key().rule()),
        /** The stream. */
        COMPONENT(Alert::component),
        /** The value's name. */
        METRIC(Alert::metric),
        /** Which of several things, for example {@code path=/home}. */
        DIMENSION(alert -> alert.key().dimension()),
        /** How bad it is, in lower case. */
        LEVEL(alert -> alert.level().name().toLowerCase(Locale.ROOT));

        private final Function<Alert, String> text;

        Field(Function<Alert, String> text) {
            this.text = text;
        }

        /**
         * Tells what it is called in the configuration and in records.
         *
         * @return the name in lower case
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Looks at an alert.
         *
         * @param alert any alert
         * @return what stands in this field
         */
        public String of(Alert alert) {
            return text.apply(alert);
        }
    }

    /** Copies the maps without empty lists. */
    public AlertMatcher {
        Map<Field, List<TextPattern>> kept = new EnumMap<>(Field.class);
        fields.forEach((field, patterns) -> kept.put(field, List.copyOf(patterns)));
        kept.values().removeIf(List::isEmpty);
        fields = Collections.unmodifiableMap(kept);
        Map<String, List<TextPattern>> sorted = new TreeMap<>();
        labels.forEach((label, patterns) -> sorted.put(label, List.copyOf(patterns)));
        sorted.values().removeIf(List::isEmpty);
        labels = Collections.unmodifiableMap(sorted);
    }

    /**
     * Chooses the alerts of some rules.
     *
     * @param rules patterns for names of rules
     * @return the matcher
     */
    public static AlertMatcher ofRules(List<TextPattern> rules) {
        return new AlertMatcher(Map.of(Field.RULE, rules), Map.of());
    }

    /**
     * Tells whether it chooses everything because it names nothing.
     *
     * @return whether it does
     */
    public boolean isEmpty() {
        return fields.isEmpty() && labels.isEmpty();
    }

    /**
     * Tells whether an alert is chosen.
     *
     * @param alert any alert
     * @return whether it is
     */
    public boolean matches(Alert alert) {
        return fields.entrySet().stream()
                        .allMatch(entry -> any(entry.getValue(), entry.getKey().of(alert)))
                && labels.entrySet().stream()
                        .allMatch(entry -> any(entry.getValue(), alert.labels().getOrDefault(entry.getKey(), "")));
    }

    private static boolean any(List<TextPattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(text));
    }
}
