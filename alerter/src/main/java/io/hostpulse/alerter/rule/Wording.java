package io.hostpulse.alerter.rule;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a rule's alerts are told.
 *
 * @param component what is affected; empty for the stream's name
 * @param metric what the value is called; empty for the last name in the path
 * @param message the sentence; empty for the usual one
 * @param unit how numbers are written
 * @param labels what the rule says about its alerts, for routing
 */
record Wording(String component, String metric, Template message, Unit unit, Map<String, String> labels) {

    static final Wording USUAL = new Wording("", "", new Template(""), Unit.AUTO, Map.of());

    Wording {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}
