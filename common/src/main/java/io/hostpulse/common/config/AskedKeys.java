package io.hostpulse.common.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Remembers what the program knows: the keys it asked for, and the parts that belong to other processes. */
final class AskedKeys {

    private final Map<String, Set<String>> children = new LinkedHashMap<>();
    private final Map<KeyPath, Written.Section> opened = new LinkedHashMap<>();
    private final Set<String> values = new TreeSet<>();
    private final Set<KeyPath> skipped = new LinkedHashSet<>();

    void value(KeyPath section, String key) {
        child(section, key);
        values.add(section.child(key).toString());
    }

    void child(KeyPath section, String key) {
        children.computeIfAbsent(section.toString(), unseen -> new LinkedHashSet<>())
                .add(key);
    }

    void open(KeyPath section, Written.Section written) {
        opened.put(section, written);
    }

    void skip(KeyPath path) {
        skipped.add(path);
        KeyPath section = KeyPath.ROOT;
        for (String part : path.parts()) {
            child(section, part);
            section = section.child(part);
        }
    }

    boolean skips(KeyPath path) {
        return skipped.stream().anyMatch(path::isAtOrBelow);
    }

    boolean skipsVariable(String variable) {
        return skipped.stream().anyMatch(path -> variable.startsWith(path.variable() + "_"));
    }

    Set<String> in(KeyPath section) {
        return children.getOrDefault(section.toString(), Set.of());
    }

    Map<KeyPath, Written.Section> opened() {
        return opened;
    }

    Set<String> values() {
        return values;
    }
}
