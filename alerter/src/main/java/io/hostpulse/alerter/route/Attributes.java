package io.hostpulse.alerter.route;

import io.hostpulse.common.config.ConfigNode;
import java.util.List;

/** Reads lists of what alerts have in common. */
final class Attributes {

    private Attributes() {}

    static List<Attribute> read(ConfigNode node, String key, List<String> defaultNames) {
        try {
            return node.texts(key, defaultNames).stream().map(Attribute::new).toList();
        } catch (IllegalArgumentException unknown) {
            node.problem(key, unknown.getMessage());
            return List.of();
        }
    }
}
