package io.hostpulse.common.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The way from the root to a key. A part may itself contain dots, as names of loggers do, so a path is never cut back into
 * parts by its dots unless a user wrote it as one.
 */
record KeyPath(List<String> parts) {

    static final KeyPath ROOT = new KeyPath(List.of());

    static KeyPath parse(String dotted) {
        return new KeyPath(List.of(dotted.split("\\.", -1)));
    }

    KeyPath child(String key) {
        List<String> longer = new ArrayList<>(parts);
        longer.add(key);
        return new KeyPath(List.copyOf(longer));
    }

    boolean isAtOrBelow(KeyPath section) {
        return toString().equals(section.toString()) || toString().startsWith(section + ".");
    }

    // One way only: 'a.b_c' and 'a_b.c' share a variable, so a variable's name says nothing about the path.
    String variable() {
        return "HOSTPULSE_" + toString().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    @Override
    public String toString() {
        return String.join(".", parts);
    }
}
