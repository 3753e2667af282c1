package io.hostpulse.common.config;

import io.hostpulse.common.text.Nearest;
import java.util.Map;
import java.util.Set;

/** Finds what was written and nobody asked for: most often a misspelt key, whose default would work silently. */
final class UnknownKeys {

    private static final int MOST_LISTED = 12;

    private final Lookup lookup;
    private final AskedKeys asked;
    private final Problems problems;

    UnknownKeys(Lookup lookup, AskedKeys asked, Problems problems) {
        this.lookup = lookup;
        this.asked = asked;
        this.problems = problems;
    }

    void report() {
        asked.opened().forEach(this::inFile);
        lookup.overrides().unused().forEach(this::inFlag);
        lookup.environment().unknown().forEach(this::inVariable);
    }

    private void inFile(KeyPath section, Written.Section written) {
        for (Map.Entry<String, Written.Entry> entry : written.entries().entrySet()) {
            KeyPath path = section.child(entry.getKey());
            if (!asked.in(section).contains(entry.getKey()) && !asked.skips(path)) {
                Origin origin = lookup.inFile(entry.getValue().line());
                problems.add(origin, path, "unknown key" + hint(section, entry.getKey()));
            }
        }
    }

    private void inFlag(KeyPath path) {
        if (!asked.skips(path)) {
            problems.add(new Origin.InFlag(), path, firstUnknown(path));
        }
    }

    private String firstUnknown(KeyPath path) {
        KeyPath section = KeyPath.ROOT;
        for (String part : path.parts()) {
            if (!asked.in(section).contains(part)) {
                return "unknown key " + Quoted.of(part) + hint(section, part);
            }
            section = section.child(part);
        }
        return "is a section: set one of its keys";
    }

    private void inVariable(String name) {
        if (!asked.skipsVariable(name)) {
            String hint = Nearest.hint(name, lookup.environment().known());
            problems.add(new Origin.InVariable(name), KeyPath.ROOT, "unknown variable" + hint);
        }
    }

    private String hint(KeyPath section, String key) {
        if (key.contains(".")) {
            return "; in a file, write each part of a path below the one before it, indented";
        }
        Set<String> known = asked.in(section);
        String near = Nearest.hint(key, known);
        boolean list = near.isEmpty() && !known.isEmpty() && known.size() <= MOST_LISTED;
        return list ? "; known here: " + String.join(", ", known) : near;
    }
}
