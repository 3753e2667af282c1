package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.common.alert.Alert;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that alerts have in common: {@code component}, {@code rule}, {@code metric}, {@code dimension}, {@code level} or a
 * label, {@code labels.team}. Alerts without a label have the empty text there, all of them the same.
 */
record Attribute(String name) {

    private static final String LABELS = "labels.";

    /** @throws IllegalArgumentException when there is nothing of this name; the message lists what there is */
    Attribute {
        if (!isLabel(name) && field(name).isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not one of component, rule, metric, dimension, level, labels.NAME");
        }
    }

    String of(Alert alert) {
        Function<Alert, String> label = any -> any.labels().getOrDefault(name.substring(LABELS.length()), "");
        return field(name)
                .<Function<Alert, String>>map(field -> field::of)
                .orElse(label)
                .apply(alert);
    }

    private static boolean isLabel(String name) {
        return name.startsWith(LABELS) && name.length() > LABELS.length();
    }

    private static Optional<AlertMatcher.Field> field(String name) {
        return Arrays.stream(AlertMatcher.Field.values())
                .filter(field -> field.label().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
