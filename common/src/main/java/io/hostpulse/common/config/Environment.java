package io.hostpulse.common.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The variables of the process, and which of those that look like settings nobody asked for. */
final class Environment {

    private static final String PREFIX = "HOSTPULSE_";

    // They steer the launcher and are no settings.
    private static final List<String> RESERVED = List.of(
            "HOSTPULSE_HOME", "HOSTPULSE_CONFIG", "HOSTPULSE_DATA", "HOSTPULSE_JAVA_OPTS", "HOSTPULSE_JAVA_HOME");

    private final Map<String, String> variables;
    private final Set<String> known = new TreeSet<>(RESERVED);

    Environment(Map<String, String> variables) {
        this.variables = new TreeMap<>(variables);
    }

    Optional<String> find(String variable) {
        known.add(variable);
        return Optional.ofNullable(variables.get(variable));
    }

    Set<String> known() {
        return known;
    }

    List<String> unknown() {
        return variables.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .toList();
    }
}
