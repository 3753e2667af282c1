package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.model.StreamName;
import java.util.Optional;

/** Finds the stream in what names an alert. */
final class Dimension {

    private static final String STREAM = "stream=";

    private Dimension() {}

    static Optional<StreamName> stream(Rule rule, AlertKey key) {
        return Optional.of(name(rule, key.dimension()))
                .filter(StreamName::isValid)
                .map(StreamName::new)
                .filter(rule.metric()::matches);
    }

    private static String name(Rule rule, String dimension) {
        if (!rule.metric().hasManyStreams()) {
            return rule.metric().toString().split("[.\\[]", 2)[0];
        }
        return dimension.startsWith(STREAM)
                ? dimension.substring(STREAM.length()).split(",", 2)[0]
                : "";
    }

    /** What tells apart the things inside of one stream. */
    static String inside(Rule rule, AlertKey key, StreamName stream) {
        if (!rule.metric().hasManyStreams()) {
            return key.dimension();
        }
        String rest = key.dimension().substring((STREAM + stream.value()).length());
        return rest.startsWith(",") ? rest.substring(1) : rest;
    }
}
