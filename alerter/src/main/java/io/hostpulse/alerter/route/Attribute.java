package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.common.alert.Alert;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that alerts have in common: {@code component}, {@code rule}, {@code metric}, {@code dimension}, {@code level} or a
 * label, {@code labels.team}. Alerts without a label have the empty text there, all of them the same. Immutable.
 */
final class Attribute {

    private static final String LABELS = "labels.";

    private final String name;
    private final Function<Alert, String> text;

    /** @throws IllegalArgumentException when there is nothing of this name; the message lists what there is */
    Attribute(String name) {
        this.name = name;
        this.text = label(name)
                .or(() -> field(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is not one of component, rule, metric, dimension, level, labels.NAME"));
    }

    private static Optional<Function<Alert, String>> label(String name) {
        if (!name.startsWith(LABELS) || name.length() == LABELS.length()) {
            return Optional.empty();
        }
        String label = name.substring(LABELS.length());
        return Optional.of(alert -> alert.labels().getOrDefault(label, ""));
    }

    private static Optional<Function<Alert, String>> field(String name) {
        return Arrays.stream(AlertMatcher.Field.values())
                .filter(field -> field.label().equals(name))
                .findFirst()
                .map(field -> field::of);
    }

    String of(Alert alert) {
        return text.apply(alert);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attribute attribute && attribute.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
